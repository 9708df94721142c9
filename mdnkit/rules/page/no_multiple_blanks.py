"""No more than one blank line in a row."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._structure import code_block_at
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_BLANKS = re.compile(r"\n((?:[ \t]*\r?\n){2,})")
_END = re.compile(r"\n((?:[ \t]*\r?\n)+)[ \t]*\Z")
_LINE = re.compile(r"[ \t]*\r?\n")


@page_rule(Severity.WARNING, "MD012")
def no_multiple_blanks(page: Page) -> Iterator[Problem]:
    """One blank line stands between two blocks, not more, and none at the end of the page.

    Bad: two blank lines between paragraphs
    Good: one blank line
    """
    text = page.text
    start = page.body.start
    start += len(text[start:]) - len(text[start:].lstrip())
    end = len(text.rstrip()) if text.rstrip() else 0
    for match in _BLANKS.finditer(text, start, end) if _may_have(text, start) else ():
        first = _LINE.match(text, match.start(1))
        span = Span(first.end() if first else match.start(1), match.end())
        if not code_block_at(page, match.start(1)) and not code_block_at(page, span.start):
            message = _("{count} blank lines in a row; leave one.")
            count = text.count("\n", match.start(1), match.end())
            yield Problem(span, message.format(count=count), (Edit(span, ""),))
    tail = _END.search(text, max(end - 1, start))
    if tail and end > start and not code_block_at(page, tail.start(1)):
        span = Span(*tail.span(1))
        yield Problem(
            span, _("Blank lines stand at the end of the page; remove them."), (Edit(span, ""),)
        )


def _may_have(text: str, start: int) -> bool:
    return any(text.find(part, start) != -1 for part in ("\n\n\n", "\n\r\n\r\n", "\n ", "\n\t"))
