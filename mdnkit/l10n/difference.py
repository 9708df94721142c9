"""What changed between two states of an English page, segment by segment, beside the translation of the older one."""

import functools
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from mdnkit.l10n.alignment import align
from mdnkit.l10n.anchors import Traits
from mdnkit.l10n.change import Change, Detail, compare, details_of, part_of
from mdnkit.l10n.equal_runs import opcodes
from mdnkit.l10n.fingerprint import likeness
from mdnkit.l10n.segment_text import segment_line, segment_text
from mdnkit.l10n.segments import Segment, segments
from mdnkit.l10n.sequence_alignment import Items, align_by_score
from mdnkit.page.page import Page


class Fate(StrEnum):
    """What became of a segment."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Row(NamedTuple):
    """A segment, or a key of the front matter, that is not what it was."""

    fate: Fate
    what: tuple[Detail, ...]
    """What changed in it."""
    section: str
    """The English heading above it; empty before the first one."""
    shape: str
    """Where it stands in the structure, such as `list:bullet/item/paragraph`; `front-matter/title`."""
    old: str
    """Empty when it was added."""
    new: str
    """Empty when it was removed."""
    translation: str
    """What the translation has for it; empty when it has nothing."""
    line: int
    """Of the translation: where that begins, or after which line it would stand; 1-based."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How English has moved since a translation was made."""

    path: str
    """Of the translation."""
    locale: str
    """The folder of the translation's locale."""
    slug: str
    since: str
    """The commit of the older state."""
    until: str
    """The commit of the newer one."""
    change: Change
    rows: tuple[Row, ...]
    """In the order of the newer state."""


def find_difference(old: Page, new: Page, translation: Page, since: str, until: str) -> Difference:
    """Return what differs between two states of an English page, beside a translation of the older one."""
    rows = (*_front_matter_rows(old, new, translation), *_segment_rows(old, new, translation))
    slug = translation.slug or new.slug
    change = compare(old, new)
    return Difference(translation.path, translation.locale, slug, since, until, change, rows)


def _front_matter_rows(old: Page, new: Page, translation: Page) -> Iterator[Row]:
    keys = [entry.key for entry in new.front_matter.entries]
    keys += [entry.key for entry in old.front_matter.entries if entry.key not in keys]
    for key in keys:
        before, after = _value(old, key), _value(new, key)
        if before == after:
            continue
        fate = Fate.ADDED if not before else Fate.CHANGED if after else Fate.REMOVED
        entry = translation.front_matter.get(key)
        line = translation.source.position(entry.span.start).line if entry else 1
        yield Row(
            fate, (Detail.FRONT_MATTER,), "", f"front-matter/{key}",
            before, after, _value(translation, key), line,
        )  # fmt: skip


def _value(page: Page, key: str) -> str:
    """Return an entry of the front matter as it is written, without its key."""
    entry = page.front_matter.get(key)
    if entry is None:
        return ""
    return page.text[entry.key_span.end : entry.span.end].strip().removeprefix(":").strip()


class _Side(NamedTuple):
    """One of the two English pages."""

    page: Page
    segments: Sequence[Segment]
    keys: Sequence[tuple[str, str]]
    """What is equal when segments are: shape and text."""

    @classmethod
    def of(cls, page: Page) -> "_Side":
        found = segments(page)
        keys = [(segment.shape, segment_text(page, segment)) for segment in found]
        return cls(page, found, keys)


class _Step(NamedTuple):
    """A segment of either English page, or one of each that belong together."""

    old: int | None
    new: int | None
    fate: Fate | None
    """None where nothing changed."""


