"""The items of the lists of a page, as they are written: marker, indent, what stands after the marker."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.span import Span

_MARKER = re.compile(r"[ \t>]*([-*+]|\d{1,9}[.)])([ \t]*)")
_QUOTE = re.compile(r"[ \t]*(?:>[ ]?)+")


class Item(NamedTuple):
    """One item of a list."""

    marker: Span
    content: int
    """Where the text after the marker begins; the end of the line when nothing stands there."""
    line_start: int
    end: int
    """Where the item ends."""


class List(NamedTuple):
    """One list; definitions are two lists, one of terms and inside it one of descriptions."""

    ordered: bool
    span: Span
    items: tuple[Item, ...]
    parents: tuple[str, ...]
    """What the list stands in, outermost first: quote, bullet, ordered."""


@functools.lru_cache(maxsize=1)
def lists(page: Page) -> tuple[List, ...]:
    """Return the lists of a page, each before those inside it; kept until the next page is asked about."""
    return tuple(_lists(page, page.blocks, (), -1))


def _lists(
    page: Page, blocks: tuple[Block, ...], parents: tuple[str, ...], after: int
) -> Iterator[List]:
    """Yield the lists among `blocks`; a marker on the line of an outer one is looked for behind `after`."""
    for block in blocks:
        kind = block.kind
        if kind in ("quote", "callout"):
            yield from _lists(page, block.children, (*parents, "quote"), after)
        elif kind in ("list", "definitions"):
            ordered = block.info == "ordered"
            groups = _definition_items(block) if kind == "definitions" else _plain_items(block)
            items = [_item(page, span, after) for span, _ in groups]
            yield List(ordered, block.span, tuple(items), parents)
            inside = (*parents, block.info)
            for item, (_, children) in zip(items, groups, strict=True):
                if not _is_plain(children):
                    yield from _lists(page, children, inside, item.content)
        elif kind == "descriptions":
            items = [_item(page, child.span, after) for child in block.children]
            ordered = page.text[items[0].marker.start] not in "-*+"
            yield List(ordered, block.span, tuple(items), parents)
            inside = (*parents, "ordered" if ordered else "bullet")
            for item, child in zip(items, block.children, strict=True):
                if not _is_plain(child.children):
                    yield from _lists(page, child.children, inside, item.content)


def _is_plain(children: tuple[Block, ...]) -> bool:
    """Return whether an item holds a paragraph and nothing else."""
    return len(children) == 1 and children[0].kind == "paragraph"


def _plain_items(block: Block) -> list[tuple[Span, tuple[Block, ...]]]:
    return [(item.span, item.children) for item in block.children]


def _definition_items(block: Block) -> list[tuple[Span, tuple[Block, ...]]]:
    """Return the items of a list of definitions: a term, with the list of its descriptions."""
    items: list[tuple[Span, tuple[Block, ...]]] = []
    children = block.children
    at = 0
    while at < len(children):
        term = children[at]
        stop = at + 1
        while stop < len(children) and children[stop].kind == "description":
            stop += 1
        described = children[at + 1 : stop]
        span = Span(term.span.start, described[-1].span.end)
        inner = Span(described[0].span.start, span.end)
        descriptions = Block("descriptions", inner, described[0].at, children=described)
        items.append((span, (*term.children, descriptions)))
        at = stop
    return items


def _item(page: Page, span: Span, after: int) -> Item:
    """Return the item that begins in the first line of `span`."""
    match = _MARKER.match(page.text, max(span.start, after))
    if match is None:
        return Item(Span(span.start, span.start), span.start, span.start, span.end)
    return Item(Span(*match.span(1)), match.end(), span.start, span.end)


def outer_lists(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the lists among `blocks` that stand in no other list, those of definitions too."""
    for block in blocks:
        if block.kind in ("list", "definitions"):
            yield block
        elif block.kind in ("quote", "callout"):
            yield from outer_lists(block.children)


def first_marker(page: Page, block: Block) -> Span:
    """Return where the marker of the first item of a list stands."""
    return _item(page, block.span, -1).marker


def column(item: Item) -> int:
    """Return the 0-based column of the marker."""
    return item.marker.start - item.line_start


def indent(page: Page, item: Item) -> int:
    """Return how far the marker is indented behind the marks of a quotation."""
    quote = _QUOTE.match(page.text, item.line_start, item.marker.start)
    return item.marker.start - (quote.end() if quote else item.line_start)


def holds_descriptions(page: Page, found: List) -> bool:
    """Return whether an item of the list is written as a description, with a colon before its text."""
    return any(page.text.startswith(": ", item.content) for item in found.items)
