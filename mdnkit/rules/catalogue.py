"""Finds the rules. A run imports only the files of rules that it selects and that may have something to say of a page."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from mdnkit.discovery import declared, unit_names
from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.rules import index
from mdnkit.rules.rule import Rule

if TYPE_CHECKING:
    from mdnkit.page.page import Page

FOLDERS = ("page", "site", "translation", "compat", "model", "example", "locale", "suppression")
"""The folders of rules, in the order in which a page meets them."""

# https://github.com/mdn/content/blob/main/.markdownlint-cli2.jsonc: rules that are off there, or do nothing without options.
_OFF = {
    "md013": "line-length", "md028": "no-blanks-blockquote", "md031": "blanks-around-fences", "md034": "no-bare-urls",
    "md037": "no-space-in-emphasis", "md042": "no-empty-links", "md043": "required-headings", "md044": "proper-names",
    "md051": "link-fragments", "md054": "link-image-style", "md060": "table-column-style",
}  # fmt: skip


_WORDS = re.compile(r"(?:[^.^$*+?{}\[\]\\|()]|\\[.^$*+?{}\[\]|()])*")
"""Regular expressions in which nothing means anything but itself."""

_HEADS = re.compile(r"\n(?:[ \t>*+0-9.):_=-]++(?:#[^\n]*|[^\n]?)|#[^\n]*)")
"""How a line begins that does not begin with a word: its marks and one more character, or a whole heading."""

_RARE = ("\r", "\t", "\xa0", "~", "“", "”", "‘", "’", "|", "$", "!", "<<", " \n", "://", "<")
"""What most pages do not have, the rarest first. To look for one character costs a tenth of looking for a word."""


class Named(Protocol):
    """What patterns are compared with: a rule, or what the index has of it."""

    @property
    def id(self) -> str:
        """The id that users see."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other ids under which it is known."""
        ...


class Listed(NamedTuple):
    """What can be said of a rule without importing its file."""

    folder: str
    unit: str
    """The name of the file."""
    id: str
    aliases: tuple[str, ...]
    where: tuple[str, ...]
    front: tuple[str, ...]
    macros: tuple[str, ...]
    unless: str = ""
    """All four as of `Rule`."""

    def load(self) -> Rule[Any]:
        """Import the file and return the rule."""
        return next(rule for rule in rules_of(self.folder, self.unit) if rule.id == self.id)


class Tests(NamedTuple):
    """What to search a text for, each with the rules that want it as bits of a number; nothing is searched for twice."""

    words: tuple[tuple[str, int], ...]
    """Plain words, which are found ten times faster than patterns."""
    patterns: tuple[tuple[Callable[[str], object], int], ...]
    """The searches of regular expressions."""


Asked = tuple[tuple[str, tuple[Rule[Any], ...]], ...]
"""Folders, each with its rules that are asked about a page."""


class Questions(NamedTuple):
    """What tells which rules of some folders may have something to say of a page."""

    asked: Callable[[int], Asked]
    """Loads the rules of some bits; the same ones are often asked of many pages."""
    always: int
    """The bits of the rules that are asked about every page."""
    where: dict[str, Tests]
    """For the body, by a part of the text without which none of the tests can be passed."""
    heads: dict[str, Tests]
    """For the beginnings of its lines, the same."""
    front: dict[str, Tests]
    """For the front matter, the same."""
    macros: dict[str, int]
    """By the key of a macro, the bits of the rules that want its calls."""
    unless: dict[str, int]
    """By what may be proven of the blocks of a page, the bits of the rules that have nothing to say then."""


