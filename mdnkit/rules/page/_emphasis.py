"""Where emphasis begins and ends in the text of a block. markdown-it-py says what is emphasis, but not where."""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.markdown import inline_tokens
from mdnkit.page.page import Page
from mdnkit.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token


class Emphasis(NamedTuple):
    """One emphasis, `_text_` or `**text**`."""

    strong: bool
    markup: str
    """`*`, `_`, `**` or `__`."""
    opening: Span
    closing: Span


def emphasis(page: Page, block: Block) -> tuple[Emphasis, ...]:
    """Return the emphasis in the text of a block, in the order in which it ends."""
    found: list[Emphasis] = []
    opened: list[tuple[Token, int]] = []
    for token, at in _placed(page, block):
        if token.type in ("em_open", "strong_open"):
            opened.append((token, at))
        elif token.type in ("em_close", "strong_close"):
            opening, start = opened.pop()
            size = len(opening.markup)
            places = _place(page, block, start, size), _place(page, block, at, size)
            found.append(Emphasis(token.type == "strong_close", opening.markup, *places))
    return tuple(item for item in found if _is_exact(page, item))


@functools.lru_cache(maxsize=8)
def loose_mark(page: Page, block: Block) -> Span | None:
    """Return the first back-ticks or pair of asterisks in the text of a block that marks nothing, so that readers see it.

    Those that stand for themselves are left out: between tags, as in `<kbd>`, and asterisks between spaces.
    """
    for token, at in _placed(page, block):
        for mark in _MARKS.finditer(token.content) if token.type == "text" else ():
            span = _place(page, block, at + mark.start(), len(mark[0]))
            around = page.masked[span.start - 1 : span.start], page.masked[span.end : span.end + 1]
            is_itself = around in ((">", "<"), (" ", " "))
            if not is_itself and page.masked[span.start : span.end] == mark[0]:
                return span
    return None


_MARKS = re.compile(r"`+|\*{2,}")


def _placed(page: Page, block: Block) -> Iterator[tuple["Token", int]]:
    """Yield the tokens of a block's text, each with its offset there."""
    at = 0
    text = block.text
    ends: list[int] = []
    for token in inline_tokens(text, {"references": page.references}):
        yield token, at
        kind = token.type
        if "span" in token.meta:
            start, end = token.meta["span"]
            if kind == "link_open" and token.info != "auto":
                at = token.meta["label"][0]
                ends.append(end)
            elif kind == "link_open":
                at = start + 1
                ends.append(end)
            else:
                at = end
        elif kind == "link_close":
            at = ends.pop() if ends else at
        elif kind in ("em_open", "strong_open", "em_close", "strong_close"):
            at += len(token.markup)
        else:
            at = _after(token, text, at)


def _place(page: Page, block: Block, offset: int, length: int) -> Span:
    start = text_offset(page.source, block, offset)
    return Span(start, start + length)


def _is_exact(page: Page, item: Emphasis) -> bool:
    """Return whether the marks stand where they are said to: tabs and lone CRs can move the text of a block."""
    places = (item.opening, item.closing)
    return all(page.masked[place.start : place.end] == item.markup for place in places)


def _after(token: "Token", text: str, at: int) -> int:
    """Return where the text goes on after a token that stands at `at`."""
    if token.type in ("softbreak", "hardbreak"):
        end = text.find("\n", at) + 1
        while text[end : end + 1] == " ":
            end += 1
        return end
    if token.type in ("s_open", "s_close"):
        return at + len(token.markup)
    if token.type == "text_special":
        return at + len(token.markup)
    return at + len(token.content)
