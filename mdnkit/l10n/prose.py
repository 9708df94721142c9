"""The prose of a block: its words without code, links, quotations and macro calls, which may be the same in any language."""

import re

from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.page import Page

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|_[^_]+_|\*[^*]+\*')
_MASK = re.compile("⟬[^⟭]*⟭")
_LINKED = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>")


def prose(page: Page, block: Block) -> str:
    """Return the words of a block that a translator translates, in one line."""
    text = block.text
    if "\n" in text:
        return _clean(_LINKED.sub(" ", text))
    start = text_offset(page.source, block, 0)
    for inline in page.inlines(block):
        first, last = inline.span.start - start, inline.span.end - start
        text = text[:first] + " " * (min(last, len(text)) - first) + text[last:]
    return _clean(text)


def _clean(text: str) -> str:
    return " ".join(_QUOTED.sub(" ", _MASK.sub(" ", text)).split())
