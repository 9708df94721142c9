"""One spelling for each piece of Web IDL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.model.idl_text import canonical

SPELLINGS = [
    ("DOMString", "DOMString"),
    ("unsigned long long // bytes\n  ?", "unsigned long long?"),
    ("( DOMString  or sequence < Foo ? > ) ?", "(DOMString or sequence<Foo?>)?"),
    ("record<DOMString ,any>", "record<DOMString, any>"),
    ("Promise<[AllowShared](A or B or(C or D))>", "Promise<[AllowShared] (A or B or (C or D))>"),
    ("(A or[Clamp]octet)", "(A or [Clamp] octet)"),
    ("/* why */ [A ,B] X", "[A, B] X"),
    ("{ }", "{}"),
    ("[ ]", "[]"),
    ('"http://www.w3.org/1999/xhtml"', '"http://www.w3.org/1999/xhtml"'),
    ('"a, b"', '"a, b"'),
    ("-1", "-1"),
    ("Exposed = ( Window,Worker )", "Exposed=(Window, Worker)"),
]


@pytest.mark.parametrize(("written", "expected"), SPELLINGS)
def test_spelling(written: str, expected: str) -> None:
    assert canonical(written) == expected


@given(
    st.lists(
        st.sampled_from(["A", "or", "B", "(", ")", "<", ">", "?", ",", "[", "]", " ", "\n"]),
        max_size=12,
    )
)
def test_a_canonical_text_is_its_own_canonical_text(pieces: list[str]) -> None:
    once = canonical("".join(pieces))
    assert canonical(once) == once
