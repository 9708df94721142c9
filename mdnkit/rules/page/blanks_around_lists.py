"""Blank lines stand before and after a list."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import LOOSE_LISTS
from mdnkit.page.page import Page
from mdnkit.rules.page._blank_lines import blank_above, blank_below, blank_line
from mdnkit.rules.page._lists import first_marker, outer_lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD032", unless=LOOSE_LISTS)
@keeping_blocks
def blanks_around_lists(page: Page) -> Iterator[Problem]:
    """A blank line stands before and after a list; lists inside lists need none.

    Whether a list may follow text directly differs between readers of Markdown, and between bullets and numbers.

    Bad: `text` directly followed by `- item`
    Good: a blank line between them
    """
    source = page.source
    for found in outer_lists(page.blocks):
        start = found.span.start
        # Markers that ul-style replaces come first: with a blank line between old and new ones, a list falls apart.
        is_settled = found.markup not in ("*", "+")
        if not blank_above(page, start):
            edits = blank_line(page, start, start) if is_settled else ()
            yield Problem(first_marker(page, found), _("Put a blank line before the list."), edits)
        if page.text.startswith("\n", found.span.end):
            continue
        end = _end(page, found.span)
        if not blank_below(page, end):
            last = source.line_span(source.position(max(end - 1, 0)).line)
            edits = blank_line(page, start, end) if is_settled else ()
            text = page.text[last.start : last.end]
            begin = last.start + len(text) - len(text.lstrip())
            yield Problem(Span(begin, last.end), _("Put a blank line after the list."), edits)


def _end(page: Page, span: Span) -> int:
    """Return where the lines of a list end, blank ones at its end left out."""
    end = span.end
    while end > span.start:
        before = page.text.rfind("\n", span.start, end - 1) + 1
        if before == 0 or page.text[before:end].strip(" \t>\r\n"):
            return end
        end = before
    return span.end
