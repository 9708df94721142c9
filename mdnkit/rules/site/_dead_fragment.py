"""What a dead fragment should name."""

from collections.abc import Iterable, Iterator

from mdnkit.finding import Edit, Problem
from mdnkit.messages import _
from mdnkit.page.ids import heading_id
from mdnkit.page.page import Page
from mdnkit.site.fragment_use import FragmentUse, fragment_uses
from mdnkit.site.fragments import Landmark, outline_of
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US


def dead_fragment_problems(
    dead: Iterable[FragmentUse], page: Page, site: Site
) -> Iterator[Problem]:
    """Yield the problems of fragments that nobody answers; in a translation, of those that English has."""
    english: frozenset[tuple[str, str]] | None = None
    for use in dead:
        if not page.is_translation:
            yield fragment_problem(use, page, site)
            continue
        if is_made_in_english(use, site):
            continue
        if not site.fragments.has(EN_US, use.folder, use.id) or use.locale == EN_US:
            if english is None:
                english = english_fragments(page, site)
            if (use.folder, use.id) in english:
                continue
        yield translated_problem(use, page, site)


def english_fragments(page: Page, site: Site) -> frozenset[tuple[str, str]]:
    """Return the fragments that the English page of a translation names, each with the folder of its page."""
    file = site.original_file(page)
    place = site.locate(file) if file else None
    english = site.fragments.page(EN_US, place.folder) if place else None
    if english is None:
        return frozenset()
    return frozenset((use.folder, use.id) for use in fragment_uses(english, site))


def respelled(use: FragmentUse, page: Page, site: Site) -> str:
    """Return the one id that differs from a dead fragment in nothing but punctuation; empty when there is none."""
    outline = site.fragments.outline(use.locale, use.folder) if use.slug else outline_of(page)
    wanted = _letters(heading_id(use.id))
    found = [id_ for id_ in outline.ids if _letters(id_) == wanted] if outline else []
    return found[0] if len(found) == 1 and len(wanted) > _SHORT else ""


_SHORT = 5
"""Letters and digits up to which two ids are alike by chance."""


def _letters(id_: str) -> str:
    return "".join(filter(str.isalnum, id_))


def fragment_problem(use: FragmentUse, page: Page, site: Site) -> Problem:
    """Return the problem of a fragment that the page it leads to does not have, in its own language."""
    message = _("The page `{slug}` has no heading, term or id `{id}`.")
    if not use.slug:
        message = _("This page has no heading, term or id `{id}`.")
    new = respelled(use, page, site)
    if not new:
        return Problem(use.span, message.format(slug=use.slug, id=use.id))
    message += _(" Write `#{new}`.")
    edits = (Edit(use.span, new),) if use.replaceable else ()
    return Problem(use.span, message.format(slug=use.slug, id=use.id, new=new), edits)


def is_made_in_english(use: FragmentUse, site: Site) -> bool:
    """Return whether a macro makes the id on the English page; what it makes in other locales is not known."""
    outline = site.fragments.outline(EN_US, use.folder)
    return outline is not None and use.id.lower() in outline.made


def translated_problem(use: FragmentUse, page: Page, site: Site) -> Problem:
    """Return the problem of a fragment that English has, with the id that the translation gives it."""
    found = _counterpart(use, page, site)
    where = _("The page `{slug}`") if use.slug else _("This page")
    where = where.format(slug=use.slug)
    if found is None and respelled(use, page, site):
        return fragment_problem(use, page, site)
    if found is None:
        message = _("{where} has no heading, term or id `{id}` in its translation.")
        if use.locale == EN_US:
            message = _(
                "{where} is not translated, and has no heading, term or id `{id}` in English."
            )
        return Problem(use.span, message.format(where=where, id=use.id))
    message = _(
        "{where} has no `{id}` in its translation, where this is “{words}”: write `#{new}`."
    )
    message = message.format(where=where, id=use.id, words=found.words, new=found.id)
    edits = (Edit(use.span, found.id),) if use.replaceable else ()
    return Problem(use.span, message, edits)


def _counterpart(use: FragmentUse, page: Page, site: Site) -> Landmark | None:
    """Return the translated heading or term for the English one that a fragment names."""
    ours = site.fragments.outline(EN_US, use.folder)
    theirs = site.fragments.outline(use.locale, use.folder) if use.slug else outline_of(page)
    if ours is None or theirs is None or use.locale == EN_US:
        return None
    id_ = use.id.lower()
    english = next((mark for mark in ours.landmarks if mark.id == id_), None)
    if english is None:
        return None
    from mdnkit.l10n.landmark_match import translated_landmark

    return translated_landmark(english, ours, theirs, use.locale)
