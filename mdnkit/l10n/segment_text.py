"""A segment as its writer wrote it."""

import textwrap

from mdnkit.l10n.segments import Segment
from mdnkit.page.blocks import INLINE_KINDS, text_offset
from mdnkit.page.page import Page


def segment_text(page: Page, segment: Segment) -> str:
    """Return the text of a segment without what stands around it: a sentence in one line, code with its lines."""
    block = segment.block
    if block.kind not in INLINE_KINDS:
        return textwrap.dedent(page.text[block.span.start : block.span.end]).strip("\r\n")
    if not block.text:
        return ""
    start = text_offset(page.source, block, 0)
    end = text_offset(page.source, block, len(block.text) - 1) + 1
    lines = page.text[start:end].splitlines()
    return " ".join(line.strip().removeprefix(">").strip() for line in lines)


def segment_line(page: Page, segment: Segment) -> int:
    """Return the line on which a segment begins, 1-based."""
    block = segment.block
    start = block.at if block.kind in INLINE_KINDS else block.span.start
    return page.source.position(start).line
