"""Answers which features the browser compatibility data knows, reading only the lines that a question needs."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from mdnkit.model.compile_compat import ENGINES, OWN_PAGE, own_page, split_key
from mdnkit.model.line_table import LineTable, quoted
from mdnkit.page.slip import closest

ALIKE = 0.88
"""How like a name must be to be offered (1: the same); members of one interface are often rather alike."""


class Feature(NamedTuple):
    """What the data says about one feature."""

    key: str
    """As the front matter key `browser-compat` names it: `api.Element.after`."""
    deprecated: bool
    experimental: bool
    standard_track: bool
    page: str
    """The slug of its page; empty outside the Web APIs and where the data names none."""
    engines: tuple[str, ...] = ()
    """The engines of which a browser ships it: `Blink`, `Gecko`, `WebKit`; empty outside the Web APIs."""


PATH = Path(__file__).parent / "data" / "compat.json"
"""The shipped data."""


@cache
def open_compat(path: Path = PATH) -> "Compat":
    """Return the features in a data file; one reader of a file serves a whole process."""
    return Compat(path)


class Compat:
    """The features in one data file."""

    def __init__(self, path: Path) -> None:
        self._trees = LineTable(path)

    def feature(self, key: str) -> Feature | None:
        """Return what is known about a feature; None where there is none of that name."""
        told = _told(self._trees, key)
        if told is None:
            return None
        flags, _, page = told.partition(" ")
        slug = own_page(key) if page == OWN_PAGE else page
        return Feature(key, "d" in flags, "e" in flags, "s" in flags, slug, _engines(flags))

    def is_known(self, key: str) -> bool:
        """Return whether `key` names a feature or a group of features, such as `webextensions.manifest`."""
        if _told(self._trees, key) is not None:
            return True
        tree, rest = split_key(key)
        below = f"{rest}." if rest else ""
        if any(name.startswith(below) for name in self._features(tree)):
            return True
        return self._trees.has_below(f"{key}.")

    def nearest(self, key: str) -> str:
        """Return the feature whose name is most like `key`; empty when none is much like it."""
        tree, rest = split_key(key)
        if tree not in self._trees:
            tree = _nearest(tree, self._trees.names())
        names = list(self._features(tree))
        found = rest if rest in names else _nearest(rest, names)
        return f"{tree}.{found}" if found else tree if not rest else ""

    def _features(self, tree: str) -> dict[str, str]:
        """Return what is told of each feature of a tree."""
        features: dict[str, str] = self._trees.get(tree) or {}
        return features


@lru_cache(maxsize=8)
def _told(trees: LineTable, key: str) -> str | None:
    """Return what the line of a tree says of a feature, found without parsing the line; several rules ask about one."""
    tree, rest = split_key(key)
    line = _line(trees, tree)
    name = quoted(rest) + ':"'
    at = line.find(name)
    if at == -1:
        return None
    start = at + len(name)
    return line[start : line.index('"', start)]


@lru_cache(maxsize=8)
def _line(trees: LineTable, tree: str) -> str:
    """Return the line of a tree; kept, as pages that are checked one after the other are often about one interface."""
    return trees.line(tree)


@cache
def _engines(flags: str) -> tuple[str, ...]:
    """Return the engines whose letters are among the flags of a feature."""
    return tuple(name for letter, (name, _browsers) in ENGINES.items() if letter in flags)


def _nearest(name: str, names: list[str]) -> str:
    """Return the name most like `name`, of which only the last part may be mistyped; empty when there is none."""
    same = _same_letters(name, names)
    if same:
        return same
    above, dot, last = name.rpartition(".")
    beside = (one.removeprefix(above + dot) for one in names if one.startswith(above + dot))
    near = (one for one in beside if abs(len(one) - len(last)) < 4)
    found = closest(near, last, ALIKE)
    return above + dot + found if found else ""


def _same_letters(name: str, names: list[str]) -> str:
    """Return the name that differs from `name` in capitals only; empty when there is none."""
    wanted = name.casefold()
    return next((one for one in names if one.casefold() == wanted), "")
