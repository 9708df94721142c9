"""Which words of two texts differ."""

import re
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from mdnkit.l10n.equal_runs import opcodes

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LARGEST = 1_000_000
"""Possible pairs of words beyond which lines are compared."""


class Piece(NamedTuple):
    """A run of characters."""

    text: str
    differs: bool


def mark_words(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, those marked that the other one does not have; joined, they are the texts."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(first) * len(second) > _LARGEST:
        first, second = _LINE.findall(old), _LINE.findall(new)
    ours: list[tuple[str, bool]] = []
    theirs: list[tuple[str, bool]] = []
    for tag, i1, i2, j1, j2 in opcodes(first, second):
        ours.append(("".join(first[i1:i2]), tag != "equal"))
        theirs.append(("".join(second[j1:j2]), tag != "equal"))
    return _pieces(_without_gaps(ours)), _pieces(_without_gaps(theirs))


def _without_gaps(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Mark the space between two marked words too: a phrase is easier to read than its words one by one."""
    texts = [run for run in runs if run[0]]
    last = len(texts) - 1
    return [
        (text, differs or (not text.strip() and "\n" not in text and 0 < at < last))
        for at, (text, differs) in enumerate(texts)
    ]


def _pieces(runs: list[tuple[str, bool]]) -> tuple[Piece, ...]:
    """Return runs with neighbours of one kind joined."""
    texts = (run for run in runs if run[0])
    return tuple(
        Piece("".join(text for text, _differs in group), differs)
        for differs, group in groupby(texts, key=itemgetter(1))
    )
