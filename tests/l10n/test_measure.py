"""How long texts are, in scripts with and without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.l10n.measure import ends_sentence, width, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("abc", 3), ("Größe", 5), ("イベント", 8), ("事件 a", 6), ("e\u0301", 1), ("ガ", 2)],
)
def test_width(text: str, expected: int) -> None:
    assert width(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("This is a sentence.", 4),
        ("이것은 문장입니다", 2),
        ("这是一个句子", 3),
        ("Event イベント", 3),
        ("a 1 2", 1),
    ],
)
def test_word_count(text: str, expected: int) -> None:
    assert word_count(text) == expected


@pytest.mark.parametrize(
    "text", ["Ende.", "Ende?)", "Ende.**", "終わり。", "„Ende.“", "so:", "Fin !"]
)
def test_ends_of_sentences(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "ein", "ein,", "(ein)"])
def test_texts_that_break_off(text: str) -> None:
    assert not ends_sentence(text)


@given(st.text(), st.text())
def test_width_adds_up(first: str, second: str) -> None:
    assert width(first + second) == width(first) + width(second)
