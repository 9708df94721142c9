"""Which rules may have something to say of a page, found by searching it for what they name; others are not even imported.

A page is searched for a hundred things, most of which it does not have. RE2 looks for all of them in one go through the
text, which takes a tenth of the time that one search after another does.
"""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import re2

from mdnkit.page.page_facts import page_facts
from mdnkit.rules.rule import Rule
from mdnkit.site.site_facts import site_facts

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.site import Site

_TOGETHER = 24
"""So many rules are looked up at once."""
_ALL = (1 << _TOGETHER) - 1

_MEMORY = 64 << 20
"""Bytes that the search for everything may take; it takes a few hundred thousand, and forgets when it would take more."""


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


Asked = tuple[tuple[str, tuple[Rule[Any], ...]], ...]
"""Folders, each with some of its rules that are asked about a page; what a folder has may stand in several parts."""


class Questions(NamedTuple):
    """What tells which rules of some folders may have something to say of a page."""

    asked: Callable[[int], Asked]
    """Loads the rules of some bits."""
    always: int
    """The bits of the rules that are asked about every page."""
    body: Callable[[bytes], int]
    """Returns the bits of the rules that want something that a body has, given in UTF-8 between line ends."""
    front: Callable[[bytes], int]
    """The same for the front matter, with a line end behind it."""
    macros: dict[str, int]
    """By the key of a macro, the bits of the rules that want its calls."""
    unproven: Callable[[frozenset[str], frozenset[str], frozenset[str]], int] | None
    """Returns the bits of the rules that what is known of the blocks of a page, else of it, and of its links does not
    silence; None where nothing silences any."""
    of_site: bool
    """Whether rules are among them that are given the site."""

    def search_ahead(self, page: "Page") -> None:
        """Do what `rules_for` begins with: for many pages in a row in a third of the time that it takes between other work,
        after which the processor has to fetch the tables of the search anew.
        """
        page.searched[self.body] = self.search(page)

    def search(self, page: "Page") -> int:
        """Return the bits of the rules that want something that stands in a page."""
        text = page.source.utf8()
        front = page.text[: page.body.start]
        start = len(front) if front.isascii() else len(front.encode("utf-8", "replace"))
        # Lines are found by the line ends around them, also the first and the last one.
        body = (text[start - 1 :] if start else b"\n" + text) + b"\n"
        return self.body(body) | self.front(text[:start] + b"\n")

    def rules_for(self, page: "Page", site: "Site | None" = None) -> Asked:
        """Return the folders, in order, with their rules that may have something to say of a page in its site."""
        found = page.searched.get(self.body)
        wanted = self.always | (self.search(page) if found is None else found)
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
    return Questions(
        _loader(by_folder),
        sum(
            1 << n for n, r in enumerate(rules) if not (r.where or r.front or r.macros or r.unless)
        ),
        _search(rule.where for rule in rules),
        _search(rule.front for rule in rules),
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

    @functools.lru_cache(1024)
    def asked(wanted: int) -> Asked:
        found = ((folder, chosen(wanted >> first & _ALL)) for folder, first, chosen in parts)
        return tuple((folder, rules) for folder, rules in found if rules)

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


def _search(wanted: Iterable[Sequence[str]]) -> Callable[[bytes], int]:
    """Return what tells the bits of the rules whose patterns a text has, which ends with a line end."""
    patterns = _wanted(wanted)
    if not patterns:
        return lambda text: 0
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    found = re2.Set.SearchSet(options)
    for pattern in ("\n", *patterns):
        found.Add(pattern)
    found.Compile()
    search: Callable[[bytes], list[int]] = found.Match
    every = functools.reduce(int.__or__, patterns.values())
    bits = (0, *patterns.values())

    def rules(text: bytes) -> int:
        numbers = search(text)
        # Each text has a line end: where nothing is found, the search has failed.
        return functools.reduce(int.__or__, [bits[n] for n in numbers]) if numbers else every

    return rules
