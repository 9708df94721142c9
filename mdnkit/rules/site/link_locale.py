"""Links stay in the locale of their page."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.images import written_images
from mdnkit.page.page import Page
from mdnkit.rules.rule import site_rule
from mdnkit.site.site import Site
from mdnkit.site.site_facts import PLAIN_LINKS
from mdnkit.site.slug import locale_name, parse_url
from mdnkit.span import Span


@site_rule(Severity.ERROR, where=(r"!\[", "<(?i:img|source)"), unless=PLAIN_LINKS)
def link_locale(page: Page, site: Site) -> Iterator[Problem]:
    """A link leads to a page of the same locale; MDN shows the English page where there is no translation.

    A link into another locale takes readers out of their language; images are looked for in English where a locale has
    none. A comment
    `<!-- url-locale-check ignore-start -->` begins a part of the page in which other locales are wanted,
    `ignore-end` ends it.

    Bad: `[Event](/en-US/docs/Web/API/Event)` in a German page
    Good: `[Event](/de/docs/Web/API/Event)`
    """
    wanted = locale_name(page.locale)
    at_home = (f"/{wanted}/docs/", "#")
    for target, place in _targets(page, at_home):
        url = parse_url(target)
        if url is None or url.locale == wanted or _is_ignored(page, place):
            continue
        if url.locale is None:
            at = page.text.find("/docs/", place.start, place.end)
            span, new = Span(at, at), f"/{wanted}"
            message = _(
                "The link names no locale; in a page of `{wanted}` it begins with `/{wanted}/docs/`."
            )
        else:
            at = page.text.find(f"/{url.locale}/docs", place.start, place.end)
            span, new = Span(at + 1, at + 1 + len(url.locale)), wanted
            message = _(
                "The link leads to the locale `{locale}`; in a page of `{wanted}` it begins with `/{wanted}/docs/`."
            )
        edits = (Edit(span, new),) if at != -1 else ()
        shown = span if at != -1 and url.locale else place
        severity = None if url.locale else Severity.WARNING
        text = message.format(locale=url.locale, wanted=wanted)
        yield Problem(shown, text, edits, severity=severity)


def _targets(page: Page, at_home: tuple[str, ...]) -> list[tuple[str, Span]]:
    """Return what links and images name that does not begin as it does at home, and where.

    An address that readers see is what the sentence is about.
    """
    return [
        (target, span)
        for target, span, kind in page.links
        if not target.startswith(at_home) and kind != "bare"
    ] + [
        (image.source, image.span)
        for image in written_images(page)
        if not image.source.startswith(at_home)
    ]


_IGNORE = re.compile(r"<!--\s*url-locale-check\s+ignore-(start|end)\s*-->")


def _is_ignored(page: Page, place: Span) -> bool:
    """Return whether a place stands where links may lead to other locales."""
    ignored = _ignored(page.text)
    at = bisect_right(ignored, place.start, key=_start)
    return at > 0 and ignored[at - 1].contains(place)


def _start(span: Span) -> int:
    return span.start


@functools.lru_cache(maxsize=1)
def _ignored(text: str) -> list[Span]:
    """Return the parts of a page in which links may lead to other locales; looked for once, however many links there are."""
    spans: list[Span] = []
    start: int | None = None
    for comment in _IGNORE.finditer(text):
        if comment[1] == "start" and start is None:
            start = comment.end()
        elif comment[1] == "end" and start is not None:
            spans.append(Span(start, comment.start()))
            start = None
    return spans if start is None else [*spans, Span(start, len(text))]
