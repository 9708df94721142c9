"""A page ends with one line end."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_TEXT
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD047", unless=PLAIN_TEXT)
def single_trailing_newline(page: Page) -> Iterator[Problem]:
    """The last line of a page ends with a line end, like all others.

    Without it, a text that is added later changes the last line too. Blank lines at the end are reported by
    `no-multiple-blanks`.

    Bad: a file that ends with its last word
    Good: a file that ends with one line end
    """
    text = page.text
    if text.endswith("\n") or not text[page.body.start :].strip():
        return
    end = len(text)
    last = text.rfind("\n") + 1
    if text[last:].strip(" \t>"):
        message = _("The last line has no line end; add one.")
        newline = "\r\n" if "\r\n" in text else "\n"
        shown = len(text.rstrip(" \t"))
        yield Problem(Span(shown - 1, shown), message, (Edit(Span(end, end), newline),))
