"""Links to other pages of MDN lead to a page, directly, in the locale of the page."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.links import Link
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.rules.site._english_page import is_english_too
from mdnkit.site.link import Resolution
from mdnkit.site.site import Site
from mdnkit.site.slug import locale_name, parse_url
from mdnkit.span import Span


@site_rule(Severity.ERROR)
def link_broken(page: Page, site: Site) -> Iterator[Problem]:
    """A link to a page of MDN leads to a page that exists, in the locale or in English.

    MDN shows a link without a page as plain text. In a translation only those are reported that the English page
    does not have.

    Bad: `[event](/en-US/docs/Web/API/Evnt)`
    Good: `[event](/en-US/docs/Web/API/Event)`
    """
    for link, answer in site.links.of_page(page, "missing"):
        if not (page.is_translation and is_english_too(page, site, answer.slug)):
            message = _("There is no page `{slug}`; correct the link.")
            if page.is_translation:
                message = _("There is no page `{slug}`, in English neither; correct the link.")
            yield Problem(link.span, message.format(slug=answer.slug))


@site_rule(Severity.WARNING)
def link_redirected(page: Page, site: Site) -> Iterator[Problem]:
    """A link names the page it leads to, not an old address that is redirected.

    Bad: `[handbook](/en-US/docs/Web/Old_name)` where the page has moved
    Good: `[handbook](/en-US/docs/Web/New_name)`
    """
    for link, answer in site.links.of_page(page, "redirect"):
        message = _("`{target}` is redirected; link to `{new}`.")
        yield _replacement(link, answer, message)


@site_rule(Severity.WARNING)
def link_case(page: Page, site: Site) -> Iterator[Problem]:
    """A link spells the address of a page with the capitals of its slug.

    Bad: `/en-US/docs/web/api/event`
    Good: `/en-US/docs/Web/API/Event`
    """
    for link, answer in site.links.of_page(page, "case"):
        message = _("`{target}` is spelled `{new}`.")
        yield _replacement(link, answer, message)


@site_rule(Severity.ERROR)
def link_locale(page: Page, site: Site) -> Iterator[Problem]:
    """A link leads to a page of the same locale; MDN shows the English page where there is no translation.

    A link into another locale takes readers out of their language. A comment
    `<!-- url-locale-check ignore-start -->` begins a part of the page in which other locales are wanted,
    `ignore-end` ends it.

    Bad: `[Event](/en-US/docs/Web/API/Event)` in a German page
    Good: `[Event](/de/docs/Web/API/Event)`
    """
    wanted = locale_name(page.locale)
    ignored = _ignored(page.text)
    for link in page.links:
        url = parse_url(link.target)
        if url is None or url.locale is None or any(span.contains(link.span) for span in ignored):
            continue
        if url.locale != wanted:
            at = page.text.find(f"/{url.locale}/docs", link.span.start, link.span.end)
            span = Span(at + 1, at + 1 + len(url.locale)) if at != -1 else link.span
            message = _(
                "The link leads to the locale `{locale}`; in a page of `{wanted}` it begins with `/{wanted}/docs/`."
            )
            edits = (Edit(span, wanted),) if at != -1 else ()
            yield Problem(span, message.format(locale=url.locale, wanted=wanted), edits)


_IGNORE = re.compile(r"<!--\s*url-locale-check\s+ignore-(start|end)\s*-->")


def _ignored(text: str) -> list[Span]:
    """Return the parts of a page in which links may lead to other locales."""
    spans: list[Span] = []
    start: int | None = None
    for comment in _IGNORE.finditer(text) if "url-locale-check" in text else ():
        if comment[1] == "start" and start is None:
            start = comment.end()
        elif comment[1] == "end" and start is not None:
            spans.append(Span(start, comment.start()))
            start = None
    return spans if start is None else [*spans, Span(start, len(text))]


def _replacement(link: Link, answer: Resolution, message: str) -> Problem:
    """Return the problem of a link that should be written in another way."""
    new = answer.target
    fits = not re.search(r"[\s<>()\"']", new) or link.kind == "autolink"
    edits = (Edit(link.span, new),) if fits else ()
    return Problem(link.span, message.format(target=link.target, new=new), edits)
