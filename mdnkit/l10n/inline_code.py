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


_THOUSANDS = re.compile(r"[-−+]?\d{1,3}(?:,\d{3})+")
_GROUPING = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d{3})")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_PHRASE = re.compile(r"[\w.()-]+(?: [\w.()-]+)+|(?:<\w+(?: \w+)+>.?)+")
"""Words without any mark of a program between them, also as placeholders: `<width in pixels>`."""


def is_markup(code: str) -> bool:
    """Return whether a code span holds a part of a link or sentence, because a back-tick stands at the wrong place."""
    return code == "[" or code.startswith(("](", ", "))


def is_grouped_as(english: str, translated: str) -> bool:
    """Return whether both are one number, whose thousands each language groups in its way."""
    return bool(_THOUSANDS.fullmatch(english)) and _GROUPING.sub(",", translated) == english


def is_for_readers(english: str, translated: str) -> bool:
    """Return whether code differs in words that may be meant for readers: in texts that a program shows, or as a phrase."""
    if _PHRASE.fullmatch(english) or (english[0] in "\"'" and " " in english):
        return True
    around = _TEXT.sub("", english)
    return around.strip() != "" and around == _TEXT.sub("", translated)
