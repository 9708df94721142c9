"""Which heading of a translation stands for an English one."""

import pytest

from mdnkit.l10n.landmark_match import translated_landmark
from mdnkit.page.page import Page
from mdnkit.site.fragments import outline_of

SAME = "## Beispiele\n\n### Erstes\n\n- `a`\n  - : A.\n- Zwei\n  - : B.\n\n## Siehe auch\n"
ENGLISH = "## Examples\n\n### First\n\n- `a`\n  - : A.\n- Two\n  - : B.\n\n## See also\n"


def match(english: str, translation: str, id_: str) -> str | None:
    ours = outline_of(Page.parse(english))
    theirs = outline_of(Page.parse(translation, locale="de"))
    mark = next(mark for mark in ours.landmarks if mark.id == id_)
    found = translated_landmark(mark, ours, theirs, "de")
    return found and found.id


@pytest.mark.parametrize(
    ("id_", "wanted"),
    [
        ("examples", "beispiele"),
        ("first", "erstes"),
        ("a", "a"),
        ("two", "zwei"),
        ("see_also", "siehe_auch"),
    ],
)
def test_pages_of_the_same_structure_agree_by_position(id_: str, wanted: str) -> None:
    assert match(ENGLISH, SAME, id_) == wanted


def test_headings_agree_where_terms_do_not() -> None:
    assert match(ENGLISH, SAME.replace("- Zwei\n  - : B.\n", ""), "first") == "erstes"


def test_known_titles_divide_pages_of_different_structure() -> None:
    english = "## New part\n\n" + ENGLISH
    assert match(english, SAME, "first") == "erstes"
    assert match(english, SAME, "new_part") is None


def test_a_part_of_different_structure_is_not_guessed() -> None:
    assert match("## Examples\n\n### A\n\n### B\n\n## See also\n", SAME, "b") is None


def test_a_known_title_is_not_matched_with_another() -> None:
    assert match("## Examples\n", "## Siehe auch\n", "examples") is None


def test_a_heading_whose_words_a_macro_makes_is_left_to_the_writer() -> None:
    assert match("## The element\n", '## Das {{HTMLElement("a")}}\n', "the_element") is None
