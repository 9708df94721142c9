"""Tables of @sinonjs/text-encoding -> the encodings of the Encoding standard and the indexes of those of several bytes.

What the standard has changed since the package was made is here, reviewed.
"""

import json
import re
from collections.abc import Iterator

from mdnkit.model.encodings import NOTHING, RANGES
from mdnkit.model.idl_text import Json

ROW = 100
"""Pointers in a row of an index."""

LABELS = {
    "replacement": ("replacement",),
    "utf-16be": ("unicodefffe",),
    "utf-16le": ("csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff"),
    "utf-8": ("unicode11utf8", "unicode20utf8", "x-unicode20utf8"),
}
"""Labels that are newer than the package. https://encoding.spec.whatwg.org/#names-and-labels"""

GB18030 = {
    **dict(zip(range(7182, 7189), "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16", strict=True)),
    7201: "\ufe17",
    7202: "\ufe18",
    7208: "\ufe19",
    23775: "\u9fb4",
    23783: "\u9fb5",
    23788: "\u9fb6",
    23789: "\u9fb7",
    23795: "\u9fb8",
    23812: "\u9fb9",
    23829: "\u9fba",
    23845: "\u9fbb",
}
"""Code points that left the private use areas with GB18030-2022. https://encoding.spec.whatwg.org/#index-gb18030"""

MULTIPLE = ("big5", "euc-kr", "gb18030", "jis0208", "jis0212")
"""The indexes of encodings with more than one byte."""

_ENCODINGS = re.compile(r"^  var encodings = (\[.*?^  \]);", re.MULTILINE | re.DOTALL)
_INDEXES = re.compile(r'\["encoding-indexes"\]\s*=\s*')
_SHARED = {"iso-8859-8-i": "iso-8859-8"}
"""Encodings that have the index of another one. https://encoding.spec.whatwg.org/#index-single-byte"""


def compile_encodings(encodings: str, indexes: str) -> tuple[dict[str, Json], dict[str, object]]:
    """Return the encodings by name, and the indexes in rows.

    `encodings` and `indexes` are the texts of `encoding.js` and `encoding-indexes.js`. An encoding has its `labels` and,
    where it is of one byte, an `index`: the code points of the bytes 0x80 to 0xFF as a text. A row of an index is called
    by the index and its first pointer, and leaves out what is missing at its end; rows without a code point are left out.
    The ranges of gb18030 are pairs of a pointer and a code point.
    """
    found = _ENCODINGS.search(encodings)
    start = _INDEXES.search(indexes)
    if found is None or start is None:
        raise ValueError("the package has no list of encodings, or no indexes")
    tables: Json = json.JSONDecoder().raw_decode(indexes, start.end())[0]
    rows: dict[str, object] = {RANGES: tables[RANGES]}
    for name in MULTIPLE:
        rows |= dict(_rows(name, _text(tables[name])))
    return dict(_encodings(json.loads(found[1]), tables)), rows


def _encodings(groups: list[Json], tables: Json) -> Iterator[tuple[str, Json]]:
    for group in groups:
        for row in group["encodings"]:
            name = row["name"].lower()
            entry: Json = {"labels": sorted({*row["labels"], *LABELS.get(name, ())})}
            index = tables.get(_SHARED.get(name, name))
            if index is not None and name not in MULTIPLE:
                entry["index"] = _text(index)
            yield name, entry


def _text(index: list[int | None]) -> str:
    return "".join(NOTHING if code is None else chr(code) for code in index)


def _rows(name: str, text: str) -> Iterator[tuple[str, str]]:
    if name == "gb18030":
        text = "".join(GB18030.get(pointer, char) for pointer, char in enumerate(text))
    for start in range(0, len(text), ROW):
        row = text[start : start + ROW].rstrip(NOTHING)
        if row:
            yield f"{name} {start:05}", row
