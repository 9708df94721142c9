"""What changed between two states of an English page, as far as it matters to a translator."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from mdnkit.l10n.segments import Segment, segments
from mdnkit.page.inlines import shown_words
from mdnkit.page.page import Page


class Kind(StrEnum):
    """What a change touches."""

    FRONT_MATTER = "front-matter"
    STRUCTURE = "structure"
    """Blocks were added, taken away, moved, or became blocks of another kind."""
    PROSE = "prose"
    CODE = "code"
    """Code blocks; code inside a sentence is prose."""
    MACRO = "macro"
    LINK = "link"


class Change(NamedTuple):
    """How one state of a page differs from another."""

    kinds: tuple[Kind, ...] = ()
    """In the order of `Kind`; empty when only white space, comments or markup differ."""
    segments: int = 0
    """How many segments were changed, added or taken away; a new title counts as one."""


class _Part(NamedTuple):
    """What of a segment is compared."""

    shape: str
    prose: str = ""
    code: tuple[str, str] = ("", "")
    macros: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


_FIELDS = (
    ("prose", Kind.PROSE),
    ("code", Kind.CODE),
    ("macros", Kind.MACRO),
    ("links", Kind.LINK),
)
_MASK = re.compile("⟬[^⟭]*⟭")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLES = ("title", "short-title")


def compare(old: Page, new: Page) -> Change:
    """Return how `new` differs from `old`."""
    if old.text == new.text:
        return Change()
    kinds: set[Kind] = set()
    count = 0
    if _front_matter(old) != _front_matter(new):
        kinds.add(Kind.FRONT_MATTER)
        count += sum(old.front_matter.text(key) != new.front_matter.text(key) for key in _TITLES)
    for before, after in _pairs(_Text.of(old), _Text.of(new)):
        parts = _part(old, before), _part(new, after)
        kinds.update(_differences(*parts))
        count += parts[0] != parts[1]
    return Change(tuple(kind for kind in Kind if kind in kinds), count)


def _front_matter(page: Page) -> str:
    content = page.front_matter.content
    return page.text[content.start : content.end].strip()


class _Text(NamedTuple):
    """The segments of a page, and what is equal when they are."""

    segments: Sequence[Segment]
    keys: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, page: Page) -> "_Text":
        found = segments(page)
        return cls(
            found, [(s.shape, page.text[s.block.span.start : s.block.span.end]) for s in found]
        )


def _part(page: Page, segment: Segment | None) -> _Part:
    """Return what of a segment is compared; nothing of one that is not there."""
    if segment is None:
        return _Part("")
    block = segment.block
    if block.kind in ("fence", "code"):
        return _Part(segment.shape, code=(block.info, block.text))
    macros = tuple(page.text[call.span.start : call.span.end] for call in page.calls_in(block.span))
    if block.kind == "html":
        text = _COMMENT.sub("", _MASK.sub("⟬⟭", block.text))
        return _Part(segment.shape, " ".join(text.split()), macros=macros)
    prose = _MASK.sub("⟬⟭", shown_words(block.text, page.references))
    links = tuple(inline.target for inline in page.inlines(block) if inline.target)
    return _Part(segment.shape, " ".join(prose.split()), macros=macros, links=links)


def _pairs(old: _Text, new: _Text) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Yield the segments that are not the same, each with its counterpart where it has one."""
    start, end = _common_ends(old.keys, new.keys)
    first, second = (
        old.segments[start : len(old.segments) - end],
        new.segments[start : len(new.segments) - end],
    )
    keys = old.keys[start : len(old.keys) - end], new.keys[start : len(new.keys) - end]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _counterparts(first[i1:i2], second[j1:j2])


def _common_ends(first: Sequence[object], second: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences share at their start, and at their end after that."""
    most = min(len(first), len(second))
    start = next((i for i in range(most) if first[i] != second[i]), most)
    most -= start
    end = next((i for i in range(most) if first[-1 - i] != second[-1 - i]), most)
    return start, end


_LARGEST = 10_000
"""Possible pairs beyond which segments are paired by position: matching takes their square."""


def _counterparts(
    ours: Sequence[Segment], theirs: Sequence[Segment]
) -> Iterator[tuple[Segment | None, Segment | None]]:
    """Yield segments that were replaced by others: those of one shape are counterparts."""
    if len(ours) * len(theirs) > _LARGEST:
        yield from zip_longest(ours, theirs)
        return
    shapes = [segment.shape for segment in ours], [segment.shape for segment in theirs]
    for _tag, i1, i2, j1, j2 in SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
        # Where shapes differ, a block has become one of another kind; what is left came or went.
        yield from zip_longest(ours[i1:i2], theirs[j1:j2])


def _differences(old: _Part, new: _Part) -> Iterator[Kind]:
    """Yield what differs between two segments."""
    if old.shape != new.shape:
        yield Kind.STRUCTURE
    for field, kind in _FIELDS:
        if getattr(old, field) != getattr(new, field):
            yield kind
