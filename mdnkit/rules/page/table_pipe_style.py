"""The lines of a table begin and end with a pipe."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import WHOLE_TABLES
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._tables import tables
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD055", unless=WHOLE_TABLES)
@keeping_blocks
def table_pipe_style(page: Page) -> Iterator[Problem]:
    """Every line of a table begins and ends with a pipe.

    Without them an empty cell at the edge is lost.

    Bad: `a | b`
    Good: `| a | b |`
    """
    for _table, rows in tables(page):
        for row in rows:
            start, end = row.span
            if not row.leading:
                edits = (Edit(Span(start, start), "| "),)
                message = _("The line of the table does not begin with `|`; write it.")
                yield Problem(Span(start, start + 1), message, edits)
            if not row.trailing:
                edits = (Edit(Span(end, end), " |"),)
                message = _("The line of the table does not end with `|`; write it.")
                yield Problem(Span(end - 1, end), message, edits)
