"""Of most macro calls the rule about arguments has nothing to say, which is told without parsing what they are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.macros.catalogue import fold_name, macro, names
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import find_rules
from mdnkit.rules.page.macro_arguments import _are_texts, _problems, _texts_of


@pytest.mark.parametrize(
    ("name", "inside", "plain"),
    [
        ("domxref", '"Event"', True),
        ("domxref", '"Event", "", "", "nocode"', True),
        ("domxref", "'Event', \"event\"", True),
        ("Compat", "", True),
        ("APIRef", "", True),
        ("APIRef", '"DOM"', True),
        ("domxref", r'"\""', True),
        ("jsxref", '"Array#a", "a"', True),
        # What is not plain is parsed.
        ("domxref", "", False),
        ("domxref", '" "', False),
        ("domxref", '""', False),
        ("domxref", "``", False),
        ("domxref", "1", False),
        ("Compat", '"api.Event"', False),
        ("RFC", '"9110"', False),
        ("jsxref", '"Array#a", "a", "b"', False),
    ],
)
def test_plain_arguments(name: str, inside: str, plain: bool) -> None:
    assert _are_texts(inside, *_texts_of(fold_name(name))) is plain


SLOTS = st.sampled_from(
    ['"a"', '""', '" "', "'a#b'", '"a#b"', "``", r'"\""', "1", "true", '"RFC 1"']
)


@given(st.sampled_from([*names(), "unknown"]), st.lists(SLOTS, max_size=6).map(", ".join))
def test_parsing_them_finds_nothing(name: str, inside: str) -> None:
    page = Page.parse(f"{{{{{name}({inside})}}}}")
    known = macro(name)
    if known and _are_texts(inside, *_texts_of(fold_name(name))):
        for call in page.macro_calls:
            assert list(_problems(page.text, call, known)) == []
        for rule in find_rules("macro-arguments"):
            assert list(rule.check(page)) == []
