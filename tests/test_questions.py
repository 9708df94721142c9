"""Searches for what rules name pass no page by for which a rule would have something to say."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.questions import is_narrow

NARROW = sorted(
    {p for rule in all_rules().listed for p in rule.where if p[0] != "^" and is_narrow(p)}
)


@pytest.mark.parametrize("pattern", NARROW)
@given(data=st.data())
def test_what_is_not_of_latin_1_is_never_needed(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    assert re.search(pattern, text.encode("latin-1", "replace").decode("latin-1"))


@pytest.mark.parametrize("pattern", NARROW)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_rules_are_asked_about_what_they_name(pattern: str, data: st.DataObject) -> None:
    # Behind the last line of a page a line end is added.
    page = Page.parse(data.draw(st.from_regex(pattern)) + "z")
    asked = [
        rule.id for _, rules in all_rules().asked_of(("page", "model"), page) for rule in rules
    ]
    naming = [
        rule.id
        for rule in all_rules().listed
        if pattern in rule.where and rule.folder in ("page", "model")
    ]
    assert set(naming) <= set(asked)
