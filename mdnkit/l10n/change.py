"""What changed between two states of an English page, as far as it matters to a translator."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
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
    before = [_part(old, segment) for segment in segments(old)]
    after = [_part(new, segment) for segment in segments(new)]
    for pair in _pairs(before, after):
        kinds.update(_differences(*pair))
        count += 1
    return Change(tuple(kind for kind in Kind if kind in kinds), count)


def _front_matter(page: Page) -> str:
    content = page.front_matter.content
    return page.text[content.start : content.end].strip()


def _part(page: Page, segment: Segment) -> _Part:
    """Return what of a segment is compared."""
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


def _pairs(
    before: Sequence[_Part], after: Sequence[_Part]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Yield what differs: segments that changed, and those without a counterpart."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        ours, theirs = before[i1:i2], after[j1:j2]
        shapes = [part.shape for part in ours], [part.shape for part in theirs]
        for same, a1, a2, b1, b2 in SequenceMatcher(None, *shapes, autojunk=False).get_opcodes():
            if same == "equal":
                yield from zip(ours[a1:a2], theirs[b1:b2], strict=True)
            else:
                yield from ((part, None) for part in ours[a1:a2])
                yield from ((None, part) for part in theirs[b1:b2])


def _differences(old: _Part | None, new: _Part | None) -> Iterator[Kind]:
    """Yield what differs between two segments; one without a counterpart differs in all it has."""
    if old is None or new is None:
        yield Kind.STRUCTURE
    nothing = _Part("")
    for field, kind in _FIELDS:
        if getattr(old or nothing, field) != getattr(new or nothing, field):
            yield kind
