"""A page ends with a line end."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.WARNING, "MD047")
def single_trailing_newline(page: Page) -> Iterator[Problem]:
    """The last line of a page ends with a line end, like all others.

    Otherwise a text that is added later changes the last line too.

    Bad: a file that ends with its last word
    Good: a file that ends with a line end
    """
    text = page.text
    last = text[text.rfind("\n") + 1 :]
    if last.strip(" \t>") and len(text) > page.body.start:
        end = len(text)
        message = _("The last line has no line end; add one.")
        newline = "\r\n" if "\r\n" in text else "\n"
        yield Problem(Span(end - 1, end), message, (Edit(Span(end, end), newline),))
