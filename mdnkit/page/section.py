"""The part of a page below one heading."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.span import Span

_BEGINS_TEXT = re.compile(r"[\w{]")
"""What no heading begins with, where headings have marks."""


def blocks_below(page: Page, heading: Block) -> tuple[Block, ...]:
    """Return the top-level blocks after `heading` up to the next heading of its level or above."""
    return page.blocks_between(section_span(page, heading))


def is_empty(page: Page, heading: Block) -> bool:
    """Return whether `blocks_below` has nothing."""
    following = page.text[heading.span.end : heading.span.end + 2]
    if following[:1] == "\n" and _BEGINS_TEXT.match(following, 1) and PLAIN_HEADINGS in page.proven:
        return False
    if not page.has_regular_blocks:
        return not blocks_below(page, heading)
    return not page.text[slice(*section_span(page, heading))].strip(" \n")


def fences_in(page: Page, span: Span) -> Sequence[Block]:
    """Return the fences that begin in a part of a page, in order, those inside other blocks too."""
    fences = page.of_kind("fence")
    first = bisect_left(fences, span.start, key=_start)
    return fences[first : bisect_left(fences, span.end, first, key=_start)]


@functools.lru_cache(maxsize=1)
def top_headings(page: Page) -> list[Block]:
    """Return the headings that stand in no other block; kept until the next page is asked about."""
    blocks = page.of_kind("heading") if PLAIN_HEADINGS in page.proven else page.blocks
    return [block for block in blocks if block.kind == "heading"]


def section_span(page: Page, heading: Block) -> Span:
    """Return where the blocks of `blocks_below` stand, with the empty lines around them."""
    headings = top_headings(page)
    following = headings[bisect_right(headings, heading.span.start, key=_start) :]
    ends = (one.span.start for one in following if one.level <= heading.level)
    return Span(heading.span.end, next(ends, len(page.text)))


def _start(block: Block) -> int:
    return block.span.start
