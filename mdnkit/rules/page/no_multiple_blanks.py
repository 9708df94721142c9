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
    """One blank line stands between two blocks, not more; those at the end are left to `single-trailing-newline`.

    Bad: two blank lines between paragraphs
    Good: one blank line
    """
    text = page.text
    start = page.body.start
    if not any(text.find(blank, start) != -1 for blank in ("\n\n\n", " \n", "\t\n", "\r\n")):
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
