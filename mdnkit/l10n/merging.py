"""Whether a segment that seems lost was merged with its neighbour."""

from mdnkit.l10n.alignment import Match
from mdnkit.l10n.fingerprint import fingerprint
from mdnkit.l10n.measure import width
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment

_FEWEST = 40
"""Columns of a merged text from which on its length says something."""


def merged_with(pair: Pair, index: int) -> Segment | None:
    """Return the paragraph of the translation that holds a lost English one, that of the match at `index`, besides its own;
    None where none does.

    Both stand in the same block in English. It has all marks of the lost paragraph that its own English lacks, and
    about the length of both.
    """
    lost = pair.matches[index]
    for at in (index - 1, index + 1):
        match = pair.matches[at] if 0 <= at < len(pair.matches) else lost
        if lost.original is not None and _holds(pair, match, lost.original):
            return match.translation
    return None


def _holds(pair: Pair, match: Match, lost: Segment) -> bool:
    ours, theirs = match
    if pair.original is None or ours is None or theirs is None:
        return False
    if not ours.block.kind == theirs.block.kind == lost.block.kind == "paragraph":
        return False
    if ours.parent is not lost.parent:
        return False
    marks = fingerprint(pair.original, lost)
    if marks - (fingerprint(pair.translation, theirs) - fingerprint(pair.original, ours)):
        return False
    alone, both = width(ours.block.text), width(ours.block.text) + width(lost.block.text)
    length = width(theirs.block.text)
    return both >= _FEWEST and abs(length - both) < abs(length - alone)
