"""The segments of a page: what a translator translates one by one, in order, each with its place in the structure."""

from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page

LEAVES = frozenset({"heading", "paragraph", "term", "cell", "fence", "code", "html", "break"})
"""The kinds of block that are segments."""


class Segment(NamedTuple):
    """One block without blocks inside it."""

    shape: str
    """Kinds of the blocks around it and its own, with the level of a heading: `definitions/term`, `heading2`."""
    block: Block
    parent: Block | None
    """The block around it: for the first segment of an item, description or callout, what was lost with it."""


class Section(NamedTuple):
    """A heading with what follows it up to the next heading; the first section of a page has no heading."""

    heading: Segment | None
    body: tuple[Segment, ...]


def segments(page: Page) -> tuple[Segment, ...]:
    """Return the segments of a page in reading order. HTML comments that stand alone are left out: they are notes."""
    return tuple(_walk(page.blocks, "", None))


def sections(parts: tuple[Segment, ...]) -> tuple[Section, ...]:
    """Return segments grouped below their headings."""
    starts = [index for index, part in enumerate(parts) if part.block.kind == "heading"]
    if not starts:
        return (Section(None, parts),)
    found = [Section(None, parts[: starts[0]])]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        found.append(Section(parts[start], parts[start + 1 : end]))
    return tuple(found)


def _walk(blocks: tuple[Block, ...], around: str, parent: Block | None) -> Iterator[Segment]:
    for block in blocks:
        kind = f"heading{block.level}" if block.kind == "heading" else block.kind
        if block.kind == "html" and is_comment(block.text):
            continue
        if block.kind in LEAVES and not block.children:
            yield Segment(around + kind, block, parent)
        else:
            info = f":{block.info}" if block.kind in ("callout", "list") else ""
            yield from _walk(block.children, f"{around}{kind}{info}/", block)


def is_comment(html: str) -> bool:
    """Return whether an HTML block is nothing but a comment."""
    text = html.strip()
    return text.startswith("<!--") and text.find("-->") == len(text) - 3
