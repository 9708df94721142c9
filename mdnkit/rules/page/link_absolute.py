"""Links in raw HTML and in definitions do not name MDN's own address."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_HOST = re.compile(r"(?:https?:)?//developer\.mozilla\.org(?=/)", re.IGNORECASE)


@page_rule(Severity.WARNING, where=r"//developer\.mozilla\.org/")
def link_absolute(page: Page) -> Iterator[Problem]:
    """A link to a page of MDN in raw HTML or in a link definition begins with the path, not with MDN's address.

    A path stays in the preview of a change, and in the locale of the reader. Inline links are the business of
    `text-fqdn-moz-links`, except for those that leave out `https:`.

    Bad: `<a href="https://developer.mozilla.org/en-US/docs/Web/API/Event">Event</a>`
    Good: `<a href="/en-US/docs/Web/API/Event">Event</a>`
    """
    for link in page.links:
        host = _HOST.match(link.target) if "/docs/" in link.target else None
        if host and (link.kind in ("definition", "html") or host[0].startswith("//")):
            message = _("The link names MDN's own address; begin with the path after `{host}`.")
            span = Span(link.span.start, link.span.start + len(host[0]))
            edits = (Edit(span, ""),) if page.text[slice(*span)] == host[0] else ()
            yield Problem(span, message.format(host=host[0]), edits)
