"""Which numbers of two sentences agree, in several languages."""

import pytest

from mdnkit.l10n.numbers import Numbers, compare_numbers


@pytest.mark.parametrize(
    ("english", "translated", "locale"),
    [
        ("1,000.5 of them", "1.000,5 davon", "de"),
        ("1,234,567 of them", "1 234 567 davon", "de"),
        ("1,234,567 of them", "1\u202f234\u202f567 d'entre eux", "fr"),
        ("a value of 1.5", "un valor de 1,5", "es"),
        ("there are 2", "il y en a deux", "fr"),
        ("there are 2", "它们有两个", "zh-cn"),
        ("one of 12", "1 von zwölf", "de"),
        ("on 1868-10-23", "am 23.10.1868", "de"),
        ("at 1:00PM", "um 13 Uhr", "de"),
        ("the 3rd, a 32-bit value", "der 3., ein 32-Bit-Wert", "de"),
        ("1.5 of them", "1,5 davon", "xx"),
    ],
)
def test_numbers_that_agree(english: str, translated: str, locale: str) -> None:
    assert compare_numbers(english, translated, locale) == Numbers((), ())


@pytest.mark.parametrize(
    ("english", "translated", "expected"),
    [
        ("up to 64 of them", "bis zu 63 davon", Numbers(("64",), ("63",))),
        ("up to 64 of them", "bis zu vielen", Numbers(("64",), ())),
        ("many", "bis zu 64", Numbers((), ("64",))),
        ("a value of 1.5", "ein Wert von 15", Numbers(("1.5",), ("15",))),
    ],
)
def test_numbers_that_do_not(english: str, translated: str, expected: Numbers) -> None:
    assert compare_numbers(english, translated, "de") == expected