def _segment_rows(old: Page, new: Page, translation: Page) -> Iterator[Row]:
    ours, theirs = _Side.of(old), _Side.of(new)
    translated = {
        (match.original.shape, match.original.block.span): match.translation
        for match in align(old, translation).matches
        if match.original is not None and match.translation is not None
    }
    section, line = "", translation.source.position(translation.body.start).line
    for step in _steps(ours, theirs):
        before = None if step.old is None else ours.segments[step.old]
        after = None if step.new is None else theirs.segments[step.new]
        counterpart = None
        if before is not None:
            counterpart = translated.get((before.shape, before.block.span))
        if after is not None and after.block.kind == "heading":
            section = new.words(after.block)
        if counterpart is not None:
            line = segment_line(translation, counterpart)
        one = after or before
        if step.fate is not None and one is not None:
            yield Row(
                step.fate, _details(ours.page, theirs.page, before, after), section, one.shape,
                "" if step.old is None else ours.keys[step.old][1],
                "" if step.new is None else theirs.keys[step.new][1],
                "" if counterpart is None else segment_text(translation, counterpart), line,
            )  # fmt: skip


def _details(
    old: Page, new: Page, before: Segment | None, after: Segment | None
) -> tuple[Detail, ...]:
    """Return what differs between two segments, in the words of `mdnkit l10n status`."""
    found = set(details_of(part_of(old, before), part_of(new, after)))
    heading = after or before
    if (
        heading is not None
        and heading.block.kind == "heading"
        and (before is None or after is None)
    ):
        found.add(Detail.SECTION_REMOVED if after is None else Detail.SECTION_ADDED)
    return tuple(detail for detail in Detail if detail in found)


def _steps(ours: _Side, theirs: _Side) -> Iterator[_Step]:
    """Yield all segments in the order of the newer page; those that were removed stand where they were."""
    pairs = _pairs(ours, theirs)
    lost: dict[tuple[str, str], deque[int]] = {}
    for i, j in pairs:
        if i is not None and j is None:
            lost.setdefault(ours.keys[i], deque()).append(i)
    moved = {
        j: lost[theirs.keys[j]].popleft()
        for i, j in pairs
        if i is None and j is not None and lost.get(theirs.keys[j])
    }
    gone = set(moved.values())
    for i, j in pairs:
        if i is None and j is not None:
            yield _Step(moved.get(j), j, Fate.MOVED if j in moved else Fate.ADDED)
        elif j is None and i is not None:
            if i not in gone:
                yield _Step(i, None, Fate.REMOVED)
        elif i is not None and j is not None:
            yield _Step(i, j, None if ours.keys[i] == theirs.keys[j] else Fate.CHANGED)


def _pairs(ours: _Side, theirs: _Side) -> list[tuple[int | None, int | None]]:
    """Return the segments of both pages, those that belong together in pairs."""
    found: list[tuple[int | None, int | None]] = []
    for tag, i1, i2, j1, j2 in opcodes(ours.keys, theirs.keys):
        if tag == "equal":
            found += zip(range(i1, i2), range(j1, j2), strict=True)
            continue
        pairs = align_by_score(_items(ours.keys[i1:i2], theirs.keys[j1:j2])).pairs
        found += [(None if i is None else i1 + i, None if j is None else j1 + j) for i, j in pairs]
    return found


_Words = tuple[str, Counter[str]]


def _items(ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]) -> Items:
    left, right = ([_words(key) for key in side] for side in (ours, theirs))
    score = functools.partial(_score, left, right)
    return Items(_traits(left), _traits(right), score, gap=-0.2, certain=0.7)


def _words(key: tuple[str, str]) -> _Words:
    return key[0], Counter(key[1].split())


def _traits(segments: Sequence[_Words]) -> list[Traits]:
    return [frozenset((*words, (shape, frozenset(words.items())))) for shape, words in segments]


def _score(left: Sequence[_Words], right: Sequence[_Words], i: int, j: int) -> float:
    """Return how well two segments fit; those of different shapes must share words, or one was lost and one came."""
    (shape, words), (other_shape, other_words) = left[i], right[j]
    return 2.0 * likeness(words, other_words) - (0.3 if shape == other_shape else 1.0)
