"""Slips of the keyboard: words that are almost another."""


def is_slip(written: str, wanted: str) -> bool:
    """Return whether a word is another with one letter lost, added, replaced, or exchanged with its neighbour.

    Capitals make no difference. A letter `s` at the end makes another word, not a slip.
    """
    if abs(len(written) - len(wanted)) > 1 or written.rstrip("s") == wanted.rstrip("s"):
        return False
    written, wanted = written.lower(), wanted.lower()
    pairs = enumerate(zip(written, wanted, strict=False))
    shortest = min(len(written), len(wanted))
    start = next((at for at, (one, other) in pairs if one != other), shortest)
    written, wanted = written[start:], wanted[start:]
    while written and wanted and written[-1] == wanted[-1]:
        written, wanted = written[:-1], wanted[:-1]
    return max(len(written), len(wanted)) <= 1 or (len(written) == 2 and written == wanted[::-1])
