"""The front matter has the keys it should have, in MDN's order."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.front_matter import Entry
from mdnkit.page.front_matter_order import known_keys, reordered
from mdnkit.page.page import Page
from mdnkit.page.regular_front_matter import ENGLISH
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

REQUIRED = {"en": ("title", "slug", "page-type"), "translated": ("title", "slug")}


@page_rule(Severity.ERROR, unless=FITTING_FRONT_MATTER)
def front_matter_key(page: Page) -> Iterator[Problem]:
    """The front matter has all required keys, no unknown ones, each in its place.

    English pages have title, short-title, slug, page-type, status, browser-compat, spec-urls and
    sidebar, in this order; title, slug and page-type are required. Translations have title,
    short-title, slug and l10n; everything else is taken from the English page when the site is
    built. `original_slug` is for the pages in `conflicting/` and `orphaned/` alone. A mistyped key
    is silently ignored by the builder.

    Bad: `ln10:` instead of `l10n:`
    Good: `l10n:` followed by `sourceCommit: ...`
    """
    front_matter = page.front_matter
    if front_matter.problem is not None or is_parked(page):
        return
    known = known_keys(page.is_translation)
    present = {entry.key for entry in front_matter.entries}
    # Two slips of one key are left to the writer: the key would be there twice.
    slips = (_meant(key, known) for key in present if key not in known)
    missing = Counter(key for key in slips if key not in present)
    for entry in front_matter.entries:
        if entry.key not in known:
            yield _unknown(page, entry, known, missing)
        elif entry.key == "original_slug":
            message = _(
                "`original_slug` is for pages in `conflicting/` and `orphaned/` alone; remove it."
            )
            yield Problem(entry.key_span, message, severity=Severity.WARNING)
    for key in REQUIRED["translated" if page.is_translation else "en"]:
        if key not in present:
            first = Span(front_matter.span.start, front_matter.span.start + 3)
            message = _("The front matter has no `{key}`, which every page needs; add it.")
            yield Problem(first, message.format(key=key))
    yield from _order(page, known)


def is_parked(page: Page) -> bool:
    """Return whether the page lies in `conflicting/` or `orphaned/`, which MDN exempts from its rules."""
    return page.folder.startswith(("conflicting/", "orphaned/"))


def _unknown(page: Page, entry: Entry, known: tuple[str, ...], missing: Counter[str]) -> Problem:
    """Return the problem of an unknown key; `missing` counts the slips of each known key that the page does not have."""
    if page.is_translation and entry.key in ENGLISH:
        message = _(
            "A translation must not have `{key}`; MDN takes it from the English page. Remove it."
        )
        return Problem(entry.key_span, message.format(key=entry.key))
    from difflib import get_close_matches

    near = get_close_matches(entry.key, known, n=1)
    hint = _("did you mean `{near}`?").format(near=near[0]) if near else _("remove it.")
    keys = ", ".join(f"`{key}`" for key in known)
    message = _("MDN does not know the front matter key `{key}` (it knows {keys}); {hint}")
    text = message.format(key=entry.key, keys=keys, hint=hint)
    exact = page.text[slice(*entry.key_span)] == entry.key
    sure = _meant(entry.key, known)
    edits = (Edit(entry.key_span, sure),) if missing[sure] == 1 and exact else ()
    return Problem(entry.key_span, text, edits)


def _meant(key: str, known: tuple[str, ...]) -> str:
    """Return the known key that an unknown one is certainly a slip of; the key itself when there is none."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(key, known, n=1, cutoff=0.75)), key)


def _order(page: Page, known: tuple[str, ...]) -> Iterator[Problem]:
    """Report the first key that stands after one that should follow it."""
    entries = [entry for entry in page.front_matter.entries if entry.key in known]
    for before, entry in pairwise(entries):
        if known.index(entry.key) < known.index(before.key):
            message = _("`{key}` stands after `{before}`; MDN's order is {order}.")
            order = ", ".join(key for key in known if key in {e.key for e in entries})
            text = message.format(key=entry.key, before=before.key, order=order)
            edit = reordered(page.text, page.front_matter, known)
            edits = (edit,) if edit else ()
            yield Problem(entry.key_span, text, edits, severity=Severity.WARNING)
            return
