"""Which words of two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.l10n.word_marks import mark_words


def marked(old: str, new: str) -> tuple[str, str]:
    ours, theirs = mark_words(old, new)
    return (
        "".join(f"[{p.text}]" if p.differs else p.text for p in ours),
        "".join(f"[{p.text}]" if p.differs else p.text for p in theirs),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ("", "")),
        ("the same", "the same", ("the same", "the same")),
        ("a b c", "a x c", ("a [b] c", "a [x] c")),
        ("", "a b", ("", "[a b]")),
        ("a b", "", ("[a b]", "")),
        ("a, b", "a; b", ("a[,] b", "a[;] b")),
        ("für", "fur", ("[für]", "[fur]")),
        ("run();", "walk();", ("[run]();", "[walk]();")),
    ],
)
def test_words_are_marked(old: str, new: str, expected: tuple[str, str]) -> None:
    assert marked(old, new) == expected


def test_very_long_texts_are_compared_by_lines_or_not_at_all() -> None:
    old = "".join(f"word {n}\n" for n in range(600))
    new = old.replace("word 7\n", "other 7\n")
    assert marked(old, new)[1].count("[") == 1
    assert "[other 7\n]" in marked(old, new)[1]
    whole = mark_words("a\n" * 2000, "b\n" * 2000)
    assert [len(pieces) for pieces in whole] == [1, 1]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_are_the_text(old: str, new: str) -> None:
    ours, theirs = mark_words(old, new)
    assert ("".join(p.text for p in ours), "".join(p.text for p in theirs)) == (old, new)
    assert any(p.differs for p in (*ours, *theirs)) == (old != new)
    assert all(p.text for p in (*ours, *theirs))
