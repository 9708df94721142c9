"""A quick reader for regular inline content: the same pieces as `mdnkit.page.inlines`, or None where it is not regular.

Regular are code spans in single back-ticks, tags without attributes, escaped characters, and links and images whose
label is words and code and whose target is one bare word. Emphasis does not matter for where pieces stand. Anything
else goes to markdown-it-py; a test compares both.
"""

import re
from typing import NamedTuple


class Piece(NamedTuple):
    """One piece, in offsets into the text of its block."""

    kind: str
    """code, link, image, html"""
    start: int
    end: int
    text: str
    """The code; the words of the link or image; the tag."""
    label_end: int = 0
    """link, image: the offset of the bracket that ends its label."""
    target: str = ""


_WORDS = r"[^\[\]`<\\&*_~!\n]*+"
ESCAPED = r"\\[!-/:-@\[-`{-~]"
"""A backslash and the character that it makes text."""
_TARGET = r"\(([^()\s<>\\&\"'\[\]`]*)\)"
# Every alternative begins with a literal character, so that the search skips what no piece can begin with.
# The last ones are what makes a text irregular.
_PIECE = re.compile(
    r"`([^`\n]+)`"
    rf"|\[({_WORDS}(?:`[^`\n]+`{_WORDS})*+)\]{_TARGET}"
    rf"|!\[({_WORDS})\]{_TARGET}"
    r"|<(/?[a-z][a-z0-9]*)>"
    rf"|({ESCAPED})"
    r"|\[|\]|`|<|\\|!\["
)
_CODE = re.compile(r"`([^`\n]+)`")


def read_regular(text: str) -> tuple[Piece, ...] | None:
    """Return the pieces of a text; None where it is not regular."""
    if "``" in text:
        return None
    pieces: list[Piece] = []
    for found in _PIECE.finditer(text):
        start, end = found.span()
        match found.lastindex:
            case None:
                return None
            case 1:
                pieces.append(Piece("code", start, end, _code(found[1])))
            case 3:
                pieces += _link(found[2], start, end, found[3])
            case 5:
                label_end = start + 2 + len(found[4])
                pieces.append(Piece("image", start, end, found[4], label_end, found[5]))
            case 6:
                pieces.append(Piece("html", start, end, found[0]))
    return tuple(pieces)


def _link(label: str, start: int, end: int, target: str) -> list[Piece]:
    """Return a link, and the code in its label."""
    first = start + 1
    label_end = first + len(label)
    if "`" not in label:
        return [Piece("link", start, end, label, label_end, target)]
    words = _CODE.sub(lambda code: _code(code[1]), label)
    inner = (
        Piece("code", first + code.start(), first + code.end(), _code(code[1]))
        for code in _CODE.finditer(label)
    )
    return [Piece("link", start, end, words, label_end, target), *inner]


def _code(text: str) -> str:
    """Return the content of a code span without the one space that may stand at each end.

    https://spec.commonmark.org/0.31.2/#code-spans
    """
    if text[0] == " " == text[-1] and text.strip(" "):
        return text[1:-1]
    return text


_SHOWN = frozenset({"code", "link"})
_ESCAPE = re.compile(ESCAPED)
_OTHER_MARKUP = re.compile(r"[*_~&<!\\\n]")


def regular_words(text: str) -> str | None:
    """Return what a reader sees of a text that has no markup but code spans, links, images and tags; None for any other."""
    pieces = read_regular(text)
    if pieces is None:
        return None
    words: list[str] = []
    at = 0
    for piece in pieces:
        if piece.start < at:
            continue
        words += (text[at : piece.start], piece.text if piece.kind in _SHOWN else "")
        at = piece.end
    words.append(text[at:])
    if "\\" in text:
        bare = [_ESCAPE.sub("", between) for between in words[::2]]
        words[::2] = [_ESCAPE.sub(lambda escaped: escaped[0][1], between) for between in words[::2]]
    else:
        bare = words[::2]
    if any(map(_OTHER_MARKUP.search, bare)):
        return None
    return "".join(words).strip()
