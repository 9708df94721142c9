"""Tables have a line of hyphens below their heads."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at
from mdnkit.span import Span

_MARKS = r"[ \t>*+0-9.):-]*"
_ROW = r"\|[^\n]*\|[ \t\r]*"
_ROWS = re.compile(
    rf"\n(?P<before>{_MARKS})(?P<head>{_ROW})\n[ \t>]*(?P<below>{_ROW})(?:\n[ \t>]*{_ROW})*(?=\n|\Z)"
)
"""Lines that are rows of a table, if they are one."""
_PIPE = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")


@markdown_rule(
    Severity.ERROR,
    where=outside_fences(r"\|[ \t\r]*\n[ \t>]*\|"),
    unless=PAIRED_FENCES,
)
def table_delimiter(page: Page) -> Iterator[Problem]:
    """A table has a line of hyphens below its head, with as many cells.

    Without that line, lines with pipes are ordinary words, and readers see the pipes.

    Bad: `| Name | Use |` right above `| a | b |`
    Good: `| ---- | --- |` between them
    """
    for rows in _ROWS.finditer(page.masked, max(page.body.start - 1, 0)):
        head, below = rows["head"].rstrip(), rows["below"].rstrip()
        is_delimited = _DELIMITERS.fullmatch(below) is not None
        cells, other = (len(_PIPE.findall(row)) - 1 for row in (head, below))
        span = Span(rows.start("head"), rows.start("head") + len(head))
        if (is_delimited and cells == other) or not _are_words(page, span):
            continue
        if is_delimited:
            message = _(
                "This is no table: its head has {count} cells, the line of hyphens below it {other}."
            )
            yield Problem(span, message.format(count=cells, other=other))
            continue
        line = "| " + " | ".join(["---"] * cells) + " |"
        message = _("This is no table, as a line such as `{line}` is missing below its head.")
        edit = Edit(Span(span.end, span.end), f"\n{rows['before']}{line}")
        edits = () if rows["before"].strip(" \t>") else (edit,)
        yield Problem(span, message.format(line=line), edits)


def _are_words(page: Page, span: Span) -> bool:
    """Return whether a line belongs to a paragraph."""
    if code_block_at(page, span.start):
        return False
    block = page.text_at(span.start)
    return block is not None and block.kind == "paragraph"
