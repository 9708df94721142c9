"""The part of a page below one heading."""

from bisect import bisect_right

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page


def blocks_below(page: Page, heading: Block) -> tuple[Block, ...]:
    """Return the top-level blocks after `heading` up to the next heading of its level or above."""
    found: list[Block] = []
    first = bisect_right(page.blocks, heading.span.start, key=_start)
    for block in page.blocks[first:]:
        if block.kind == "heading" and block.level <= heading.level:
            break
        found.append(block)
    return tuple(found)


def is_empty(page: Page, heading: Block) -> bool:
    """Return whether `blocks_below` has nothing."""
    first = bisect_right(page.blocks, heading.span.start, key=_start)
    if first == len(page.blocks):
        return True
    following = page.blocks[first]
    return following.kind == "heading" and following.level <= heading.level


def _start(block: Block) -> int:
    return block.span.start
