"""Reads the quotations and callouts of regular pages, for `mdnkit.page.regular_blocks`."""

import re
from typing import TYPE_CHECKING

from mdnkit.page.block_facts import EVEN_LISTS, LOOSE_LISTS, LOOSE_TABLES, PLAIN_HEADINGS
from mdnkit.page.blocks import Block, as_callout
from mdnkit.page.new_block import new_block, new_span
from mdnkit.page.quoted_lines import QuotedLine, placed
from mdnkit.page.regular_lines import END_OF_PARAGRAPH, PLAIN_CALLOUT, Irregular
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.regular_blocks import Reader


def read_quote(reader: "Reader", start: int, at: int, margin: str) -> tuple[Block, int]:
    """Return the quotation or callout whose first line begins at `start`, its marker at `at`, and where the next one does.

    Raises Irregular.
    """
    text = reader.text
    if not margin and (plain := PLAIN_CALLOUT.match(text, start)):
        return _plain_callout(reader, plain)
    lines: list[QuotedLine] = []
    parts: list[str] = []
    line = start
    length = 0
    while text.startswith(margin, line) or line == start:
        at = at if line == start else line + len(margin)
        if text[at] != ">":
            words = reader.line_at(at)
            if words.strip(" ") and not END_OF_PARAGRAPH.match(words):
                raise Irregular
            break
        at += 2 if text[at + 1] == " " else 1
        lines.append(QuotedLine(length, line, at))
        line = text.index("\n", at) + 1
        parts.append(text[at:line])
        length += line - at
    lines.append(QuotedLine(length, line, line))
    words = "".join(parts)
    inner = type(reader)(words, reader.depth)
    children = inner.read(0, len(words))
    if not children:
        raise Irregular
    reader.facts &= inner.facts
    if inner.has_lists:
        reader.has_lists = True
        # Before the markers of its lists, `>` may stand with a space and without.
        reader.facts -= {EVEN_LISTS, LOOSE_LISTS}
    if inner.kinds["heading"]:
        reader.facts.discard(PLAIN_HEADINGS)
    if inner.kinds["table"]:
        reader.facts.discard(LOOSE_TABLES)
    reader.lone_descriptions += inner.lone_descriptions
    quote = Block("quote", Span(0, children[-1].span.end), 0, children=children)
    block = placed(as_callout(quote, words), lines)
    reader.gather(block)
    return block, line


def _plain_callout(reader: "Reader", found: re.Match[str]) -> tuple[Block, int]:
    """Return a callout of one paragraph, as most are."""
    start, line = found.span()
    span = new_span((start, line))
    words = found[2].removeprefix("> ").replace("\n> ", "\n").strip()
    paragraph = new_block(("paragraph", span, found.start(2), words, 0, "", (), ""))
    block = new_block(("callout", span, start, "", 0, found[1], (paragraph,), ""))
    reader.kinds["callout"].append(block)
    return block, line
