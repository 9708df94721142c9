"""The inline code of a segment, as its readers see it: code spans, and link macros that are shown as code."""

import re
from typing import NamedTuple

from mdnkit.l10n.segments import Segment
from mdnkit.macros.targets import target
from mdnkit.page.macro_call import unescape_braces
from mdnkit.page.page import Page


class Code(NamedTuple):
    """A piece of inline code."""

    kept: str
    """What a translation keeps of it."""
    shown: str
    """As readers see it."""


def inline_code(page: Page, segment: Segment) -> list[Code]:
    """Return the pieces of inline code of a segment."""
    shown = [
        _unmasked(page, inline.text, inline.span.start, inline.span.end)
        for inline in page.inlines(segment.block)
        if inline.kind == "code"
    ]
    for call in page.calls_in(segment.block.span):
        where = target(call)
        if where is not None and where.code and _is_name(where.text, call.text(0)):
            shown.append(where.text)
    return [Code(_normal(text), text) for text in shown]


def _is_name(label: str, name: str) -> bool:
    """Return whether the label of a link macro is the name of what it links to, and not words that are translated."""
    return label.strip("<>").removesuffix("()") in name.replace("/", ".")


def _unmasked(page: Page, text: str, start: int, end: int) -> str:
    """Return the text of a code span; where macro calls stand in it, as it is written."""
    if "⟬" not in text:
        return text
    return page.text[start:end].strip("`").strip()


_LOCALE = re.compile(r"/[a-z]{2}(?:-[A-Z]{2})?/(?=docs\b)")


def _normal(text: str) -> str:
    """Return code without what may differ: white space, and the locale of a page of MDN."""
    return _LOCALE.sub("/", "".join(unescape_braces(text).split()))
