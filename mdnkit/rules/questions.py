"""Which rules may have something to say of a page, found by searching it for what they name; others are not even imported.

A page is searched for a hundred things, most of which it does not have. So each search is made once for all rules that want
it, none whose rarest part the page does not have, and what begins lines is searched in the beginnings of lines alone.
"""

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from mdnkit.page.page_facts import page_facts
from mdnkit.rules.rule import Rule
from mdnkit.site.site_facts import site_facts

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.site import Site

_WORDS = re.compile(r"(?:[^.^$*+?{}\[\]\\|()]|\\[.^$*+?{}\[\]|()])*")
"""Regular expressions in which nothing means anything but itself."""

_MARKS = r">*+0-9.):_=-"
_HEADS = re.compile(rf"\n[ \t]*+(?=[#{_MARKS}])[ \t{_MARKS}]*+(?:#{{1,3}}|[^\n]?)")
"""How a line with marks begins: the marks and what follows them, up to three `#` or one other character."""

_RARE = ("\r", "\t", "\xa0", "~", "“", "”", "‘", "’", "|", "$", "<", "!", " \n", "://", "--")
"""What most pages do not have, the rarest first. To look for one character costs a tenth of looking for a word."""

_TOGETHER = 24
"""So many rules are looked up at once."""
_ALL = (1 << _TOGETHER) - 1


class Askable(Protocol):
    """What is known of a rule that is not imported yet."""

    @property
    def folder(self) -> str:
        """What the rule is given."""
        ...

    @property
    def where(self) -> tuple[str, ...]:
        """As of `Rule`, like the others."""
        ...

    @property
    def front(self) -> tuple[str, ...]:
        """For the front matter."""
        ...

    @property
    def macros(self) -> tuple[str, ...]:
        """Keys of macros."""
        ...

    @property
    def unless(self) -> str:
        """What leaves it nothing to say."""
        ...

    def load(self) -> Rule[Any]:
        """Import the file and return the rule."""
        ...


class Tests(NamedTuple):
    """What to search a text for, each with the rules that want it as bits of a number; nothing is searched for twice."""

    first: Callable[[str], object] | None
    """The search for all of it at once, without which the others find nothing; None where that takes no less time."""
    words: tuple[tuple[str, int], ...]
    """Plain words, which are found ten times faster than patterns."""
    patterns: tuple[tuple[Callable[[str], object], int], ...]
    """The searches of regular expressions."""


Asked = list[tuple[str, tuple[Rule[Any], ...]]]
"""Folders, each with some of its rules that are asked about a page; what a folder has may stand in several parts."""


class Questions(NamedTuple):
    """What tells which rules of some folders may have something to say of a page."""

    asked: Callable[[int], Asked]
    """Loads the rules of some bits."""
    always: int
    """The bits of the rules that are asked about every page."""
    where: dict[str, Tests]
    """For the body with `?` for what is not of Latin-1, by a part of it without which none of the tests can be passed."""
    wide: dict[str, Tests]
    """For the body as it is, the same: the tests for what is not of Latin-1."""
    heads: Callable[[str], int]
    """Returns the bits of the rules that want the beginning of a line; kept, as most lines begin alike."""
    front: dict[str, Tests]
    """For the front matter, the same."""
    macros: dict[str, int]
    """By the key of a macro, the bits of the rules that want its calls."""
    unproven: Callable[[frozenset[str], frozenset[str], frozenset[str]], int] | None
    """Returns the bits of the rules that what is known of the blocks of a page, else of it, and of its links does not
    silence; None where nothing silences any."""
    of_site: bool
    """Whether rules are among them that are given the site."""

    def rules_for(self, page: "Page", site: "Site | None" = None) -> Asked:
        """Return the folders, in order, with their rules that may have something to say of a page in its site."""
        text, body = page.text, page.body.start
        # Lines are found by the line ends around them, also the first and the last one of the body.
        searched = (text[body - 1 :] if body else f"\n{text}") + "\n"
        wanted = self.always
        if not searched.isascii():
            wanted = _passed(self.wide, searched, wanted)
            # A text of one byte a character is searched twice as fast.
            searched = searched.encode("latin-1", "replace").decode("latin-1")
        heads = self.heads
        for head in {*_HEADS.findall(searched)}:
            wanted |= heads(head)
        wanted = _passed(self.where, searched, wanted)
        wanted = _passed(self.front, text[:body], wanted)
        macros = self.macros
        for key in page.calls_by_key if macros else ():
            if key in macros:
                wanted |= macros[key]
        if self.unproven is not None:
            of_site = site if self.of_site else None
            wanted |= self.unproven(page.proven, *_facts_of(page, of_site))
        return self.asked(wanted)


