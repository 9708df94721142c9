"""What stands where in a page: its blocks by kind, which places are code, which are text that readers read."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mdnkit.page.block_tree import last_begun
from mdnkit.page.blocks import INLINE_KINDS, Block, text_offset
from mdnkit.page.inlines import Inline
from mdnkit.page.page import Page
from mdnkit.rules.page._html_parts import holds, html_parts

_NO_TEXT = ("code", "html", "autolink")


@functools.lru_cache(maxsize=1)
def code_blocks(page: Page) -> tuple[Block, ...]:
    """Return the fences and the indented code of a page, in order; kept until the next page is asked about."""
    return tuple(sorted(of_kind(page, "fence", "code"), key=_start))


@functools.lru_cache(maxsize=1)
def texts(page: Page) -> tuple[Block, ...]:
    """Return the blocks with inline content, in order; kept until the next page is asked about."""
    found = [block for block in of_kind(page, *INLINE_KINDS) if block.text]
    return tuple(sorted(found, key=_start))


def _start(block: Block) -> int:
    return block.span[0]


def of_kind(page: Page, *kinds: str) -> Sequence[Block]:
    """Return the blocks of some kinds, kind by kind, each in order."""
    if len(kinds) == 1:
        return page.of_kind(kinds[0])
    return tuple(block for kind in kinds for block in page.of_kind(kind))


def _at(blocks: Sequence[Block], offset: int) -> Block | None:
    block = last_begun(blocks, offset)
    return block if block is not None and offset < block.span.end else None


def code_block_at(page: Page, offset: int) -> Block | None:
    """Return the fence or indented code that the place `offset` belongs to; its fence lines belong to it."""
    return _at(code_blocks(page), offset)


def html_block_at(page: Page, offset: int) -> Block | None:
    """Return the block of raw HTML that the place belongs to."""
    return _at(of_kind(page, "html"), offset)


@functools.lru_cache(maxsize=8)
def text_start(page: Page, block: Block) -> int:
    """Return where the inline content of `block` begins, behind indents and markers."""
    return text_offset(page.source, block, 0)


def is_code(page: Page, offset: int) -> bool:
    """Return whether the place is code: a fence, indented code, or a code span."""
    if code_block_at(page, offset):
        return True
    block = page.text_at(offset)
    return block is not None and piece_at(page, block, offset, "code") is not None


def piece_at(page: Page, block: Block, offset: int, *kinds: str) -> Inline | None:
    """Return the piece of a block's text that the place belongs to, of one of some kinds that do not hold each other."""
    pieces = _pieces(page, block, kinds)
    index = bisect_right(pieces, offset, key=_start_of_piece) - 1
    return pieces[index] if index >= 0 and offset < pieces[index].span.end else None


_SIGNS: dict[tuple[str, ...], str] = {("code",): "`", ("html",): "<"}
"""What stands in a text that has a piece of these kinds."""


@functools.lru_cache(maxsize=8)
def _pieces(page: Page, block: Block, kinds: tuple[str, ...]) -> list[Inline]:
    """Return the pieces of some kinds, in order; long texts are searched once, not for each place in them."""
    if _SIGNS.get(kinds, "") not in block.text:
        return []
    return [piece for piece in page.inlines(block) if piece.kind in kinds]


def _start_of_piece(piece: Inline) -> int:
    return piece.span.start


def is_text(page: Page, offset: int) -> bool:
    """Return whether the place is text that readers read: no code, no tag, no URL, no macro call."""
    html = html_block_at(page, offset)
    if html:
        return _is_html_text(page, html, offset)
    block = page.text_at(offset)
    if block is None or offset < text_start(page, block):
        return False
    if piece_at(page, block, offset, *_NO_TEXT):
        return False
    for kind in ("link", "image"):
        piece = piece_at(page, block, offset, kind)
        if piece and piece.label.end and piece.label.end <= offset:
            return False
    return not in_macro_call(page, offset)


def is_any_code(page: Page, offset: int) -> bool:
    """Return whether the place is code of Markdown, or stands in an element of raw HTML that holds code."""
    html = html_block_at(page, offset)
    if html:
        return holds(html_parts(page, html.span).code, offset)
    return is_code(page, offset)


def is_comment(page: Page, offset: int) -> bool:
    """Return whether the place is in a comment of raw HTML, which nobody sees."""
    html = html_block_at(page, offset)
    if html:
        return holds(html_parts(page, html.span).comments, offset)
    block = page.text_at(offset)
    piece = None if block is None else piece_at(page, block, offset, "html")
    return piece is not None and piece.text.startswith("<!--")


def _is_html_text(page: Page, block: Block, offset: int) -> bool:
    """Return whether raw HTML has text at a place, and not a tag, a comment or code."""
    parts = html_parts(page, block.span)
    return not any(holds(part, offset) for part in parts)


def in_macro_call(page: Page, offset: int) -> bool:
    """Return whether the place is inside a macro call."""
    calls = page.macro_calls
    index = bisect_right(calls, offset, key=lambda call: call.span.start) - 1
    return index >= 0 and offset < calls[index].span.end


def outside_code(page: Page, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` in the body whose first group, if there is one, is neither code nor comment."""
    group = 1 if pattern.groups else 0
    for match in pattern.finditer(page.masked, max(page.body.start - 1, 0)):
        start = match.start(group)
        if not is_code(page, start) and not is_comment(page, start):
            yield match


def is_code_content(page: Page, offset: int) -> bool:
    """Return whether the place is in a line of code: of indented code, or between the lines of a fence."""
    block = code_block_at(page, offset)
    if block is None or block.kind == "code":
        return block is not None
    first = page.source.position(block.span.start).line
    last = page.source.position(block.span.end - 1).line
    line = page.source.position(offset).line
    return first < line < last or (first < line == last and not _closes(page, last, block.markup))


def _closes(page: Page, line: int, markup: str) -> bool:
    """Return whether a line is one that closes a fence."""
    text = page.text[slice(*page.source.line_span(line))].strip(" \t>")
    return text.startswith(markup) and not text.strip(markup[0])
