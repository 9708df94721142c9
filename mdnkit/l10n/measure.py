"""How long a text is for its reader, in scripts with and without spaces."""

import re
import unicodedata

_ENDS = ".!?:;。．！？：；…।"
_CLOSING = "\"'”’“»)]}）」』*_` \n"
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
_SPECIAL = re.compile("[^\x00-\u02ff\u2010-\u2027]")
"""What may be wide or stand above another character; Latin letters, dashes and quotation marks do neither."""
_WORD = re.compile(r"[^\W\d_]+")


def width(text: str) -> int:
    """Return how many columns a text takes: characters of East Asian scripts take two, marks above others none."""
    special = _SPECIAL.findall(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in special)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, special)))


def word_count(text: str) -> int:
    """Return how many words a text has; in scripts without spaces, two characters count as one word."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do, with what closes quotations and brackets after it."""
    return text.rstrip(_CLOSING)[-1:] in tuple(_ENDS)
