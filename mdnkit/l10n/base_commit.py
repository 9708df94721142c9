"""Finds the English that a translation without `l10n.sourceCommit` was most likely made from."""

from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from mdnkit.l10n.equal_runs import equal_runs
from mdnkit.l10n.fingerprint import fingerprint, likeness
from mdnkit.l10n.segments import segments
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.history import History


class Confidence(StrEnum):
    """How sure it is that a commit is the one."""

    HIGH = "high"
    """The page agrees with this English, and less with any other."""
    MEDIUM = "medium"
    """It agrees with this English, but not well, or as well with others that differ in words only."""
    LOW = "low"
    """It agrees with no English well."""


class Base(NamedTuple):
    """A state of the English page, and how well a translation agrees with it."""

    commit: str
    agreement: float
    """Of structure, code, links, macros and numbers, from 0 to 1."""
    confidence: Confidence
    ties: tuple[str, ...] = ()
    """Other commits with which the translation agrees as well, newest first."""


class _Traits(NamedTuple):
    """What of a page survives translation."""

    shapes: tuple[str, ...]
    marks: Counter[str]


_GOOD, _FAIR = 0.9, 0.75
"""Agreement from which on a page is certainly, or likely, a translation of that English: German pages have 0.8 and more."""
_EQUAL = 1e-9
_MOST = 200
"""Commits that are looked at, newest first; pages of MDN have fewer."""


def find_base(
    translation: Page, folder: str, history: History, translated_at: int | None = None
) -> Base | None:
    """Return the commit whose English a translation agrees with best; None when the page has no history.

    `translated_at` is when the translation was last touched, in seconds since 1970: of several commits that fit
    equally well, the newest that is not younger is taken; without it, the newest. Raises HistoryError.
    """
    versions = history.versions(folder)[:_MOST]
    texts = history.texts((version.commit, version.folder) for version in versions)
    ours = _traits(translation)
    agreements: dict[str, float] = {}
    for version in versions:
        text = texts[version.commit, version.folder]
        if isinstance(text, bytes):
            agreements[version.commit] = _agreement(ours, _traits(Page(Source.decode(text))))
    if not agreements:
        return None
    best = max(agreements.values())
    equal = [commit for commit, value in agreements.items() if value >= best - _EQUAL]
    times = history.times(equal) if translated_at is not None else {}
    fitting = [c for c in equal if translated_at is None or times.get(c, 0) <= translated_at]
    commit = (fitting or equal)[0]
    ties = tuple(other for other in equal if other != commit)
    return Base(commit, best, _confidence(best, bool(ties)), ties)


def _confidence(agreement: float, tied: bool) -> Confidence:
    if agreement < _FAIR:
        return Confidence.LOW
    return Confidence.MEDIUM if tied or agreement < _GOOD else Confidence.HIGH


def _traits(page: Page) -> _Traits:
    found = segments(page)
    marks: Counter[str] = Counter()
    for segment in found:
        marks.update(fingerprint(page, segment))
        if segment.block.kind == "fence":
            # One changed line must not make a whole program disagree.
            marks.update(f"line:{line.strip()}" for line in segment.block.text.splitlines())
    return _Traits(tuple(segment.shape for segment in found), marks)


def _agreement(ours: _Traits, theirs: _Traits) -> float:
    """Return how well two pages agree; structure counts as much as everything else."""
    same = sum(run.size for run in equal_runs(ours.shapes, theirs.shapes))
    length = len(ours.shapes) + len(theirs.shapes)
    structure = 2.0 * same / length if length else 1.0
    return (
        structure + (likeness(ours.marks, theirs.marks) if ours.marks or theirs.marks else 1.0)
    ) / 2
