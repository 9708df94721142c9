"""Slips of the keyboard: words that are almost another."""

from collections.abc import Iterable


def is_slip(written: str, wanted: str) -> bool:
    """Return whether a word is another with one letter lost, added, replaced, or exchanged with its neighbour.

    Capitals make no difference. A letter `s` at the end makes another word, not a slip.
    """
    if abs(len(written) - len(wanted)) > 1 or written.rstrip("s") == wanted.rstrip("s"):
        return False
    written, wanted = written.lower(), wanted.lower()
    # Before or behind the slip stands at least half of what is right.
    half = max((min(len(written), len(wanted)) - 2) // 2, 0)
    if written[:half] != wanted[:half] and written[-half:] != wanted[-half:]:
        return False
    pairs = enumerate(zip(written, wanted, strict=False))
    shortest = min(len(written), len(wanted))
    start = next((at for at, (one, other) in pairs if one != other), shortest)
    written, wanted = written[start:], wanted[start:]
    while written and wanted and written[-1] == wanted[-1]:
        written, wanted = written[:-1], wanted[:-1]
    return max(len(written), len(wanted)) <= 1 or (len(written) == 2 and written == wanted[::-1])


def slips_among(names: Iterable[str], written: str) -> list[str]:
    """Return the names of which a word is a slip."""
    length = len(written)
    return [name for name in names if -2 < len(name) - length < 2 and is_slip(written, name)]


def closest(names: Iterable[str], written: str, cutoff: float) -> str:
    """Return the name most like a word, as `difflib` measures it; empty when none is as like it as `cutoff` (1: equal)."""
    from difflib import get_close_matches

    if not written:
        return ""
    letters, length = set(written), len(written)
    # More is alike in none than the shorter has, and than the letters that both have.
    near = [
        name
        for name in names
        if 2 * min(len(name), length - len(letters.difference(name))) / (length + len(name))
        >= cutoff
    ]
    return next(iter(get_close_matches(written, near, n=1, cutoff=cutoff)), "")
