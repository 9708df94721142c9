"""One space stands after the mark of a quotation."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LINE_START, LONE_CR
from mdnkit.rules.page._lists import Item, lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._structure import code_block_at, html_block_at
from mdnkit.span import Span

_WIDE = re.compile(r"\n[ \t]*(?:>[ ]?)*>[ ]([ \t]+)(?=[^\s])")
_QUOTE = re.compile(r"[ \t]*(?:>[ ]?)+")


@markdown_rule(Severity.WARNING, "MD027", where=(rf"{LINE_START}>[ \t][ \t]", LONE_CR))
@keeping_blocks
def no_multiple_space_blockquote(page: Page) -> Iterator[Problem]:
    """One space stands between `>` and the text of a quotation or a callout; more only where a list asks for it.

    Bad: `>  Text.`
    Good: `> Text.`
    """
    if (
        page.text.find(">  ", page.body.start) == -1
        and page.text.find("> \t", page.body.start) == -1
    ):
        return
    for match in _WIDE.finditer(page.text, max(page.body.start - 1, 0)):
        span = Span(*match.span(1))
        if _is_wanted(page, match.start() + 1, span):
            continue
        edits = (Edit(span, ""),)
        message = _("More than one space stands after `>`; leave one.")
        yield Problem(span, message, edits)


def _is_wanted(page: Page, line: int, span: Span) -> bool:
    """Return whether the white space belongs to code, to raw HTML, or to an item that began before."""
    code = code_block_at(page, span.end)
    html = html_block_at(page, span.end)
    if code and (code.kind == "code" or code.span.start < line):
        return True
    if html and html.span.start < line:
        return True
    inside = [
        item
        for found in lists(page)
        if "quote" in found.parents and found.span.start < line < found.span.end
        for item in found.items
        if item.line_start < line < item.end
    ]
    actual = span.end - span.start + 1
    return any(_content_indent(page, item) < actual for item in inside)


def _content_indent(page: Page, item: Item) -> int:
    """Return how far the text of an item stands behind the marks of its quotation."""
    quote = _QUOTE.match(page.text, item.line_start, item.content)
    return item.content - (quote.end() if quote else item.line_start)
