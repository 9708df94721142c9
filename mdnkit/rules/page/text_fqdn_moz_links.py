"""Links into MDN do not name MDN."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.span import Span

# The blog is no part of the pages that are built together.
_LINK = re.compile(r"\]\((https?://developer\.mozilla\.org)/(?![A-Za-z-]+/blog/)", re.IGNORECASE)


@markdown_rule(Severity.WARNING, "search-replace", where=r"//developer\.mozilla\.org/")
def text_fqdn_moz_links(page: Page) -> Iterator[Problem]:
    """A link to a page of MDN begins with the path; links to the blog name the whole address.

    Paths are checked when the site is built, and they lead to the preview while a change is reviewed.

    Bad: `[Event](https://developer.mozilla.org/en-US/docs/Web/API/Event)`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    for match in outside_code(page, _LINK):
        span = Span(*match.span(1))
        message = _("The link names MDN's own address; begin with the path after `{host}`.")
        yield Problem(span, message.format(host=match[1]), (Edit(span, ""),))
