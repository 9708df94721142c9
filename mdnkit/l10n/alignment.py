"""Which segment of a translation stands for which segment of its English, robust to lost, added and merged ones.

Translations keep the structure of their English almost always; then segments agree by position. Where the structures differ,
sections are aligned first and the segments inside them after, by what survives translation.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mdnkit.l10n.anchors import Traits
from mdnkit.l10n.fingerprint import fingerprint, likeness
from mdnkit.l10n.segments import Section, Segment, sections, segments
from mdnkit.l10n.sequence_alignment import Items, align_by_score
from mdnkit.locales.locale import section_keys
from mdnkit.page.page import Page


class Match(NamedTuple):
    """Two segments that say the same, or one whose counterpart is missing."""

    original: Segment | None
    translation: Segment | None


class Aligned(NamedTuple):
    """All segments of two pages."""

    matches: tuple[Match, ...]
    """In the order of both pages."""
    rough: int | None = None
    """The first of the matches from which on the pages differ over so much that not everything possible was looked at."""


def align(original: Page, translation: Page) -> Aligned:
    """Return the matches of all segments."""
    ours, theirs = segments(original), segments(translation)
    if [part.shape for part in ours] == [part.shape for part in theirs]:
        return Aligned(tuple(map(Match, ours, theirs)))
    left = [_Summary.of(original, section) for section in sections(ours)]
    right = [_Summary.of(translation, section) for section in sections(theirs)]
    pairs, rough_section = align_by_score(_section_items(left, right))
    matches: list[Match] = []
    rough: int | None = None
    for at, (i, j) in enumerate(pairs):
        if at == rough_section and rough is None:
            rough = len(matches)
        found = _matches(None if i is None else left[i], None if j is None else right[j])
        if found.rough is not None and rough is None:
            rough = len(matches) + found.rough
        matches += found.matches
    return Aligned(tuple(matches), rough)


class _Summary(NamedTuple):
    """What of a section helps to find its counterpart."""

    section: Section
    level: int
    keys: frozenset[str]
    """The English titles that its own can stand for, where MDN has it on many pages."""
    parts: tuple[Counter[str], ...]
    """The marks of its segments one by one, the heading left out."""
    marks: Counter[str]
    """The marks of all of them."""
    shapes: Counter[str]

    @classmethod
    def of(cls, page: Page, section: Section) -> "_Summary":
        parts = tuple(fingerprint(page, part) for part in section.body)
        marks: Counter[str] = Counter()
        for part in parts:
            marks.update(part)
        heading = section.heading.block if section.heading else None
        if section.heading is not None:
            marks.update(fingerprint(page, section.heading))
        keys = section_keys(page.locale, page.words(heading)) if heading else ()
        shapes = Counter(part.shape for part in section.body)
        level = heading.level if heading else 0
        return cls(section, level, frozenset(keys), parts, marks, shapes)

    def likeness(self, other: "_Summary") -> float:
        """Return how sure it is that two sections stand for each other; below twice the gap they do not."""
        sure = 1.0 if self.level == other.level else -0.6
        if self.keys or other.keys:
            sure += 1.5 if self.keys & other.keys else -1.5
        return (
            sure
            + 2.0 * (likeness(self.marks, other.marks) - 0.3)
            + likeness(self.shapes, other.shapes)
        )

    def traits(self) -> Traits:
        """Return what tells the section from others."""
        everything = (
            self.level,
            self.keys,
            frozenset(self.marks.items()),
            frozenset(self.shapes.items()),
        )
        return frozenset((*self.marks, self.keys, everything))


def _section_items(left: Sequence[_Summary], right: Sequence[_Summary]) -> Items:
    def score(i: int, j: int) -> float:
        if (i == 0) != (j == 0):
            return _NEVER
        return left[i].likeness(right[j])

    ours, theirs = ([summary.traits() for summary in side] for side in (left, right))
    return Items(ours, theirs, score, gap=-0.5, certain=1.4)


def _matches(ours: _Summary | None, theirs: _Summary | None) -> Aligned:
    """Return the matches of two sections, or of one that has no counterpart."""
    matches: list[Match] = []
    heading = (ours and ours.section.heading, theirs and theirs.section.heading)
    if heading != (None, None):
        matches.append(Match(*heading))
    first = ours.section.body if ours else ()
    second = theirs.section.body if theirs else ()
    if ours is None or theirs is None or [p.shape for p in first] == [p.shape for p in second]:
        count = max(len(first), len(second))
        padded = ([*part, *[None] * (count - len(part))] for part in (first, second))
        return Aligned((*matches, *map(Match, *padded)))
    pairs, rough = align_by_score(_segment_items(ours, theirs))
    rough = None if rough is None else len(matches) + rough
    for i, j in pairs:
        matches.append(Match(None if i is None else first[i], None if j is None else second[j]))
    return Aligned(tuple(matches), rough)


def _segment_items(ours: _Summary, theirs: _Summary) -> Items:
    first, second = ours.section.body, theirs.section.body

    def score(i: int, j: int) -> float:
        same = first[i].shape == second[j].shape
        if not same and first[i].block.kind != second[j].block.kind:
            return _NEVER
        return (1.0 if same else -0.25) + 2.0 * likeness(ours.parts[i], theirs.parts[j])

    return Items(_part_traits(ours), _part_traits(theirs), score, gap=-0.4, certain=2.0)


def _part_traits(summary: _Summary) -> list[Traits]:
    """Return what tells the segments of a section from each other."""
    marked = zip(summary.section.body, summary.parts, strict=True)
    return [frozenset((*marks, (part.shape, frozenset(marks.items())))) for part, marks in marked]


_NEVER = -1e9
