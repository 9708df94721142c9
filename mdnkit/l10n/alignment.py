"""Which segment of a translation stands for which segment of its English, robust to lost, added and merged ones.

Translations keep the structure of their English almost always; then segments agree by position. Where the structures differ,
sections are aligned first and the segments inside them after, by what survives translation.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from mdnkit.l10n.fingerprint import fingerprint, likeness
from mdnkit.l10n.segments import Section, Segment, sections, segments
from mdnkit.locales.locale import section_keys
from mdnkit.page.page import Page

Item = TypeVar("Item")


class Match(NamedTuple):
    """Two segments that say the same, or one whose counterpart is missing."""

    original: Segment | None
    translation: Segment | None


def align(original: Page, translation: Page) -> tuple[Match, ...]:
    """Return the matches of all segments, in the order of both pages."""
    ours, theirs = segments(original), segments(translation)
    if [part.shape for part in ours] == [part.shape for part in theirs]:
        return tuple(map(Match, ours, theirs))
    matches: list[Match] = []
    for pair in _align_sections(original, translation, sections(ours), sections(theirs)):
        matches += _matches(original, translation, *pair)
    return tuple(matches)


def _matches(
    original: Page, translation: Page, ours: Section | None, theirs: Section | None
) -> list[Match]:
    """Return the matches of two sections, or of one that has no counterpart."""
    matches: list[Match] = []
    heading = (ours and ours.heading, theirs and theirs.heading)
    if heading != (None, None):
        matches.append(Match(*heading))
    first = ours.body if ours else ()
    second = theirs.body if theirs else ()
    if ours is None or theirs is None or [p.shape for p in first] == [p.shape for p in second]:
        count = max(len(first), len(second))
        padded = ([*part, *[None] * (count - len(part))] for part in (first, second))
        return matches + list(map(Match, *padded))
    left = [fingerprint(original, part) for part in first]
    right = [fingerprint(translation, part) for part in second]

    def score(i: int, j: int) -> float:
        same = first[i].shape == second[j].shape
        if not same and first[i].block.kind != second[j].block.kind:
            return _NEVER
        return (1.0 if same else -0.25) + 2.0 * likeness(left[i], right[j])

    for i, j in align_by_score(len(first), len(second), score, gap=-0.4):
        matches.append(Match(None if i is None else first[i], None if j is None else second[j]))
    return matches


def _align_sections(
    original: Page, translation: Page, ours: Sequence[Section], theirs: Sequence[Section]
) -> list[tuple[Section | None, Section | None]]:
    left = [_Summary.of(original, section) for section in ours]
    right = [_Summary.of(translation, section) for section in theirs]

    def score(i: int, j: int) -> float:
        if (i == 0) != (j == 0):
            return _NEVER
        return left[i].likeness(right[j])

    pairs = align_by_score(len(ours), len(theirs), score, gap=-0.5)
    return [(None if i is None else ours[i], None if j is None else theirs[j]) for i, j in pairs]


class _Summary(NamedTuple):
    """What of a section helps to find its counterpart."""

    level: int
    keys: frozenset[str]
    """The English titles that its own can stand for, where MDN has it on many pages."""
    marks: Counter[str]
    shapes: Counter[str]

    @classmethod
    def of(cls, page: Page, section: Section) -> "_Summary":
        marks: Counter[str] = Counter()
        for part in section.body:
            marks.update(fingerprint(page, part))
        heading = section.heading.block if section.heading else None
        if section.heading is not None:
            marks.update(fingerprint(page, section.heading))
        keys = section_keys(page.locale, page.words(heading)) if heading else ()
        shapes = Counter(part.shape for part in section.body)
        return cls(heading.level if heading else 0, frozenset(keys), marks, shapes)

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


_NEVER = -1e9
_LARGEST = 1_000_000
"""Cells of the table beyond which only the ends of two sequences are compared; no page of MDN comes near."""


def align_by_score(
    left: int, right: int, score: Callable[[int, int], float], gap: float
) -> list[tuple[int | None, int | None]]:
    """Return the best pairing of two sequences of the given lengths that keeps their order.

    `score(i, j)` says how well two items fit; `gap`, below 0, is the score of an item without counterpart.
    (Needleman and Wunsch, 1970.)
    """
    if left * right > _LARGEST:
        return _by_position(left, right)
    rows = [[0.0]]
    for _ in range(right):
        rows[0].append(rows[0][-1] + gap)
    for i in range(1, left + 1):
        above, row = rows[-1], [rows[-1][0] + gap]
        for j in range(1, right + 1):
            both = above[j - 1] + score(i - 1, j - 1)
            row.append(max(both, above[j] + gap, row[-1] + gap))
        rows.append(row)
    pairs: list[tuple[int | None, int | None]] = []
    i, j = left, right
    while i or j:
        # Of two ways that fit equally well, the first of two equal items keeps its counterpart.
        if j and rows[i][j] == rows[i][j - 1] + gap:
            j -= 1
            pairs.append((None, j))
        elif i and rows[i][j] == rows[i - 1][j] + gap:
            i -= 1
            pairs.append((i, None))
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _by_position(left: int, right: int) -> list[tuple[int | None, int | None]]:
    count = min(left, right)
    pairs: list[tuple[int | None, int | None]] = [(i, i) for i in range(count)]
    pairs += [(i, None) for i in range(count, left)]
    return pairs + [(None, j) for j in range(count, right)]
