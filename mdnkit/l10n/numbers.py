"""Which numbers a translated sentence has lost or changed, whatever its language writes between their digits."""

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mdnkit.l10n.remaining import Remaining
from mdnkit.locales.locale import locale, words_pattern
from mdnkit.site.slug import locale_name

_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b")
_NUMBER = re.compile(
    r"(?<![\w.,])\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)*(?=(?:st|nd|rd|th|%|s)?\b)"
)
_RUN = re.compile(r"\d(?:[\d.,'’\u00a0\u202f ]*\d)?")
"""Digits, and what may stand between the digits of a number or of neighbours."""
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
    both = Counter(ours) & Counter(theirs)
    rest = Remaining(_without(theirs, both))
    values = functools.partial(_values, languages=(locale_name(folder), "en-US"))
    left = [
        number
        for number in _without(ours, both)
        if rest.take(values, _values(number, ("en-US",))) is None
    ]
    if _HALF_DAY.search(english):
        return Numbers((), ())
    return Numbers(_unsaid(left, translated, folder), _unsaid(tuple(rest), english, "en-us"))


def standing_in(text: str, numbers: Iterable[str], whole: bool = False) -> set[str]:
    """Return which of some numbers stand in a text: as wholes, or inside longer ones too."""
    wanted = frozenset(numbers)
    lengths = {len(number) for number in wanted}
    found: set[str] = set()
    for run in _RUN.findall(text) if wanted else ():
        for length in lengths:
            for start in range(len(run) - length + 1):
                end = start + length
                if run[start:end] in wanted and not (whole and _goes_on(run, start, end)):
                    found.add(run[start:end])
    return found


def _goes_on(run: str, start: int, end: int) -> bool:
    """Return whether a digit stands before or after a part of a run."""
    return run[max(0, start - 1) : start].isdecimal() or run[end : end + 1].isdecimal()


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_DATE.sub("", text))


def _without(numbers: Sequence[str], others: Counter[str]) -> list[str]:
    """Return numbers without the first ones that equal others."""
    left = Counter(others)
    kept: list[str] = []
    for number in numbers:
        if left[number]:
            left[number] -= 1
        else:
            kept.append(number)
    return kept


@functools.lru_cache(maxsize=1000)
def _values(written: str, languages: tuple[str, ...]) -> frozenset[object]:
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


def _unsaid(numbers: Sequence[str], text: str, folder: str) -> tuple[str, ...]:
    """Return the numbers that a text has neither as they are, inside a longer word or number, nor as a word."""
    words = locale(folder).number_words
    written = standing_in(text, numbers, whole=True)
    small = {number: int(number) for number in numbers if number.isdecimal() and len(number) < 10}
    said = {
        value
        for value in set(small.values())
        if value < len(words) and words_pattern(folder, words[value]).search(text)
    }
    return tuple(n for n in numbers if n not in written and small.get(n) not in said)
