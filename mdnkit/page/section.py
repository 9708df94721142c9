"""The part of a page below one heading."""

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page


def blocks_below(page: Page, heading: Block) -> tuple[Block, ...]:
    """Return the top-level blocks after `heading` up to the next heading of its level or above."""
    found: list[Block] = []
    for block in page.blocks:
        if block.span.start <= heading.span.start:
            continue
        if block.kind == "heading" and block.level <= heading.level:
            break
        found.append(block)
    return tuple(found)
