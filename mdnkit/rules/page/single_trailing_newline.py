"""A page ends with one line end."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD047")
def single_trailing_newline(page: Page) -> Iterator[Problem]:
    """The last line of a page ends with a line end, like all others, and no blank lines follow it.

    Without it, a text that is added later changes the last line too.

    Bad: a file that ends with its last word, or with blank lines
    Good: a file that ends with one line end
    """
    text = page.text
    if not text[page.body.start :].strip():
        return
    end = len(text)
    last = text.rfind("\n") + 1
    if text[last:].strip(" \t>"):
        message = _("The last line has no line end; add one.")
        newline = "\r\n" if "\r\n" in text else "\n"
        shown = len(text.rstrip(" \t"))
        yield Problem(Span(shown - 1, shown), message, (Edit(Span(end, end), newline),))
        return
    kept = text.find("\n", len(text.rstrip())) + 1
    if kept and "\n" in text[kept:] and not code_block_at(page, kept):
        span = Span(kept, end)
        message = _("Blank lines stand at the end of the page; remove them.")
        yield Problem(span, message, (Edit(span, ""),))