def questions_of(folders: Sequence[str], listed: Iterable[Askable]) -> Questions:
    """Return what to ask for the rules of some folders."""
    by_folder = [(name, [rule for rule in listed if rule.folder == name]) for name in folders]
    rules = [rule for _folder, rules in by_folder for rule in rules]
    heads = _tests(["\\n" + p[1:] for p in rule.where if p[0] == "^"] for rule in rules)
    return Questions(
        _loader(by_folder),
        sum(
            1 << n for n, r in enumerate(rules) if not (r.where or r.front or r.macros or r.unless)
        ),
        _tests([p for p in rule.where if p[0] != "^" and is_narrow(p)] for rule in rules),
        _tests([p for p in rule.where if not is_narrow(p)] for rule in rules),
        functools.lru_cache(4096)(lambda head: _passed(heads, f"{head}\n", 0)),
        _tests(rule.front for rule in rules),
        _wanted(rule.macros for rule in rules),
        _unproven(_wanted([rule.unless] if rule.unless else () for rule in rules)),
        "site" in folders,
    )


_NOTHING: frozenset[str] = frozenset()


def _facts_of(page: "Page", site: "Site | None") -> tuple[frozenset[str], frozenset[str]]:
    """Return what is known of a page, and of its links."""
    try:
        return page_facts(page), _NOTHING if site is None else site_facts(page, site)
    except Exception:
        # The rules that look at the same fail too, and each says so.
        return _NOTHING, _NOTHING


def is_narrow(text: str) -> bool:
    """Return whether all characters are of Latin-1."""
    return max(text) <= "\xff"


def _loader(folders: Iterable[tuple[str, Sequence[Askable]]]) -> Callable[[int], Asked]:
    """Return what loads rules by their bits, which are those of the rules of all folders in order."""
    parts: list[tuple[str, int, Callable[[int], tuple[Rule[Any], ...]]]] = []
    number = 0
    for folder, rules in folders:
        parts += [
            (folder, number + start, _chosen(rules[start : start + _TOGETHER]))
            for start in range(0, len(rules), _TOGETHER)
        ]
        number += len(rules)

    def asked(wanted: int) -> Asked:
        return [(folder, chosen(wanted >> first & _ALL)) for folder, first, chosen in parts]

    return asked


def _chosen(rules: Sequence[Askable]) -> Callable[[int], tuple[Rule[Any], ...]]:
    """Return what loads a few rules by their bits; kept, as the same ones are asked about many pages."""
    return functools.lru_cache(512)(
        lambda wanted: tuple(rule.load() for n, rule in enumerate(rules) if wanted >> n & 1)
    )


def _wanted(wanted: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return the bits of the rules that want each thing."""
    bits: dict[str, int] = {}
    for number, things in enumerate(wanted):
        for thing in things:
            bits[thing] = bits.get(thing, 0) | 1 << number
    return bits


def _unproven(
    unless: Mapping[str, int],
) -> Callable[[frozenset[str], frozenset[str], frozenset[str]], int] | None:
    """Return what tells the bits of the rules that none of some facts silences; kept, as most pages have the same facts."""
    if not unless:
        return None
    return functools.lru_cache(256)(
        lambda proven, facts, of_links: sum(
            bits for fact, bits in unless.items() if fact not in proven | facts | of_links
        )
    )


def _tests(wanted: Iterable[Sequence[str]]) -> dict[str, Tests]:
    """Return the tests for the patterns that each of some rules wants, by a part of the text that they need."""
    rules = _wanted(wanted)
    needed: dict[str, list[str]] = {}
    for pattern in rules:
        needed.setdefault(_needed_part(pattern), []).append(pattern)
    return {
        part: Tests(
            _search_for_all(patterns),
            tuple((p.replace("\\", ""), rules[p]) for p in patterns if _WORDS.fullmatch(p)),
            tuple((re.compile(p).search, rules[p]) for p in patterns if not _WORDS.fullmatch(p)),
        )
        for part, patterns in needed.items()
    }


def _needed_part(pattern: str) -> str:
    """Return what of `_RARE` a pattern begins with, or has anywhere if it is a plain word; else its first character.

    Empty where it begins with something else than a character.
    """
    beginning = _beginning(pattern)
    return next((part for part in _RARE if part in beginning), beginning[:1])


def _beginning(pattern: str) -> str:
    """Return the plain words that a pattern begins with."""
    plain = _WORDS.match(pattern)
    if plain is None or pattern[plain.end() : plain.end() + 1] in ("?", "*", "{", "|"):
        # What a pattern begins with is needed, unless it may be left out.
        return ""
    return plain[0].replace("\\", "")


def _search_for_all(patterns: Sequence[str]) -> Callable[[str], object] | None:
    """Return the search for several patterns that begin with one character; None for others, of which it is slow."""
    begin = {_beginning(pattern)[:1] for pattern in patterns}
    if len(patterns) == 1 or len(begin) > 1 or "" in begin:
        return None
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)).search


def _passed(tests: Mapping[str, Tests], text: str, wanted: int) -> int:
    """Return `wanted` with the bits of the rules whose tests a text passes. A test that tells nothing new is not made."""
    for part, (first, words, patterns) in tests.items():
        if part in text and (first is None or first(text)):
            for word, rules in words:
                if rules & ~wanted and word in text:
                    wanted |= rules
            for search, rules in patterns:
                if rules & ~wanted and search(text):
                    wanted |= rules
    return wanted
