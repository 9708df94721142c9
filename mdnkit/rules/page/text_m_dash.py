"""A dash is written as a dash."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_text
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "search-replace", where=" -- ")
def text_m_dash(page: Page) -> Iterator[Problem]:
    """A dash between words is written `—`, not as two hyphens.

    Bad: `It fails -- and says so.`
    Good: `It fails — and says so.`
    """
    text = page.masked
    at = text.find(" -- ", page.body.start)
    while at != -1:
        if text[at - 1 : at].strip() and is_text(page, at):
            span = Span(at + 1, at + 3)
            yield Problem(span, _("Two hyphens for a dash; write `—`."), (Edit(span, "—"),))
        at = text.find(" -- ", at + 3)
