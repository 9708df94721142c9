"""Blank lines stand before and after a heading."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._blank_lines import blank_above, blank_below, blank_line
from mdnkit.rules.page._headings import first_line
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._structure import of_kind


@markdown_rule(Severity.WARNING, "MD022", unless=PLAIN_HEADINGS)
@keeping_blocks
def blanks_around_headings(page: Page) -> Iterator[Problem]:
    """A blank line stands before and after a heading.

    Bad: `## Examples` directly followed by text
    Good: a blank line between them
    """
    for heading in of_kind(page, "heading"):
        start, end = heading.span
        if not blank_above(page, start):
            edits = blank_line(page, start, start)
            yield Problem(
                first_line(page, heading), _("Put a blank line before the heading."), edits
            )
        if not blank_below(page, end):
            edits = blank_line(page, start, end)
            yield Problem(
                first_line(page, heading), _("Put a blank line after the heading."), edits
            )
