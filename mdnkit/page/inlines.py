"""The inline content of a block: links, images, code spans, raw HTML and words, with spans."""

import re
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.markdown import References, inline_tokens
from mdnkit.page.regular_inlines import Piece, read_regular, regular_words
from mdnkit.page.source import Source
from mdnkit.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token


class Inline(NamedTuple):
    """A piece of inline content."""

    kind: str
    """link, image, code, html, autolink"""
    span: Span
    """In the page's text."""
    text: str
    """link, autolink: the words that are shown; image: the alternative text; code: the code; html: the tag."""
    target: str = ""
    """link, image, autolink: the URL as written."""
    target_span: Span = Span(0, 0)
    """Where the URL is written; empty for a link by reference."""
    label: Span = Span(0, 0)
    """link, image: what stands between the brackets."""


_MARKUP = re.compile(r"[\\`*_~\[\]<>!&\n]")

NEEDS_PARSING = re.compile(r"[\[<`]")
"""Text without any of these characters holds no inline piece."""


def parse_inlines(source: Source, block: Block, references: References) -> tuple[Inline, ...]:
    """Return the pieces of a block's text, in order; a link comes before what stands inside it."""
    if not NEEDS_PARSING.search(block.text):
        return ()
    pieces = None if references.get("references") else read_regular(block.text)
    if pieces is None:
        return parse_with_markdown_it(source, block, references)
    if "\n" in block.text or (block.kind == "cell" and "|" in block.text):
        return tuple(_from_piece(source, block, piece) for piece in pieces)
    start = text_offset(source, block, 0)
    return tuple(_at(start, piece) for piece in pieces)


def _at(start: int, piece: Piece) -> Inline:
    """Return the piece of a block whose text stands in one line, from offset `start` of the page on."""
    span = Span(start + piece.start, start + piece.end)
    if not piece.label_end:
        return Inline(piece.kind, span, piece.text)
    label_end = start + piece.label_end
    target, label = Span(label_end + 2, span.end - 1), Span(span.start + _opening(piece), label_end)
    return Inline(piece.kind, span, piece.text, piece.target, target, label)


def _opening(piece: Piece) -> int:
    """Return how many characters stand before the label of a link or an image."""
    return 2 if piece.kind == "image" else 1


def _from_piece(source: Source, block: Block, piece: Piece) -> Inline:
    def place(first: int, last: int) -> Span:
        return Span(text_offset(source, block, first), text_offset(source, block, last - 1) + 1)

    span = place(piece.start, piece.end)
    if not piece.label_end:
        return Inline(piece.kind, span, piece.text)
    label = Span(span.start + _opening(piece), text_offset(source, block, piece.label_end))
    target_span = Span(label.end + 2, span.end - 1)
    return Inline(piece.kind, span, piece.text, piece.target, target_span, label)


def parse_with_markdown_it(
    source: Source, block: Block, references: References
) -> tuple[Inline, ...]:
    """Return the pieces of a block's text as markdown-it-py finds them."""
    tokens = inline_tokens(block.text, references)
    found: list[Inline] = []
    for index, token in enumerate(tokens):
        if "span" not in token.meta:
            continue
        start, end = token.meta["span"]
        span = Span(text_offset(source, block, start), text_offset(source, block, end - 1) + 1)
        match token.type:
            case "link_open" if token.info == "auto":
                url = str(token.attrs["href"])
                inner = Span(span.start + 1, span.end - 1)
                found.append(Inline("autolink", span, url, url, inner))
            case "link_open":
                found.append(_link(source, block, token, _words(tokens, index), "href"))
            case "image":
                found.append(_link(source, block, token, token.content, "src"))
            case "code_inline":
                found.append(Inline("code", span, token.content))
            case "html_inline":
                found.append(Inline("html", span, token.content))
    return tuple(found)


def _link(source: Source, block: Block, token: "Token", words: str, attribute: str) -> Inline:
    """Return the link or image that `token` opens, with the place of its URL."""
    start, end = token.meta["span"]
    label_start, label_end = token.meta["label"]

    def place(first: int, last: int) -> Span:
        return Span(text_offset(source, block, first), text_offset(source, block, last))

    target = str(token.attrs[attribute])
    target_span = Span(0, 0)
    if block.text[label_end + 1 : label_end + 2] == "(":
        at = label_end + 2
        while at < end and block.text[at] in " \t\n<":
            at += 1
        stop = at + len(target)
        is_plain = block.text[at:stop] == target
        target_span = place(at, stop if is_plain else end - 1)
    kind = "link" if attribute == "href" else "image"
    return Inline(
        kind, place(start, end), words, target, target_span, place(label_start, label_end)
    )


def _words(tokens: list["Token"], index: int) -> str:
    """Return the words of the link that begins at `index`."""
    level = tokens[index].level
    words: list[str] = []
    for token in tokens[index + 1 :]:
        if token.type == "link_close" and token.level == level:
            break
        words.append(shown_text(token))
    return "".join(words)


def shown_text(token: "Token") -> str:
    """Return what a reader sees of one inline token."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type in ("text", "code_inline", "text_special"):
        return token.content
    return ""


def needs_reading(text: str) -> bool:
    """Return whether readers may see something else than the inline content as it stands: it has markup or macro calls."""
    return "⟬" in text or _MARKUP.search(text) is not None


def shown_words(text: str, references: References) -> str:
    """Return what a reader sees of inline content: no markup, no tags, entities decoded."""
    if not _MARKUP.search(text):
        return text
    if not references.get("references"):
        words = regular_words(text)
        if words is not None:
            return words
    return "".join(map(shown_text, inline_tokens(text, references))).strip()
