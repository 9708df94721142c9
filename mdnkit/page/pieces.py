"""The pieces of inline content of a whole page, found in one search of its text; blocks where that will not do are named.

What stands between fences, raw HTML and tables is searched line by line, without asking where its blocks begin and end.
Regular there are code spans in single back-ticks, links and images whose target is one bare word, tags on one line, web
addresses in angle brackets, brackets without a target, and escaped characters. A block with anything else is left to
`mdnkit.page.inlines`; a test compares both.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.blocks import INLINE_KINDS, Block
from mdnkit.page.regular_inlines import ESCAPED
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page


class Pieces(NamedTuple):
    """What was found, kind by kind, each in order."""

    links: list[re.Match[str]]
    """Groups `label` and `target`."""
    images: list[re.Match[str]]
    """The group `source`."""
    addresses: list[re.Match[str]]
    """Web addresses in angle brackets, which are links; the group `address`."""
    tags: list[re.Match[str]]
    """Raw HTML."""
    loose_code: list[re.Match[str]]
    """Code spans outside of labels that begin or end with white space."""
    lone_brackets: list[re.Match[str]]
    """Closing brackets that are no part of a link; no parenthesis follows them."""
    bracket_code: list[re.Match[str]]
    """Code spans that are nothing but an opening bracket."""
    others: list[Block]
    """Blocks that were not searched and may have pieces, brackets or back-ticks."""


_CODE = r"`[^`\n]++`(?!`)"
_BRACKET_CODE = r"`\[`(?!`)"
_CODE_IN_LABEL = rf"(?!{_BRACKET_CODE}){_CODE}"
_WORDS = rf"[^\[\]`<\\\n]*+(?:{ESCAPED}[^\[\]`<\\\n]*+)*+"
_WORD = r"[^()\s<>\\&\"'\[\]`\x00-\x1f\x7f]*+"
_TARGET = rf"{_WORD}(?:\({_WORD}\){_WORD})*+"
# Every alternative begins with a literal character, so that the search skips what no piece can begin with. `nothing` is
# what is but text; what has no group makes a block irregular. `[!NOTE]` belongs to no block, whatever follows.
_PIECE = re.compile(
    rf"{_BRACKET_CODE}(?P<bracket_code>)"
    r"|`(?!\s)[^`\n]++(?<!\s)`(?!`)(?P<tight>)"
    rf"|{_CODE}(?P<loose>)"
    rf"|\[(?P<label>(?!!){_WORDS}(?:{_CODE_IN_LABEL}{_WORDS})*+)\]\((?P<target>{_TARGET})\)"
    rf"|\[(?={_WORDS}(?:{_CODE}{_WORDS})*+\](?!\())(?P<nothing>)"
    r"|\](?!\()(?P<lone>)"
    rf"|!\[{_WORDS}\]\((?P<source>{_TARGET})\)"
    r"|<(?P<address>https?://[^\s<>\x00-\x20]*+)>"
    r"|<(?P<tag>(?:[A-Za-z][A-Za-z0-9]*+(?: [A-Za-z][A-Za-z0-9-]*+=\"[^\"\n]*+\")*+ ?/?|/[A-Za-z][A-Za-z0-9]*+))>"
    rf"|{ESCAPED}(?P<escaped>)"
    r"|`|\[|!\[|\]\(|<(?! )"
)
_SIGN = re.compile(r"[\[\]<`]")
_BLOCKS_BETWEEN = ("fence", "code", "html", "table")


def find_pieces(page: "Page") -> Pieces:
    """Return the pieces of a page."""
    found: dict[str, list[re.Match[str]]] = {name: [] for name in _PIECE.groupindex}
    if page.has_regular_blocks:
        others = _with_signs(page.of_kind("cell"))
        for start, end in _searched(page):
            others += _search(page, start, end, found)
    else:
        others = _with_signs(block for block in page.all_blocks if block.kind in INLINE_KINDS)
    return Pieces(
        found["target"],
        found["source"],
        found["address"],
        found["tag"],
        found["loose"],
        found["lone"],
        found["bracket_code"],
        others,
    )


@functools.lru_cache(maxsize=1)
def html_spans(page: "Page") -> Sequence[Span]:
    """Return where raw HTML stands, in order: whole blocks of it, and tags and comments in text.

    Kept until the next page is asked about.
    """
    pieces = page.pieces
    spans = [block.span for block in page.of_kind("html")]
    spans += [Span(*tag.span()) for tag in pieces.tags]
    for block in pieces.others:
        if "<" in block.text:
            spans += [inline.span for inline in page.inlines(block) if inline.kind == "html"]
    return sorted(spans)


def _with_signs(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if _SIGN.search(block.text)]


def _searched(page: "Page") -> Iterator[Span]:
    """Yield the parts of the body that are searched."""
    between = [block.span for kind in _BLOCKS_BETWEEN for block in page.of_kind(kind)]
    start = page.body.start
    for span in sorted(between):
        yield Span(start, span.start)
        start = span.end
    yield Span(start, page.body.end)


def _search(
    page: "Page", start: int, end: int, found: dict[str, list[re.Match[str]]]
) -> Iterator[Block]:
    """Add what a part of the page holds to `found`, and yield the blocks in which it is not regular."""
    while start < end:
        irregular = None
        for piece in _PIECE.finditer(page.masked, start, end):
            if piece.lastgroup is None:
                irregular = piece.start()
                break
            found[piece.lastgroup].append(piece)
        if irregular is None:
            return
        start = irregular + 1
        block = page.text_at(irregular)
        if block is not None:
            for pieces in found.values():
                while pieces and pieces[-1].start() >= block.span.start:
                    pieces.pop()
            yield block
            start = block.span.end
