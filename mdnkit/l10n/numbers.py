"""Which numbers a translated sentence has lost or changed, whatever its language writes between their digits."""

import re
from collections import Counter
from typing import NamedTuple

from mdnkit.locales.locale import locale, words_pattern
from mdnkit.site.slug import locale_name

_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b")
_NUMBER = re.compile(
    r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)*(?=(?:st|nd|rd|th|%|s)?\b)"
)
_HALF_DAY = re.compile(r"(?<![a-z])[ap]\.?m\b", re.IGNORECASE)


class Numbers(NamedTuple):
    """The numbers of a sentence that have no counterpart in the other language, as they are written."""

    lost: tuple[str, ...]
    gained: tuple[str, ...]


def compare_numbers(english: str, translated: str, folder: str) -> Numbers:
    """Return the numbers of two sentences, the second in the locale `folder`, that only one of them has.

    Numbers agree by value, `1,000.5` with `1.000,5`, and with words such as `two`. Numbers that are part of a word,
    of a date or of a time of day are left alone.
    """
    if Counter(_DIGITS.findall(english)) == Counter(_DIGITS.findall(translated)):
        return Numbers((), ())
    ours, theirs = _numbers(english), _numbers(translated)
    for written in [number for number in ours if number in theirs]:
        if written in theirs:
            ours.remove(written)
            theirs.remove(written)
    language = locale_name(folder)
    for number in list(ours):
        value = _values(number, "en-US")
        twin = next((o for o in theirs if value & _values(o, language, "en-US")), None)
        if twin is not None:
            ours.remove(number)
            theirs.remove(twin)
    if _HALF_DAY.search(english):
        return Numbers((), ())
    lost = [number for number in ours if not _said(number, translated, folder)]
    gained = [number for number in theirs if not _said(number, english, "en-us")]
    return Numbers(tuple(lost), tuple(gained))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_DATE.sub("", text))


def _values(written: str, *languages: str) -> frozenset[object]:
    """Return what a number can mean in some languages."""
    from babel.core import UnknownLocaleError
    from babel.numbers import NumberFormatError, parse_decimal

    found: set[object] = set()
    for language in languages:
        try:
            found.add(parse_decimal(written, locale=language.replace("-", "_"), strict=True))
        except (NumberFormatError, UnknownLocaleError, ValueError):
            continue
    return frozenset(found)


def _said(number: str, text: str, folder: str) -> bool:
    """Return whether a text has a number as a word, or inside a longer word or number."""
    if re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text):
        return True
    words = locale(folder).number_words
    value = int(number) if number.isdecimal() else -1
    if not 0 <= value < len(words):
        return False
    return words_pattern(folder, words[value]).search(text) is not None
