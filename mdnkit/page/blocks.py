"""The blocks of a page: a tree of plain values with spans, made from markdown-it-py's tokens.

MDN's own block forms are told apart here: definition lists and callouts.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.block_tree import BlockTree
from mdnkit.page.markdown import block_tokens
from mdnkit.page.source import Source
from mdnkit.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token


class Block(NamedTuple):
    """One block. Which fields mean something depends on the kind."""

    kind: str
    """heading, paragraph, fence, code, html, list, item, definitions, term, description, quote, callout, table, row,
    cell, break."""
    span: Span
    """The whole lines; of a cell, its text."""
    at: int
    """Where the line begins on which `text` begins."""
    text: str = ""
    """heading, paragraph, term, cell: the inline content with macro calls masked; fence, code, html: the content."""
    level: int = 0
    """heading: 1 to 6."""
    info: str = ""
    """fence: the info string; callout: NOTE, WARNING or CALLOUT; list: ordered or bullet; row: head or body."""
    children: tuple["Block", ...] = ()
    markup: str = ""
    """heading, fence, list: the characters that mark it, such as `##`, ```` ``` ````, `-`."""


INLINE_KINDS = frozenset({"heading", "paragraph", "term", "cell"})
"""The kinds of block whose text is inline content."""


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, each before its children."""
    for block in blocks:
        yield block
        if block.children:
            yield from walk(block.children)


def parse_blocks(source: Source, masked: str, body: Span) -> BlockTree:
    """Return the blocks of `body`, read from `masked` (the page's text with macro calls masked); never raises."""
    tokens, references = block_tokens(masked[body.start : body.end])
    builder = _Builder(source, masked, source.position(body.start).line - 1)
    return BlockTree(builder.build(tokens), references)


_LONG = 2_000
"""Characters from which on the lines of a block's text are looked up, not counted anew for each question."""


def text_offset(source: Source, block: Block, offset: int) -> int:
    """Return where in the page the character at `offset` of the block's `text` stands."""
    if block.kind == "cell" and "\n" not in block.text:
        return block.span.start + offset + block.text.count("|", 0, offset)
    if block.markup.startswith("#") and block.kind == "heading":
        return _heading_start(source, block) + offset
    if "\n" not in block.text and block.kind in INLINE_KINDS:
        return _one_line_start(source, block) + offset
    if len(block.text) > _LONG:
        return _in_long_text(source, block, offset)
    before = block.text.count("\n", 0, offset)
    line_start = block.text.rfind("\n", 0, offset) + 1
    line_end = block.text.find("\n", line_start)
    length = (line_end if line_end != -1 else len(block.text)) - line_start
    # The block's line is a suffix of the page's line: list indents, `>` and the like stand before it.
    if block.at >= len(source.text):
        return len(source.text)
    number = source.position(block.at).line + before
    if number > len(source.line_starts):
        return len(source.text)
    span = source.line_span(number)
    text = source.text[span.start : span.end]
    if line_end == -1 and block.kind in INLINE_KINDS:
        text = text.rstrip()
    return span.start + max(0, len(text) - length) + offset - line_start


def _in_long_text(source: Source, block: Block, offset: int) -> int:
    """Do the same for a text of many lines, about which many questions are asked."""
    in_block, in_page = _lines_of(source, block.at, block.text, block.kind in INLINE_KINDS)
    number = bisect_right(in_block, offset) - 1
    if number >= len(in_page):
        return len(source.text)
    return in_page[number] + offset - in_block[number]


@functools.lru_cache(maxsize=8)
def _lines_of(source: Source, at: int, text: str, is_inline: bool) -> tuple[list[int], list[int]]:
    """Return where each line of a block's text begins, in the text and in the page."""
    lines = text.split("\n")
    line = source.position(at).line
    in_block = [0, *accumulate(len(written) + 1 for written in lines[:-1])]
    in_page: list[int] = []
    for number, written in enumerate(lines[: len(source.line_starts) - line + 1]):
        span = source.line_span(line + number)
        length = span.end - span.start
        if is_inline and number == len(lines) - 1:
            length = len(source.text[span.start : span.end].rstrip())
        in_page.append(span.start + max(0, length - len(written)))
    return in_block, in_page


def _one_line_start(source: Source, block: Block) -> int:
    """Return where the text of a block that has one line begins: it is a suffix of the page's line."""
    if len(block.text) > _LONG:
        return _lines_of(source, block.at, block.text, True)[1][0]
    end = source.text.find("\n", block.at, block.span.end)
    line = source.text[block.at : end if end != -1 else block.span.end]
    return block.at + max(0, len(line.rstrip()) - len(block.text))


def _heading_start(source: Source, block: Block) -> int:
    marker = _HEADING_MARKER.match(source.text, *block.span)
    return marker.end() if marker else block.span.start


_HEADING_MARKER = re.compile(r"[^#\r\n]*#+[ \t]*")
_LINE_END = re.compile(r"\r\n?|\n")
_CALLOUT = re.compile(r"\[!(NOTE|WARNING|CALLOUT)\]")
_CELL_EDGE = re.compile(r"[ \t]*\|?[ \t]*")


_CONTAINERS = frozenset(
    {"blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"}
)


class _Builder:
    """Turns a flat list of tokens into the tree."""

    def __init__(self, source: Source, masked: str, first_line: int) -> None:
        self.source = source
        self.masked = masked
        self.first_line = first_line
        self.starts = source.line_starts

    def build(self, tokens: list["Token"]) -> tuple[Block, ...]:
        """Return the top-level blocks."""
        stack: list[list[Block]] = [[]]
        opened: list[Token] = []
        inline: Token | None = None
        for token in tokens:
            if token.nesting == 1:
                opened.append(token)
                stack.append([])
            elif token.nesting == -1:
                children = stack.pop()
                opening = opened.pop()
                block = self._close(opening, tuple(children), inline)
                inline = None
                stack[-1].extend(block)
            elif token.type == "inline":
                inline = token
            else:
                stack[-1].append(self._leaf(token))
        return tuple(self._place_cells(block) for block in stack[0])

    def _span(self, token: "Token") -> Span:
        first, last = token.map or (0, 0)
        return Span(self._line_start(first), self._line_start(last))

    def _line_start(self, line: int) -> int:
        number = line + self.first_line
        return self.starts[number] if number < len(self.starts) else len(self.masked)

    def _leaf(self, token: "Token") -> Block:
        kinds = {"fence": "fence", "code_block": "code", "html_block": "html", "hr": "break"}
        first = (token.map or [0])[0]
        info = token.info.strip() if token.type == "fence" else ""
        at = self._line_start(first + (token.type == "fence"))
        kind = kinds.get(token.type, token.type)
        markup = token.markup if token.type == "fence" else ""
        return Block(kind, self._span(token), at, token.content, info=info, markup=markup)

    def _close(
        self, token: "Token", children: tuple[Block, ...], inline: "Token | None"
    ) -> list[Block]:
        """Return the block that `token` opened; table head and body give their rows instead."""
        span = self._span(token)
        first = span.start
        if children and token.type in _CONTAINERS:
            # Of the blank lines at its end markdown-it counts some; here a block ends with its last one.
            span = Span(span.start, children[-1].span.end)
        text = inline.content if inline is not None else ""
        match token.type:
            case "heading_open":
                return [Block("heading", span, first, text, int(token.tag[1]), markup=token.markup)]
            case "paragraph_open":
                return [Block("paragraph", span, first, text)]
            case "blockquote_open":
                return [as_callout(Block("quote", span, first, children=children), self.masked)]
            case "bullet_list_open" | "ordered_list_open":
                info = "ordered" if token.type.startswith("ordered") else "bullet"
                markup = token.markup
                block = Block("list", span, first, info=info, children=children, markup=markup)
                return [as_definitions(block)]
            case "list_item_open":
                return [Block("item", span, first, info=token.info, children=children)]
            case "thead_open" | "tbody_open":
                part = "head" if token.type == "thead_open" else "body"
                return [row._replace(info=part) for row in children]
            case "tr_open":
                return [Block("row", span, first, children=children)]
            case "th_open" | "td_open":
                at = self._line_start((inline.map or [0])[0]) if inline is not None else first
                return [Block("cell", span, at, text)]
            case "table_open":
                return [Block("table", span, first, children=children)]
        return [Block(token.type.removesuffix("_open"), span, first, text, children=children)]

    def _place_cells(self, block: Block) -> Block:
        """Give every cell its span: cells come without columns, so they are found one after the other."""
        if block.kind != "row":
            if not block.children:
                return block
            return block._replace(children=tuple(map(self._place_cells, block.children)))
        line = self.source.line_span(self.source.position(block.at).line)
        at = line.start
        first = self.masked.find("|", line.start, line.end)
        if first != -1 and not self.masked[line.start : first].strip(" \t>"):
            at = first
        cells: list[Block] = []
        for cell in block.children:
            edge = _CELL_EDGE.match(self.masked, at, line.end)
            at = edge.end() if edge else at
            written = cell.text.replace("|", "\\|")
            found = self.masked.find(written, at, line.end)
            start = found if found != -1 else at
            end = min(start + len(written), line.end)
            cells.append(cell._replace(span=Span(start, end)))
            at = end
        return block._replace(children=tuple(cells))


def as_callout(quote: Block, text: str) -> Block:
    """Return a callout where the quote, which stands in `text`, begins with `[!NOTE]`, `[!WARNING]` or `[!CALLOUT]`.

    https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Howto/Markdown_in_MDN#notes_warnings_and_callouts
    """
    first = quote.children[0] if quote.children else None
    marker = _CALLOUT.match(first.text) if first and first.kind == "paragraph" else None
    if first is None or marker is None:
        return quote
    rest = first.text[marker.end() :]
    words = rest.lstrip()
    at = first.at
    for _ in range(rest.count("\n", 0, len(rest) - len(words))):
        line_end = _LINE_END.search(text, at)
        at = line_end.end() if line_end else len(text)
    remaining = (first._replace(text=words, at=at),) if words else ()
    children = (*remaining, *quote.children[1:])
    return quote._replace(kind="callout", info=marker[1], children=children)


def as_definitions(block: Block) -> Block:
    """Return a definition list where every item is terms followed by a list whose items begin with `: `.

    https://developer.mozilla.org/en-US/docs/MDN/Writing_guidelines/Howto/Markdown_in_MDN#definition_lists
    """
    for item in block.children:
        if len(item.children) < 2 or not _is_description_list(item.children[-1]):
            return block
    children: list[Block] = []
    for item in block.children:
        first = item.children[0]
        if first.kind == "paragraph" and len(item.children) == 2:
            children.append(Block("term", first.span, first.at, first.text))
        else:
            children.append(Block("term", first.span, first.at, children=item.children[:-1]))
        children += map(_as_description, item.children[-1].children)
    return Block(
        "definitions", block.span, block.at, "", 0, block.info, tuple(children), block.markup
    )


def _is_description_list(block: Block) -> bool:
    if block.kind != "list":
        return False
    for item in block.children:
        opening = item.children[0] if item.children else None
        if opening is None or opening.kind != "paragraph" or not opening.text.startswith(": "):
            return False
    return True


def _as_description(item: Block) -> Block:
    """Return an item without the colon before its text."""
    opening = item.children[0]
    text = opening.text[2:].lstrip()
    parts = (Block("paragraph", opening.span, opening.at, text), *item.children[1:])
    return Block("description", item.span, item.at, "", 0, item.info, parts)
