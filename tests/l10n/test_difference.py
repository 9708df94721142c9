"""What changed between two states of an English page, beside the translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repositories import page

from mdnkit.l10n.difference import Difference, Fate, find_difference
from mdnkit.page.page import Page

ENGLISH = """\
First sentence here.

## One

> [!NOTE]
> A note of
> two lines.

- `a`
  - : What `a` is.

| Name | Value |
| ---- | ----- |
| a    | b     |

## Two

Second sentence here.
"""
GERMAN = """\
Erster Satz hier.

## Eins

> [!NOTE]
> Eine Notiz in
> zwei Zeilen.

- `a`
  - : Was `a` ist.

| Name | Wert |
| ---- | ---- |
| a    | b    |

## Zwei

Zweiter Satz hier.
"""


def difference(old: str, new: str, translation: str = GERMAN) -> Difference:
    return find_difference(
        Page.parse(old),
        Page.parse(new),
        Page.parse(translation, "de/a/index.md", "de"),
        "1" * 40,
        "2" * 40,
    )


def rows(new: str, old: str = ENGLISH) -> list[tuple[str, str, str, str, int]]:
    found = difference(page("A", old), page("A", new), page("A", GERMAN)).rows
    return [(str(row.fate), row.old, row.new, row.translation, row.line) for row in found]


def test_what_is_the_same_has_no_row() -> None:
    assert rows(ENGLISH) == []
    assert rows(ENGLISH.replace("First sentence", "First\nsentence")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("First", "Very first", ("changed", "First sentence here.", "Very first sentence here.", "Erster Satz hier.", 6)),
        ("two lines", "two", ("changed", "A note of two lines.", "A note of two.", "Eine Notiz in zwei Zeilen.", 11)),
        ("What", "What again", ("changed", "What `a` is.", "What again `a` is.", "Was `a` ist.", 15)),
        ("| Value |", "| Text |", ("changed", "Value", "Text", "Wert", 17)),
        ("## Two", "## Three", ("changed", "Two", "Three", "Zwei", 21)),
        ("\nSecond sentence here.\n", "", ("removed", "Second sentence here.", "", "Zweiter Satz hier.", 23)),
        ("## Two\n", "Added.\n\n## Two\n", ("added", "", "Added.", "", 19)),
    ],
)  # fmt: skip
def test_each_row_has_the_segment_of_the_translation(
    old: str, new: str, expected: tuple[str, str, str, str, int]
) -> None:
    assert old in ENGLISH
    assert rows(ENGLISH.replace(old, new)) == [expected]


def test_what_was_moved_is_told_once() -> None:
    moved = ENGLISH.replace("First sentence here.\n\n", "") + "\nFirst sentence here.\n"
    assert rows(moved) == [
        ("moved", "First sentence here.", "First sentence here.", "Erster Satz hier.", 6)
    ]


def test_front_matter_comes_key_by_key() -> None:
    old = page("A", ENGLISH, **{"page-type": "guide", "status": "x"})
    new = page("B", ENGLISH, **{"page-type": "guide", "sidebar": "y"})
    found = difference(old, new, page("Ä", GERMAN, slug="A")).rows
    assert [(row.fate, row.shape, row.old, row.new, row.translation) for row in found] == [
        (Fate.CHANGED, "front-matter/title", "A", "B", "Ä"),
        (Fate.CHANGED, "front-matter/slug", "A", "B", "A"),
        (Fate.ADDED, "front-matter/sidebar", "", "y", ""),
        (Fate.REMOVED, "front-matter/status", "x", "", ""),
    ]


def test_rows_name_the_section_of_the_newer_page() -> None:
    found = difference(page("A", ENGLISH), page("A", ENGLISH.replace("Second", "Third"))).rows
    assert [(row.section, row.shape) for row in found] == [("Two", "paragraph")]


_BLOCKS = st.lists(
    st.sampled_from(["One a b.\n\n", "Two c d.\n\n", "## H\n\n", "- a\n- b\n\n", "```js\n1\n```\n\n", "{{X}}\n\n", "> q\n\n"]),
    max_size=8,
)  # fmt: skip


@given(_BLOCKS, _BLOCKS, _BLOCKS)
def test_rows_are_there_when_and_only_when_texts_differ(
    old: list[str], new: list[str], translation: list[str]
) -> None:
    found = difference(
        *("".join(["---\ntitle: A\n---\n\n", *part]) for part in (old, new, translation))
    )
    assert bool(found.rows) == (old != new)
    for row in found.rows:
        assert (row.old == "") == (row.fate is Fate.ADDED)
        assert (row.new == "") == (row.fate is Fate.REMOVED)
        assert row.fate is not Fate.MOVED or row.old == row.new
