"""Tables of regular pages, for `mdnkit.page.regular_blocks`: each row begins and ends with a pipe and has all cells."""

import re

from mdnkit.page.blocks import Block
from mdnkit.page.regular_lines import Irregular
from mdnkit.span import Span

_DELIMITER = re.compile(r" *[|:-][ |:-]*\n")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+\n")
_PIPE = re.compile(r"(?<!\\)\|")


def may_begin_table(text: str, below: int, margin: str) -> bool:
    """Return whether the line that begins at `below` may be the rule under the head of a table."""
    return (
        text.startswith(margin, below) and _DELIMITER.match(text, below + len(margin)) is not None
    )


def read_table(text: str, start: int, at: int, margin: str) -> tuple[Block, int]:
    """Return the table that begins at `at`, in the line that begins at `start`, and where the line after it begins."""
    rule = _RULE.match(text, text.index("\n", at) + 1 + len(margin))
    if rule is None:
        raise Irregular
    columns = rule[0].count("|") - 1
    rows = [_row(text, start, at, "head", columns)]
    line = rule.end()
    while text.startswith(margin, line):
        at = line + len(margin)
        if not text[at : text.find("\n", at)].strip(" "):
            break
        row = _row(text, line, at, "body", columns)
        rows.append(row)
        line = row.span.end
    return Block("table", Span(start, line), start, children=tuple(rows)), line


def _row(text: str, start: int, at: int, part: str, columns: int) -> Block:
    """Return a row whose line begins and ends with a pipe and has a cell for each column."""
    line = text[at : text.index("\n", at)]
    parts = _PIPE.split(line)
    is_whole = len(parts) == columns + 2 and not parts[0] and not parts[-1]
    if not is_whole or text[start:at].strip(" "):
        raise Irregular
    end = at + len(line) + 1
    cells: list[Block] = []
    at += 1
    for raw in parts[1:-1]:
        written = raw.strip(" ")
        if not written.isprintable():
            raise Irregular
        left = at + len(raw) - len(raw.lstrip(" "))
        span = Span(left, left + len(written))
        cells.append(Block("cell", span, start, written.replace("\\|", "|")))
        at += len(raw) + 1
    return Block("row", Span(start, end), start, info=part, children=tuple(cells))
