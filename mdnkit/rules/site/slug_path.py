"""A page lies in the folder that its slug names."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.front_matter import Scalar
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site
from mdnkit.site.slug import folder_of, is_safe


@site_rule(Severity.ERROR)
def slug_path(page: Page, site: Site) -> Iterator[Problem]:
    """The slug of a page names the folder it lies in, and is the same in every locale.

    MDN's builder stops at a page whose folder is not its slug in lower case, with `*`, `:`, `::` and `?`
    written as `_star_`, `_colon_`, `_doublecolon_` and `_question_`.

    Bad: `slug: Web/API/Event` in `web/api/events/index.md`
    Good: `slug: Web/API/Event` in `web/api/event/index.md`
    """
    if page.slug and _is_right(page):
        return
    entry = page.front_matter.get("slug")
    if entry is None or not isinstance(entry.value, Scalar) or not page.folder:
        return
    slug = entry.value.value
    if not is_safe(slug):
        message = _(
            "`{slug}` is no slug: it may have neither empty parts nor `..`, backslashes or control characters."
        )
        yield Problem(entry.value.span, message.format(slug=slug))
    elif folder_of(slug) != page.folder:
        message = _(
            "The slug `{slug}` belongs into the folder `{expected}`, but the page lies in `{folder}`; change one of them."
        )
        yield Problem(
            entry.value.span,
            message.format(slug=slug, expected=folder_of(slug), folder=page.folder),
        )
    elif page.is_translation:
        yield from _spelling(page, site, slug, entry.value)


def _is_right(page: Page) -> bool:
    """Return whether there is nothing to say; the English page of a translation is still to be asked."""
    return not page.is_translation and folder_of(page.slug) == page.folder and is_safe(page.slug)


def _spelling(page: Page, site: Site, slug: str, value: Scalar) -> Iterator[Problem]:
    """Report a slug that the English page spells with other capitals."""
    english = site.true_slug("en-us", slug)
    if english and english != slug:
        message = _(
            "The English page spells its slug `{english}`; a translation has the same slug."
        )
        yield Problem(value.span, message.format(english=english))
