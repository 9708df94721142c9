"""How tables are written: their lines, the pipes at both ends, the number of their cells."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*")
_PIPE = re.compile(r"(?<!\\)\|")


class Row(NamedTuple):
    """One line of a table, the line of hyphens included."""

    span: Span
    """From the first to the last character that is no white space."""
    text: str
    """With macro calls masked."""

    @property
    def leading(self) -> bool:
        """Whether the line begins with a pipe."""
        return self.text.startswith("|")

    @property
    def trailing(self) -> bool:
        """Whether the line ends with a pipe that ends a cell."""
        return self.text.endswith("|") and not self.text.endswith("\\|") and len(self.text) > 1

    @property
    def cells(self) -> int:
        """How many cells the line has."""
        return len(_PIPE.findall(self.text)) + 1 - self.leading - self.trailing


def tables(page: Page) -> Iterator[tuple[Block, tuple[Row, ...]]]:
    """Yield the tables of a page with their lines."""
    for table in of_kind(page, "table"):
        yield table, tuple(_rows(page, table))


def _rows(page: Page, table: Block) -> Iterator[Row]:
    """Yield the lines of a table; the first may stand behind the marker of a list item."""
    at = table.span.start
    first = True
    while at < table.span.end:
        end = page.masked.find("\n", at, table.span.end)
        end = end if end != -1 else table.span.end
        start = at
        head = table.children[0] if table.children else None
        if first and head and head.children:
            cell = head.children[0].span.start
            pipe = page.masked.rfind("|", at, cell)
            start = pipe if pipe != -1 else cell
        else:
            prefix = _PREFIX.match(page.masked, at, end)
            start = prefix.end() if prefix else at
        text = page.masked[start:end].rstrip()
        if text:
            yield Row(Span(start, start + len(text)), text)
        at = end + 1
        first = False
