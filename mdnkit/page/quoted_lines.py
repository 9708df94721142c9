"""The lines of a quotation: where what is read without `>` stands in the text around it."""

from bisect import bisect_right
from typing import NamedTuple

from mdnkit.page.blocks import Block
from mdnkit.span import Span


class QuotedLine(NamedTuple):
    """A line of a quotation."""

    inner: int
    """Where it begins in the text of the quotation, which has no `>`."""
    start: int
    """Where it begins in the text around it."""
    at: int
    """Where it goes on there behind `>`."""


def placed(block: Block, lines: list[QuotedLine]) -> Block:
    """Return a block of the text of a quotation with its places in the text around it."""

    def place(offset: int) -> int:
        line = lines[bisect_right(lines, offset, key=lambda line: line.inner) - 1]
        return line.at + offset - line.inner if offset > line.inner else line.start

    return block._replace(
        span=Span(place(block.span.start), place(block.span.end)),
        at=place(block.at),
        children=tuple(placed(child, lines) for child in block.children),
    )
