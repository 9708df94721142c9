"""Searches for what rules name pass no page by for which a rule would have something to say."""

import re

import pytest
import re2
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.page._line_patterns import SPACE, in_fences, outside_fences

PATTERNS = sorted({p for rule in all_rules().listed for p in (*rule.where, *rule.front)})
BODY = sorted({p for rule in all_rules().listed for p in rule.where})


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_re2_finds_what_python_finds(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="utf-8")))
    assert re2.search(pattern, text + "\n")


@pytest.mark.parametrize("pattern", BODY)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_rules_are_asked_about_what_they_name(pattern: str, data: st.DataObject) -> None:
    # Behind the last line of a page a line end is added.
    page = Page.parse(data.draw(st.from_regex(pattern)).rstrip("\n") or "\n")
    if not re.search(pattern, f"\n{page.text}\n"):
        return
    asked = {
        rule.id for _, rules in all_rules().asked_of(("page", "model"), page) for rule in rules
    }
    naming = {
        rule.id
        for rule in all_rules().listed
        if pattern in rule.where and rule.folder in ("page", "model")
    }
    assert naming <= asked


def test_white_space_is_that_of_python() -> None:
    space = re2.compile(f"[{SPACE}]")
    found = {chr(n) for n in range(0x10000) if not 0xD800 <= n < 0xE000 and space.search(chr(n))}
    assert found == {chr(n) for n in range(0x10000) if re.match(r"\s", chr(n))}


def test_bytes_that_are_no_text_hide_nothing() -> None:
    source = Source.decode(b"\xff\xfe [here](/en-US/docs/Web) \xfc\n")
    assert source.utf8() == b"?? [here](/en-US/docs/Web) ?\n"
    asked = [
        rule.id for _, rules in all_rules().asked_of(("page",), Page(source)) for rule in rules
    ]
    assert "descriptive-link-text" in asked


PARTS = ["a", "*", "\n", "\n\n", "```\n", "```js\n", "``", "`", "  ", "- "]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
@example(["```js\n", "*", "```\n", "a"])
@example(["```js\n", "a", "\n", "```\n", "*"])
def test_fences_are_told_from_text_by_their_number(parts: list[str]) -> None:
    text = "".join(parts)
    outside = ["".join(text.split("```")[::2])] if text.count("```") % 2 == 0 else []
    inside = ["".join(text.split("```")[1::2])] if text.count("```") % 2 == 0 else []
    for part in outside:
        assert bool(re2.search(outside_fences(r"\*"), text)) is ("*" in part)
    for part in inside:
        assert bool(re2.search(in_fences(r"\*"), text)) is ("*" in part)


FRONT_MATTER = "---\ntitle: T\nslug: Web/T\npage-type: guide\n---\n\n"
ALPHABETS = [
    ["*", "a", " ", "`", "\\", "\n", "_", "**"],
    ["`", "a", " ", "\n", "[", "]", "(x)", "``", "{{Compat}}", "|"],
    ["<a>", "</a>", "<b", "`", "\n", "```\n", "<!--", "-->", "a", "\n\n", "<KBD>", "</kbd>"],
    ["| a |", "|", "\n", "| - |", "a", "```\n", "- ", "> "],
    ["```\n", "```js\n", "{{Compat}}", "`", "a", "\n", "~~~\n", "> ", "- ", "    ", "{{Compat", "}}"],
    ["*a*", "**b**", "```\n", "  ", "\n", "__c__", "\t", "a", "- ", "\r"],
]  # fmt: skip


@pytest.mark.parametrize("parts", ALPHABETS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_rules_that_are_not_asked_have_nothing_to_say(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(parts), max_size=16)))
    page = Page.parse(FRONT_MATTER + text)
    asked = [rule for _, rules in all_rules().asked_of(("page",), page) for rule in rules]
    others = [rule for rule in all_rules().of("page") if rule not in asked]
    assert [rule.id for rule in others if list(rule.check(page))] == []


def test_a_page_that_was_searched_ahead_is_asked_about_as_any_other() -> None:
    text = FRONT_MATTER + "Text  with *emphasis* and <b>.\n"
    page, ahead = Page.parse(text), Page.parse(text)
    all_rules().search_ahead(("page",), ahead)
    assert ahead.searched
    assert all_rules().asked_of(("page",), ahead) == all_rules().asked_of(("page",), page)
