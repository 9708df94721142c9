"""The part of a page below one heading."""

import re
from bisect import bisect_right

from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page

_BEGINS_TEXT = re.compile(r"[\w{]")
"""What no heading begins with, where headings have marks."""


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
    following = page.text[heading.span.end : heading.span.end + 2]
    if following[:1] == "\n" and _BEGINS_TEXT.match(following, 1) and PLAIN_HEADINGS in page.proven:
        return False
    first = bisect_right(page.blocks, heading.span.start, key=_start)
    if first == len(page.blocks):
        return True
    block = page.blocks[first]
    return block.kind == "heading" and block.level <= heading.level


def _start(block: Block) -> int:
    return block.span.start
