"""No more than one blank line in a row."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at, is_comment
from mdnkit.span import Span

_BLANKS = re.compile(r"\n([ \t]*\r?\n)((?:[ \t]*\r?\n)+)(?=[^\n])")


@markdown_rule(Severity.WARNING, "MD012", where=("\n\n\n", " \n", "\t\n", "\r"))
def no_multiple_blanks(page: Page) -> Iterator[Problem]:
    """One blank line stands between two blocks, not more, and none at the end of a page.

    Bad: two blank lines between paragraphs
    Good: one blank line
    """
    text = page.text
    start = page.body.start
    blanks = ("\n\n\n", " \n", "\t\n", "\r\n")
    if not text.endswith("\n\n") and not any(text.find(blank, start) != -1 for blank in blanks):
        return
    begin = len(text) - len(text[start:].lstrip())
    for match in _BLANKS.finditer(text, begin, len(text.rstrip())):
        span = Span(*match.span(2))
        if not (code_block_at(page, match.start(1)) or code_block_at(page, span.start)) and not (
            is_comment(page, span.start)
        ):
            message = _("{count} blank lines in a row; leave one.")
            count = text.count("\n", match.start(1), match.end())
            yield Problem(span, message.format(count=count), (Edit(span, ""),))
    if begin < len(text):
        yield from _at_end(page)


def _at_end(page: Page) -> Iterator[Problem]:
    """Report blank lines behind the last line of text."""
    text = page.text
    kept = text.find("\n", len(text.rstrip())) + 1
    if kept and "\n" in text[kept:] and not code_block_at(page, kept):
        span = Span(kept, len(text))
        message = _("Blank lines stand at the end of the page; remove them.")
        yield Problem(span, message, (Edit(span, ""),))
