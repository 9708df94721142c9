"""The prose of a block: its words without code, links, quotations and macro calls, which may be the same in any language."""

import re
from collections.abc import Iterable

from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.page import Page

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|_[^_]+_|\*[^*]+\*')
_MASK = re.compile("⟬[^⟭]*⟭")
_LINKED = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>")


def prose(page: Page, block: Block) -> str:
    """Return the words of a block that a translator translates, in one line."""
    text = block.text
    if "\n" in text:
        return _clean(_LINKED.sub(" ", _closed(text, (("[", "]"), ("](", ")"), ("<", ">")))))
    start = text_offset(page.source, block, 0)
    kept: list[str] = []
    end = 0
    for first, last in sorted(inline.span for inline in page.inlines(block)):
        kept.append(text[end : max(end, first - start)])
        end = max(end, last - start)
    return _clean(" ".join((*kept, text[end:])))


def _clean(text: str) -> str:
    quoted = _closed(_MASK.sub(" ", text), (("„", "“”"), ("“", "”")))
    return " ".join(_QUOTED.sub(" ", quoted).split())


_UNCLOSED = "\ufdd0"
"""Stands for what opens something and is never closed; no text has it."""


def _closed(text: str, marks: Iterable[tuple[str, str]]) -> str:
    """Return a text in which what begins with an opening mark also ends: each mark comes with what can close it.

    A search for the end goes through the rest of the text; so it must not be made again and again in vain.
    """
    for opening, closing in marks:
        last = max(text.rfind(mark) for mark in closing)
        if text.find(opening, last + 1) != -1:
            text = text[: last + 1] + text[last + 1 :].replace(opening, _UNCLOSED)
    return text