class RuleSet:
    """The rules of one run. A rule is imported when somebody first asks for it."""

    def __init__(self, select: tuple[str, ...] = ("*",), ignore: tuple[str, ...] = ()) -> None:
        self._select = select
        self._ignore = ignore
        self._questions: dict[tuple[str, ...], Questions] = {}

    @functools.cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every rule, folder by folder."""
        return tuple(
            rule
            for rule in _every_rule()
            if matches(rule, self._select) and not matches(rule, self._ignore)
        )

    def __iter__(self) -> Iterator[Rule[Any]]:
        """Yield every rule, folder by folder."""
        return (rule.load() for rule in self.listed)

    def of(self, folder: str) -> tuple[Rule[Any], ...]:
        """Return the rules of a folder."""
        return tuple(rule.load() for rule in self.listed if rule.folder == folder)

    def has(self, folder: str) -> bool:
        """Return whether there is a rule of a folder."""
        return any(rule.folder == folder for rule in self.listed)

    def asked_of(self, folders: tuple[str, ...], page: "Page") -> Asked:
        """Return each of `folders` with its rules that may have something to say of a page."""
        if folders not in self._questions:
            self._questions[folders] = _questions(folders, self.listed)
        questions = self._questions[folders]
        text, body = page.text, page.body.start
        # Lines are found by the line ends around them, also the first and the last one of the body.
        searched = (text[body - 1 :] if body else f"\n{text}") + "\n"
        wanted = _passed(questions.where, searched, questions.always)
        # Of the hundred lines of a page, most begin alike.
        wanted = _passed(questions.heads, "".join({*_HEADS.findall(searched), "\n"}), wanted)
        wanted = _passed(questions.front, text[:body], wanted)
        for key in page.calls_by_key if questions.macros else ():
            wanted |= questions.macros.get(key, 0)
        for fact in questions.unless.keys() - page.proven if questions.unless else ():
            wanted |= questions.unless[fact]
        return questions.asked(wanted)

    def ids_except(self, folders: Iterable[str]) -> frozenset[str]:
        """Return the ids of the rules that stand in none of `folders`."""
        return frozenset(rule.id for rule in self.listed if rule.folder not in folders)


def _questions(folders: Sequence[str], listed: Iterable[Listed]) -> Questions:
    """Return what to ask for the rules of some folders."""
    rules = [rule for rule in listed if rule.folder in folders]
    loading: dict[str, list[tuple[int, Callable[[], Rule[Any]]]]] = {name: [] for name in folders}
    for number, rule in enumerate(rules):
        loading[rule.folder].append((1 << number, functools.cache(rule.load)))

    @functools.lru_cache(maxsize=512)
    def asked(wanted: int) -> Asked:
        return tuple(
            (folder, tuple(load() for bit, load in rules if wanted & bit))
            for folder, rules in loading.items()
        )

    return Questions(
        asked,
        sum(
            1 << n for n, r in enumerate(rules) if not (r.where or r.front or r.macros or r.unless)
        ),
        _tests([p for p in rule.where if p[0] != "^"] for rule in rules),
        _tests(["\\n" + p[1:] for p in rule.where if p[0] == "^"] for rule in rules),
        _tests(rule.front for rule in rules),
        _wanted(rule.macros for rule in rules),
        _wanted([rule.unless] if rule.unless else () for rule in rules),
    )


def _wanted(wanted: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return the bits of the rules that want each thing."""
    bits: dict[str, int] = {}
    for number, things in enumerate(wanted):
        for thing in things:
            bits[thing] = bits.get(thing, 0) | 1 << number
    return bits


def _tests(wanted: Iterable[Sequence[str]]) -> dict[str, Tests]:
    """Return the tests for the patterns that each of some rules wants, by a part of the text that they need."""
    rules = _wanted(wanted)
    needed: dict[str, list[str]] = {}
    for pattern in rules:
        needed.setdefault(_rarest_part(pattern), []).append(pattern)
    return {
        part: Tests(
            tuple((p.replace("\\", ""), rules[p]) for p in patterns if _WORDS.fullmatch(p)),
            tuple((re.compile(p).search, rules[p]) for p in patterns if not _WORDS.fullmatch(p)),
        )
        for part, patterns in needed.items()
    }


