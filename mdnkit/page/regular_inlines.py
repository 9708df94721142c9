"""A quick reader for regular inline content: the same pieces as `mdnkit.page.inlines`, or None where it is not regular.

Regular are code spans in single back-ticks, and links whose label is words and code and whose target is one bare
word. Emphasis does not matter for where pieces stand. Anything else goes to markdown-it-py; a test compares both.
"""

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """A code span or a link, in offsets into the text of its block."""

    kind: str
    """code, link"""
    start: int
    end: int
    text: str
    """The code; the words of the link."""
    label_end: int = 0
    """link: the offset of the bracket that ends its label."""
    target: str = ""


_CODE = r"(?<!`)`[^`\n]+`(?!`)"
_PIECE = re.compile(rf"({_CODE})|\[((?:[^\[\]`<>\\&*_~!\n]|{_CODE})*)\]\(([^()\s<>\\&\"'\[\]`]*)\)")
_CODE_ONLY = re.compile(_CODE)
_ODD = re.compile(r"[\[\]`<\\!]")


def read_regular(text: str) -> tuple[Piece, ...] | None:
    """Return the pieces of a text; None where it is not regular."""
    pieces: list[Piece] = []
    at = 0
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if _ODD.search(text, at, start):
            return None
        at = end
        if match[1] is not None:
            pieces.append(Piece("code", start, end, _code(match[1][1:-1])))
            continue
        label, target = match[2], match[3]
        inner = list(_CODE_ONLY.finditer(label))
        words = _CODE_ONLY.sub(lambda code: _code(code[0][1:-1]), label)
        label_start = start + 1
        pieces.append(Piece("link", start, end, words, label_start + len(label), target))
        for code in inner:
            first, last = label_start + code.start(), label_start + code.end()
            pieces.append(Piece("code", first, last, _code(code[0][1:-1])))
    return None if _ODD.search(text, at) else tuple(pieces)


def _code(text: str) -> str:
    """Return the content of a code span without the one space that may stand at each end.

    https://spec.commonmark.org/0.31.2/#code-spans
    """
    if text[0] == " " == text[-1] and text.strip(" "):
        return text[1:-1]
    return text


_OTHER_MARKUP = re.compile(r"[*_~&<!\\\n]")


def regular_words(text: str) -> str | None:
    """Return what a reader sees of a text that has no markup but code spans and links; None for any other."""
    pieces = read_regular(text)
    if pieces is None:
        return None
    words: list[str] = []
    at = 0
    for piece in pieces:
        if piece.start < at:
            continue
        words += (text[at : piece.start], piece.text)
        if _OTHER_MARKUP.search(words[-2]):
            return None
        at = piece.end
    words.append(text[at:])
    return None if _OTHER_MARKUP.search(words[-1]) else "".join(words).strip()
