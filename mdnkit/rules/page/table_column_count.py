"""The lines of a table have the same number of cells."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import WHOLE_TABLES
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._tables import tables


@markdown_rule(Severity.ERROR, "MD056", unless=WHOLE_TABLES)
def table_column_count(page: Page) -> Iterator[Problem]:
    """Every line of a table has as many cells as its head.

    Cells beyond that are not shown, and missing ones stay empty. A `|` inside a cell, in code too, is written `\\|`.

    Bad: `| a | b | c |` in a table of two columns
    Good: `| a | b |`
    """
    for _table, rows in tables(page):
        wanted = rows[0].cells if rows else 0
        for row in rows[1:]:
            if row.cells != wanted:
                message = _("Cells in this line of the table: {count}; in its head: {wanted}.")
                text = message.format(count=row.cells, wanted=wanted)
                yield Problem(row.span, text)
