"""Tables have a line of hyphens below their heads."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.span import Span

_CELLS = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")


@markdown_rule(
    Severity.ERROR,
    where=outside_fences(r"\n[ \t>*+0-9.):-]*\|[^\n]*\|[ \t\r]*\n[ \t>]*\|[^\n]*\|[ \t\r]*\n"),
    unless=PAIRED_FENCES,
)
def table_delimiter(page: Page) -> Iterator[Problem]:
    """A table has a line of hyphens below its head, with as many cells.

    Without that line, lines with pipes are ordinary words, and readers see the pipes.

    Bad: `| Name | Use |` right above `| a | b |`
    Good: `| ---- | --- |` between them
    """
    for block in page.of_kind("paragraph"):
        lines = [line.strip() for line in block.text.split("\n")]
        rows = [line for line in lines if len(line) > 1 and line[0] == line[-1] == "|"]
        if len(rows) < 2 or rows != lines[-len(rows) :]:
            continue
        head, below = rows[:2]
        start = page.masked.find(head, block.span.start, block.span.end)
        if start == -1:
            continue
        count = len(_CELLS.findall(head)) - 1
        if not _DELIMITERS.fullmatch(below):
            message = _("This is no table, as a line such as `{line}` is missing below its head.")
            delimiters = "| " + " | ".join(["---"] * count) + " |"
            before = page.masked[page.masked.rfind("\n", 0, start) + 1 : start]
            edits = (
                (Edit(Span(start + len(head), start + len(head)), f"\n{before}{delimiters}"),)
                if not before.strip(" \t>")
                else ()
            )
            yield Problem(Span(start, start + len(head)), message.format(line=delimiters), edits)
        elif (wanted := len(_CELLS.findall(below)) - 1) != count:
            message = _(
                "This is no table: its head has {count} cells, the line of hyphens below it {other}."
            )
            yield Problem(Span(start, start + len(head)), message.format(count=count, other=wanted))
