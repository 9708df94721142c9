"""What a context is told of encodings: nothing, unless its script decodes text."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from mdnkit.model.facts import FOLDER
from mdnkit.model.spelling import Spelling, spelling

NOTHING = "\N{REPLACEMENT CHARACTER}"
"""Stands where an index has no code point."""

RANGES = "gb18030-ranges"

_DECODERS = frozenset({"TextDecoder", "TextDecoderStream", "readAsText"})
"""A script that spells none of these can decode nothing but UTF-8."""

_NEEDS = {
    "big5": ("big5",),
    "euc-jp": ("jis0208", "jis0212"),
    "euc-kr": ("euc-kr",),
    "gb18030": ("gb18030", RANGES),
    "gbk": ("gb18030", RANGES),
    "iso-2022-jp": ("jis0208",),
    "shift_jis": ("jis0208",),
}
"""The indexes of encodings with more than one byte. https://encoding.spec.whatwg.org/#indexes"""


def encodings_text(spelled: Spelling) -> str:
    """Return the encodings that a script which spells these names can use.

    A line has the name, the labels and the index, separated by tabs; lines of indexes that are no encoding's own have no
    labels. The indexes of encodings with more than one byte, which are large, are there where a label is spelled.
    """
    if spelled.everything:
        return _text(frozenset(_NEEDS))
    if not spelled.words & _DECODERS:
        return ""
    words = {word.lower() for word in spelled.words}
    return _text(frozenset(name for name, label in _labels() if label <= words))


@cache
def _labels() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words of each label of the encodings with more than one byte, with its encoding."""
    table = _table("encodings")
    return tuple(
        (name, spelling((label,)).words) for name in _NEEDS for label in table[name]["labels"]
    )


@cache
def _text(multiple: frozenset[str]) -> str:
    lines = [
        f"{name}\t{' '.join(entry['labels'])}\t{entry.get('index', '')}"
        for name, entry in _table("encodings").items()
    ]
    indexes = sorted({index for name in multiple for index in _NEEDS[name]})
    return "\n".join((*lines, *(f"index {name}\t\t{_index(name)}" for name in indexes)))


def _index(name: str) -> str:
    """Return an index as a text: a code point for each pointer, or numbers for the ranges of gb18030."""
    rows = _table("indexes")
    if name == RANGES:
        return " ".join(f"{pointer} {code}" for pointer, code in rows[RANGES])
    found = [(int(key.split()[1]), row) for key, row in rows.items() if key.startswith(f"{name} ")]
    return "".join(_filled(found))


def _filled(rows: Iterable[tuple[int, str]]) -> Iterable[str]:
    """Yield rows and what stands between them."""
    end = 0
    for start, row in rows:
        yield NOTHING * (start - end)
        yield row
        end = start + len(row)


@cache
def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "data" / f"{name}.json").read_text("ascii"))
    return found
