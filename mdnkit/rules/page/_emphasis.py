"""Where emphasis begins and ends in the text of a block. markdown-it-py says what is emphasis, but not where."""

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
    at = 0
    text = block.text
    ends: list[int] = []

    def place(offset: int, length: int) -> Span:
        start = text_offset(page.source, block, offset)
        return Span(start, start + length)

    for token in inline_tokens(text, {"references": page.references}):
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
        elif kind in ("em_open", "strong_open"):
            opened.append((token, at))
            at += len(token.markup)
        elif kind in ("em_close", "strong_close"):
            opening, start = opened.pop()
            size = len(opening.markup)
            strong = kind == "strong_close"
            found.append(Emphasis(strong, opening.markup, place(start, size), place(at, size)))
            at += size
        else:
            at = _after(token, text, at)
    return tuple(item for item in found if _is_exact(page, item))


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
