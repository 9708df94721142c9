"""Ids of headings, terms and HTML are found without reading Markdown, or left to those who read it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.ids import plain_heading_ids
from mdnkit.page.page import Page
from mdnkit.page.plain_ids import plain_ids
from mdnkit.site.find_pages import find_pages

BODY = """
## Plain heading

## A `code` span ##

### What `<b>` is to `a_b`

- `term` and more
  - : B.
- [`linked`](#linked) and more
  - : B.
- words

  - : C.

<p class="x" id="Raw">d</p>

<!--
## Commented
-->

- In a list:

  ```md
  ## In a fence
  <!--
  ```

## Twice

## Twice
"""


def test_what_is_written_as_usual_is_found() -> None:
    assert plain_ids(BODY) == {
        *["plain_heading", "a_code_span", "what_b_is_to_a_b", "term", "linked", "words", "raw"],
        "twice",
    }
    page = Page.parse(BODY)
    assert plain_ids(BODY) <= page.ids
    assert plain_heading_ids(page) == {"plain_heading", "twice"}


@pytest.mark.parametrize("line", ["~~~", "````md", "- ```", "```", "<!--"])
def test_where_fences_are_not_regular_nothing_is_said(line: str) -> None:
    assert plain_ids(f"\n{line}\n## One\n") == frozenset()


LINES = [
    "## One",
    "## Two ##",
    "- `t`",
    "  - : A.",
    '<p id="x">',
    "",
    "text",
    "```",
    "~~~",
    "<!--",
    "-->",
]


@given(st.lists(st.sampled_from(LINES[:7])))
def test_the_page_has_what_is_found(lines: list[str]) -> None:
    text = "\n\n".join(lines) + "\n"
    assert plain_ids(text) - {"t"} <= Page.parse(text).ids


@given(st.lists(st.sampled_from(LINES)))
def test_no_text_stops_the_search(lines: list[str]) -> None:
    assert plain_ids("\n".join(lines)) <= {"one", "two", "t", "x"}


@given(st.lists(st.sampled_from([*LINES, "Words", "=====", "> ## Three", "- ## {{x}}"])))
def test_the_page_has_the_ids_of_its_plain_headings(lines: list[str]) -> None:
    page = Page.parse("\n".join(lines))
    assert plain_heading_ids(page) <= page.ids


@pytest.mark.skipif("CONTENT_ROOT" not in os.environ, reason="needs CONTENT_ROOT")
def test_real_pages_have_what_is_found() -> None:
    for file in find_pages([Path(os.environ["CONTENT_ROOT"])])[::40]:
        page = Page.parse(Path(file).read_text("utf-8"))
        assert plain_ids(page.text) | plain_heading_ids(page) <= page.ids, file
