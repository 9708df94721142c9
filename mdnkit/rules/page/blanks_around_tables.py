"""Blank lines stand before and after a table."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import LOOSE_TABLES
from mdnkit.page.page import Page
from mdnkit.rules.page._blank_lines import blank_above, blank_below, blank_line
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._tables import tables


@markdown_rule(Severity.WARNING, "MD058", unless=LOOSE_TABLES)
@keeping_blocks
def blanks_around_tables(page: Page) -> Iterator[Problem]:
    """A blank line stands before and after a table.

    Text directly below a table is read as one more row.

    Bad: a heading directly below a table
    Good: a blank line between them
    """
    for table, rows in tables(page):
        start, end = table.span
        if not blank_above(page, start):
            edits = blank_line(page, start, start)
            yield Problem(rows[0].span, _("Put a blank line before the table."), edits)
        if not blank_below(page, end):
            edits = blank_line(page, start, end)
            yield Problem(rows[-1].span, _("Put a blank line after the table."), edits)
