"""Which heading or term of a translated page stands for one of its English page."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mdnkit.locales.locale import section_key
from mdnkit.site.fragments import Landmark, Outline


def translated_landmark(
    english: Landmark, ours: Outline, theirs: Outline, locale: str
) -> Landmark | None:
    """Return what in a translation, `theirs`, stands for the heading or term `english` of `ours`.

    None where nothing certainly does. Pages with the same sequence of headings and terms are matched by position.
    In others, titles that MDN has on many pages and ids that are not translated divide the pages into parts that
    are matched by position.
    """
    found = _by_position(english, ours.landmarks, theirs.landmarks)
    if found is None and english.shape.startswith(_HEADING):
        left, right = (
            tuple(mark for mark in outline.landmarks if mark.shape.startswith(_HEADING))
            for outline in (ours, theirs)
        )
        found = _by_position(english, left, right)
    if found is None:
        found = _by_parts(english, ours.landmarks, theirs.landmarks, locale)
    if found is None or found.has_call or found.shape != english.shape:
        return None
    keys = {section_key("en-us", english.words), section_key(locale, found.words)} - {""}
    return found if len(keys) < 2 else None


_HEADING = "heading"


def _by_position(
    english: Landmark, left: Sequence[Landmark], right: Sequence[Landmark]
) -> Landmark | None:
    """Return what stands at the same place, where both have the same shapes from top to bottom."""
    if [mark.shape for mark in left] != [mark.shape for mark in right]:
        return None
    return right[left.index(english)]


def _by_parts(
    english: Landmark, left: Sequence[Landmark], right: Sequence[Landmark], locale: str
) -> Landmark | None:
    """Return what stands at the same place of the part between two landmarks that certainly agree."""
    at = left.index(english)
    start, start_there = 0, 0
    for end, end_there in (*_fixed_points(left, right, locale), (len(left), len(right))):
        if end > at:
            return _by_position(english, left[start:end], right[start_there:end_there])
        start, start_there = end, end_there
    return None


def _fixed_points(
    left: Sequence[Landmark], right: Sequence[Landmark], locale: str
) -> Iterator[tuple[int, int]]:
    """Yield the indexes of landmarks whose name occurs once on each side, in the same order."""
    ours = [section_key("en-us", mark.words) or mark.id for mark in left]
    theirs = [section_key(locale, mark.words) or mark.id for mark in right]
    here, there = Counter(ours), Counter(theirs)
    last = -1
    for index, name in enumerate(ours):
        if here[name] == there[name] == 1:
            other = theirs.index(name)
            if other > last and left[index].shape == right[other].shape:
                last = other
                yield index, other
