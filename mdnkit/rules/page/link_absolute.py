"""Links in raw HTML and in definitions do not name MDN's own address."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_HOST = "https://developer.mozilla.org"


@page_rule(Severity.WARNING, where=_HOST)
def link_absolute(page: Page) -> Iterator[Problem]:
    """A link to a page of MDN in raw HTML or in a link definition begins with the path, not with MDN's address.

    A path stays in the preview of a change, and in the locale of the reader. Inline links are the business of
    `text-fqdn-moz-links`.

    Bad: `<a href="https://developer.mozilla.org/en-US/docs/Web/API/Event">Event</a>`
    Good: `<a href="/en-US/docs/Web/API/Event">Event</a>`
    """
    if page.text.find(_HOST, page.body.start) == -1:
        return
    for link in page.links:
        if link.kind in ("definition", "html") and _is_page(link.target):
            message = _("The link names MDN's own address; begin with the path after `{host}`.")
            span = Span(link.span.start, link.span.start + len(_HOST))
            yield Problem(span, message.format(host=_HOST), (Edit(span, ""),))


def _is_page(url: str) -> bool:
    """Return whether `url` names a page of MDN's documentation with its address."""
    return url.startswith(f"{_HOST}/") and "/docs/" in url
