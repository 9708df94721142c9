"""Structures of blocks in words."""

import pytest

from mdnkit.l10n.shape_words import shape_words
from mdnkit.messages import spoken


@pytest.mark.parametrize(
    ("shape", "english", "german"),
    [
        ("paragraph", "paragraph", "Absatz"),
        ("heading3", "heading of level 3", "Überschrift der Ebene 3"),
        ("callout:NOTE/fence", "callout NOTE › fence", "Hinweiskasten NOTE › Codeblock"),
        ("break", "break", "break"),
    ],
)
def test_a_structure_in_words(shape: str, english: str, german: str) -> None:
    with spoken("en"):
        assert shape_words(shape) == english
    with spoken("de"):
        assert shape_words(shape) == german
