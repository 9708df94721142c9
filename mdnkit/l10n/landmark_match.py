"""Which heading or term of a translated page stands for one of its English page."""

from collections.abc import Callable

from mdnkit.l10n.alignment import align
from mdnkit.locales.locale import section_key
from mdnkit.page.page import Page
from mdnkit.site.fragments import Landmark, Outline


def translated_landmark(
    english: Landmark,
    ours: Outline,
    theirs: Outline,
    locale: str,
    pages: Callable[[], tuple[Page | None, Page | None]],
) -> Landmark | None:
    """Return what in a translation, `theirs`, stands for the heading or term `english` of `ours`.

    None where nothing certainly does. Pages with the same sequence of headings and terms are matched
    by position; others, which `pages` returns then, are aligned as a whole. Sections with a title
    that MDN has on many pages must have a translation of that title.
    """
    found = _by_position(english, ours, theirs)
    if found is None:
        found = _by_alignment(english, theirs, *pages())
    if found is None or found.has_call or found.shape != english.shape:
        return None
    keys = {section_key("en-us", english.words), section_key(locale, found.words)} - {""}
    return found if len(keys) < 2 else None


def _by_position(english: Landmark, ours: Outline, theirs: Outline) -> Landmark | None:
    """Return what stands at the same place, where both pages have the same shapes from top to bottom.

    The terms may differ when a heading is looked for.
    """
    for kind in ("", english.shape[:4]):
        left = [mark for mark in ours.landmarks if mark.shape.startswith(kind)]
        right = [mark for mark in theirs.landmarks if mark.shape.startswith(kind)]
        if [mark.shape for mark in left] == [mark.shape for mark in right]:
            return right[left.index(english)]
    return None


def _by_alignment(
    english: Landmark, theirs: Outline, original: Page | None, translation: Page | None
) -> Landmark | None:
    if original is None or translation is None:
        return None
    marks = {mark.line: mark for mark in theirs.landmarks}
    for match in align(original, translation):
        if match.original is not None and match.original.block.line + 1 == english.line:
            return match.translation and marks.get(match.translation.block.line + 1)
    return None