def _rarest_part(pattern: str) -> str:
    """Return what of `_RARE` a pattern begins with, or has anywhere if it is a plain word."""
    plain = _WORDS.match(pattern)
    written = plain[0] if plain else ""
    if plain and plain.end() < len(pattern):
        # What a pattern begins with is needed, unless it may be left out.
        written = "" if pattern[plain.end()] in "?*{|" else written
    return next((part for part in _RARE if part in written), "")


def _passed(tests: Mapping[str, Tests], text: str, wanted: int) -> int:
    """Return `wanted` with the bits of the rules whose tests a text passes. A test that tells nothing new is not made."""
    for part, (words, patterns) in tests.items():
        if part in text:
            for word, rules in words:
                if rules & ~wanted and word in text:
                    wanted |= rules
            for search, rules in patterns:
                if rules & ~wanted and search(text):
                    wanted |= rules
    return wanted


@functools.cache
def _every_rule() -> tuple[Listed, ...]:
    """Return every rule: from the index, and those of files that it does not have yet from the files."""
    indexed: dict[tuple[str, str], list[Listed]] = {}
    for entry in index.INDEX:
        indexed.setdefault(entry[:2], []).append(Listed(*entry))
    return tuple(
        rule
        for folder in FOLDERS
        for unit in unit_names(f"mdnkit.rules.{folder}")
        for rule in indexed.get((folder, unit)) or list_unit(folder, unit)
    )


def list_unit(folder: str, unit: str) -> list[Listed]:
    """Import a file and return what the index should have of it."""
    rules = rules_of(folder, unit)
    return [
        Listed(
            folder, unit, rule.id, rule.aliases, rule.where, rule.front, rule.macros, rule.unless
        )
        for rule in rules
    ]


@functools.cache
def rules_of(folder: str, unit: str) -> tuple[Rule[Any], ...]:
    """Return the rules that the file `unit` of `folder` declares."""
    return tuple(declared(f"mdnkit.rules.{folder}.{unit}", Rule))


@functools.cache
def all_rules() -> RuleSet:
    """Return every rule there is."""
    return RuleSet()


@functools.cache
def select_rules(select: tuple[str, ...], ignore: tuple[str, ...] = ()) -> RuleSet:
    """Return the rules that match a pattern of `select` and none of `ignore`.

    A pattern is an id, an alias, or a glob such as `macro-*`. Raises UsageError for one that matches no rule.
    """
    check_patterns((*select, *ignore))
    return RuleSet(select, ignore)


def check_patterns(patterns: Iterable[str]) -> None:
    """Raise UsageError for a pattern that matches no rule."""
    for pattern in patterns:
        if pattern != "*" and not any(matches(rule, (pattern,)) for rule in all_rules().listed):
            raise UsageError(_unknown(pattern))


def find_rules(name: str) -> list[Rule[Any]]:
    """Return the rules that an id, an alias or a glob means; raises UsageError when there is none."""
    check_patterns((name,))
    return [rule.load() for rule in all_rules().listed if matches(rule, (name,))]


@functools.lru_cache(maxsize=256)
def meant_by(name: str) -> tuple[Listed, ...]:
    """Return what is listed of the rules that an id, an alias or a glob means."""
    return tuple(rule for rule in all_rules().listed if matches(rule, (name,)))


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    if name.lower() in _OFF or name.lower() in _OFF.values():
        message = _("There is no rule {name}: MDN does not use this rule of markdownlint.")
        return message.format(name=name)
    near = get_close_matches(name, [rule.id for rule in all_rules().listed], n=1, cutoff=0.5)
    hint = _(" Did you mean {near}?").format(near=near[0]) if near else ""
    return _("There is no rule {name}.{hint} `mdnkit rules` lists them.").format(
        name=name, hint=hint
    )


def matches(rule: Named, patterns: tuple[str, ...]) -> bool:
    """Return whether any of `patterns` (ids, aliases, globs, in any case) means `rule`."""
    if patterns == ("*",):
        return True
    names = (rule.id, *map(str.lower, rule.aliases))
    return any(fnmatchcase(name, pattern.lower()) for pattern in patterns for name in names)
