"""Headings begin at the beginning of the line."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._lists import lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_INDENTED = re.compile(r"(?:[ ]{0,3}>[ ]?)*([ \t]*)(?=\S)")


@markdown_rule(Severity.WARNING, "MD023", unless=PLAIN_HEADINGS)
def heading_start_left(page: Page) -> Iterator[Problem]:
    """A heading begins at the beginning of its line, or where the text of its list item or quotation begins.

    Bad: ` ## Examples`
    Good: `## Examples`
    """
    for heading in of_kind(page, "heading"):
        if page.text[heading.span.start] in " \t>":
            indent = _surplus(page, heading)
            if indent.end > indent.start:
                edits = (Edit(indent, ""),)
                yield Problem(indent, _("White space stands before the heading; remove it."), edits)


def _surplus(page: Page, heading: Block) -> Span:
    """Return the white space before a heading that no list or quotation asks for."""
    line = heading.span.start
    match = _INDENTED.match(page.text, line)
    if match is None:
        return Span(line, line)
    start, end = match.span(1)
    for found in lists(page):
        for item in found.items if found.span.contains(heading.span) else ():
            if item.line_start <= line < item.end:
                if item.line_start == line:
                    start = max(start, item.content)
                else:
                    start = max(start, line + item.content - item.line_start)
    return Span(min(start, end), end)
