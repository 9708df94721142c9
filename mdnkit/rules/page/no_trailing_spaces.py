"""No white space stands at the end of a line."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_code_content, is_comment
from mdnkit.span import Span

_TRAILING = re.compile(r"[ \t]+(?=\r?(?:\n|\Z))")


@markdown_rule(Severity.WARNING, "MD009", where=(" \n", " \r", "\t\n", "\t\r"))
def no_trailing_spaces(page: Page) -> Iterator[Problem]:
    """No white space stands at the end of a line, outside code.

    It cannot be seen, and makes differences between versions that nobody meant. Two spaces, which break a line, are left to
    `text-trailing-spaces`.

    Bad: a line that ends with a space
    Good: a line that ends with its last word
    """
    for span in trailing_space(page):
        written = page.text[slice(*span)]
        if written != "  " and not is_code_content(page, span.start):
            message = _("The line ends with {count} characters of white space; remove them.")
            if len(written) == 1:
                message = _("The line ends with white space; remove it.")
            yield Problem(span, message.format(count=len(written)), (Edit(span, ""),))


def trailing_space(page: Page) -> Iterator[Span]:
    """Yield the white space at the end of the lines of the body, comments left out."""
    text, start = page.text, page.body.start
    ends = (" \n", "\t\n", " \r", "\t\r") if "\r" in text else (" \n", "\t\n")
    if any(text.find(end, start) != -1 for end in ends) or text.endswith((" ", "\t")):
        for match in _TRAILING.finditer(text, start):
            if not is_comment(page, match.start()):
                yield Span(*match.span())
