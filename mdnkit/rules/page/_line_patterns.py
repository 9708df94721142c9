r"""Where blocks may begin, as regular expressions: they may match too much, so that rules which declare them miss nothing.

Pages whose lines end otherwise are always asked about: `LONE_CR`.
"""

LONE_CR = r"\r[^\n]"
"""A line end of old computers."""

LINE_START = r"\n[ \t>*+0-9.):-]*"
"""The beginning of a line, with the markers of quotations, lists and descriptions."""

_WITHOUT_FENCE = r"(?:[^`]|`[^`]|``[^`])*"
_BEHIND_FENCES = rf"\A(?:{_WITHOUT_FENCE}```{_WITHOUT_FENCE}```)*{_WITHOUT_FENCE}"


def outside_fences(pattern: str) -> str:
    """Return a pattern for what stands outside fences where all of them are PAIRED_FENCES, as of `mdnkit.page.block_facts`.

    A rule that declares it names that fact in `unless`.
    """
    return rf"{_BEHIND_FENCES}`{{0,2}}(?:{pattern})"


def in_fences(pattern: str) -> str:
    """Return the same for what stands in fences, their info strings among it."""
    return rf"{_BEHIND_FENCES}```{_WITHOUT_FENCE}`{{0,2}}(?:{pattern})"


SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Python takes for white space, without the space, to stand in square brackets; `\\s` of RE2 is that of ASCII."""

SPACE = f" {SPACES}"
"""All white space."""
