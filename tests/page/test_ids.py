"""The ids of headings, terms and raw HTML."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.ids import TakenIds, heading_id
from mdnkit.page.page import Page


def ids(text: str) -> list[str]:
    return [anchor.id for anchor in Page.parse(text).anchors]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Browser compatibility", "browser_compatibility"),
        ("Event: target property", "event_target_property"),
        ("  The  <a>   element ", "the_a_element"),
        ("Lade- und Entlade-Ereignisse", "lade-_und_entlade-ereignisse"),
        ("Größe", "größe"),
        ("C++ (and C#)", "c_and_c"),
        ("???", "sect"),
        ("", "sect"),
    ],
)
def test_an_id_is_made_of_words(words: str, id_: str) -> None:
    assert heading_id(words) == id_


@given(st.text() | st.text("aBßΣİ1 -_\t\u00a0"))
def test_punctuation_changes_no_other_letter(words: str) -> None:
    assert heading_id(f"{words}?") == heading_id(words)


@given(st.text())
def test_an_id_made_of_an_id_is_the_same(words: str) -> None:
    once = heading_id(words)
    assert heading_id(once) == once


def test_repeated_ids_are_numbered() -> None:
    taken = TakenIds(["b_3"])
    wanted = ["a", "a", "a", "step_2", "step_2", "a_2", "b", "b", "b", "b_2", "a"]
    assert [taken.take(id_) for id_ in wanted] == [
        "a", "a_2", "a_3", "step_2", "step_3", "a_4", "b", "b_2", "b_4", "b_5", "a_5"
    ]  # fmt: skip


def first_free(wanted: str, taken: set[str]) -> str:
    """Return what `TakenIds.take` returns, looking at every number again each time."""
    numbered = re.fullmatch(r"(.*)_(\d+)", wanted)
    stem, number = (numbered[1], int(numbered[2])) if numbered else (wanted, 1)
    numbers = itertools.count(number + 1)
    names = itertools.chain([wanted], (f"{stem}_{number}" for number in numbers))
    return next(name for name in names if name not in taken)


@given(st.lists(st.text(alphabet="ab_12", max_size=4)))
def test_an_id_is_the_first_that_is_free(wanted: list[str]) -> None:
    ids, taken = TakenIds(), set[str]()
    for id_ in wanted:
        expected = first_free(id_, taken)
        assert ids.take(id_) == expected
        taken.add(expected)


def test_all_words_of_a_heading_count() -> None:
    assert ids("## The `align` attribute of _tables_\n\n#### [Links](/x) too\n") == [
        "the_align_attribute_of_tables",
        "links_too",
    ]


def test_the_first_element_of_a_term_counts_alone() -> None:
    text = (
        "- `<align>` and more\n  - : A.\n- **bold** words\n  - : B.\n- words `code`\n  - : C.\n"
        "- plain words\n  - : D.\n- [link](/x) here\n  - : E.\n- <b>raw</b> tag\n  - : F.\n"
    )
    assert ids(text) == ["align", "bold", "words_code", "plain_words", "link", "raw"]


def test_a_macro_call_counts_as_the_words_it_becomes() -> None:
    text = (
        '## Links with {{HTMLElement("a")}}\n\n#### {{HTTPHeader("Accept")}} and more\n\n'
        '- {{domxref("Event.target", "target")}} {{Deprecated_Inline}}\n  - : A.\n'
        "- `code` {{Deprecated_Inline}}\n  - : B.\n- words {{Deprecated_Inline}}\n  - : C.\n"
    )
    assert ids(text) == ["links_with_a", "accept", "target", "code", "words_deprecated"]


def test_ids_of_terms_and_of_headings_with_a_macro_call_are_made_last() -> None:
    assert ids("- `name`\n  - : A.\n\n## Name\n") == ["name_2", "name"]
    assert ids('### {{HTTPHeader("Accept")}}\n\n### Accept\n') == ["accept_2", "accept"]


def test_raw_html_names_ids() -> None:
    text = (
        '## Note\n\n<p class="x" id="Note">A <a name=mark>b</a></p>\n\n'
        'Text <span id=\'here\'>c</span>\n\n<!-- <p id="no"> -->\n\n```html\n<p id="nor">\n```\n'
    )
    page = Page.parse(text)
    assert page.ids == {"note_2", "note", "mark", "here"}
    assert ids(text) == ["note_2"]


def test_macros_make_ids() -> None:
    front = "---\ntitle: T\nbrowser-compat:\n  - api.A\n  - api.A.b\n---\n"
    text = '{{EmbedLiveSample("My demo")}}\n\n{{InteractiveExample("Demo")}}\n\n{{Compat}}\n'
    assert Page.parse(front + text).ids == {"frame_my_demo", "try_it", "api.a", "api.a.b"}
    german = Page.parse('{{InteractiveExample("Demo")}}\n', locale="de")
    assert german.ids == {"probieren_sie_es_aus"}


def test_one_compatibility_table_has_no_id_of_its_own() -> None:
    assert Page.parse("---\nbrowser-compat: api.A\n---\n{{Compat}}\n").ids == frozenset()


@given(st.text(alphabet="#-: `*_[](){}<>!\"' \nabid=", max_size=80))
def test_no_text_stops_the_search_for_ids(text: str) -> None:
    page = Page.parse(text)
    assert len({anchor.id for anchor in page.anchors}) == len(page.anchors)
    assert {anchor.id for anchor in page.anchors} <= page.ids
