"""Links to other pages of MDN lead to a page, directly, and spell its address as it is."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.links import Link
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.rules.site._english_page import is_english_too
from mdnkit.rules.site._unwritten import near_page
from mdnkit.site.link import Resolution
from mdnkit.site.site import Site
from mdnkit.site.site_facts import PLAIN_LINKS
from mdnkit.site.slug import HOST, docs_path, locale_name, parse_url


@site_rule(Severity.ERROR, unless=PLAIN_LINKS)
def link_broken(page: Page, site: Site) -> Iterator[Problem]:
    """A link to a page of MDN leads to a page that exists, in the locale or in English.

    MDN shows a link without a page as plain text. In a translation only those are reported that the English page
    does not have.

    Bad: `[event](/en-US/docs/Web/API/Evnt)`
    Good: `[event](/en-US/docs/Web/API/Event)`
    """
    for link, answer in site.links.of_page(page, "missing"):
        if not (page.is_translation and is_english_too(page, site, answer.slug)):
            yield _broken(page, site, link, answer)
    for link in page.links:
        right = _meant(link.target, locale_name(page.locale))
        meant = site.resolve(right, page.locale) if right else None
        if meant is not None and meant.locale:
            message = _("There is nothing at `{target}`; the address of the page is `{new}`.")
            yield _replacement(link, meant, message)


_SLIPPED = re.compile(
    r"//?(?P<locale>[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)/(?:[a-z]{3,5}/)?(?P<slug>[^/].+)"
)
"""An address with a locale that is none of the documentation, though it may have been meant so."""
_SLUG = re.compile(r"[A-Z]\w+/[^:]+")
"""A slug without what goes before it in an address."""


def _meant(url: str, locale: str) -> str:
    """Return the address of a page that a URL may have been meant for; empty where it is none, or is one as it stands."""
    slipped = _SLIPPED.fullmatch(url)
    if slipped and parse_url(url) is None:
        return f"/{slipped['locale'].replace('_', '-')}/docs/{slipped['slug']}"
    return f"/{locale}/docs/{url}" if _SLUG.fullmatch(url) else ""


def _broken(page: Page, site: Site, link: Link, answer: Resolution) -> Problem:
    """Return the problem of a link without a page, with the page that is one slip away."""
    near = near_page(answer.slug, site)
    url = parse_url(link.target)
    if near and url is not None:
        message = _("There is no page `{slug}`; did you mean `{near}`?")
        new = answer._replace(
            target=docs_path(url.locale, near) + link.target[_path_end(link.target) :]
        )
        problem = _replacement(link, new, "")
        return problem._replace(message=message.format(slug=answer.slug, near=near))
    message = _("There is no page `{slug}`; correct the link.")
    if page.is_translation:
        message = _("There is no page `{slug}`, in English neither; correct the link.")
    return Problem(link.span, message.format(slug=answer.slug))


def _path_end(url: str) -> int:
    """Return where the query or the fragment of a URL begins."""
    return min((at for at in (url.find("?"), url.find("#")) if at != -1), default=len(url))


@site_rule(Severity.WARNING, unless=PLAIN_LINKS)
def link_redirected(page: Page, site: Site) -> Iterator[Problem]:
    """A link names the page it leads to, not an old address that is redirected.

    Bad: `[handbook](/en-US/docs/Web/Old_name)` where the page has moved
    Good: `[handbook](/en-US/docs/Web/New_name)`
    """
    for link, answer in site.links.of_page(page, "redirect"):
        message = _("`{target}` is redirected; link to `{new}`.")
        yield _replacement(link, answer, message)


@site_rule(Severity.WARNING, unless=PLAIN_LINKS)
def link_case(page: Page, site: Site) -> Iterator[Problem]:
    """A link spells the address of a page with the capitals of its slug.

    Bad: `/en-US/docs/web/api/event`
    Good: `/en-US/docs/Web/API/Event`
    """
    for link, answer in site.links.of_page(page, "case"):
        message = _("`{target}` is spelled `{new}`.")
        yield _replacement(link, answer, message)


def _replacement(link: Link, answer: Resolution, message: str) -> Problem:
    """Return the problem of a link that should be written in another way."""
    new = answer.target
    if link.kind in ("autolink", "bare") and new.startswith("/"):
        new = HOST + new
    fits = not re.search(r"[\s<>()\"']", new) or link.kind == "autolink"
    edits = (Edit(link.span, new),) if fits else ()
    return Problem(link.span, message.format(target=link.target, new=new), edits)
