"""Links do not lead to the computer of the person who wrote them."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.span import Span

_LINK = re.compile(r"\]\((https?://(?:localhost|127\.0\.0\.1)(?::\d+)?)(?=/)", re.IGNORECASE)


@markdown_rule(Severity.ERROR, "search-replace", where=("://localhost", r"://127\.0\.0\.1"))
def text_localhost_links(page: Page) -> Iterator[Problem]:
    """A link does not lead to `localhost`, where only a preview answers.

    Bad: `[Event](http://localhost:5042/en-US/docs/Web/API/Event)`
    Good: `[Event](/en-US/docs/Web/API/Event)`
    """
    for match in outside_code(page, _LINK):
        span = Span(*match.span(1))
        message = _(
            "The link leads to `{host}`, the computer it was written on; begin with the path."
        )
        yield Problem(span, message.format(host=match[1]), (Edit(span, ""),))
