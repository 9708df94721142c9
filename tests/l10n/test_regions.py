"""Cutting Markdown into parts that can be parsed one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.l10n.regions import differing_regions, regions
from mdnkit.l10n.segments import segments
from mdnkit.page.page import Page

WHOLE = [
    ("a fence with an empty line", "```js\na\n\nb\n```\n"),
    ("a fence that is not closed", "Text.\n\n```js\na\n\nb\n"),
    ("a fence closed by a longer one", "~~~\n```\n\nb\n~~~~\n"),
    ("a loose list", "- a\n\n- b\n\n  c\n"),
    ("an ordered list", "1. a\n\n2. b\n"),
    ("a link definition", "[a]\n\ntext\n\n[a]: /b\n"),
    ("HTML that empty lines do not end", "<pre>\n\na\n\n</pre>\n"),
    ("HTML with what would be a fence", "<div>\n```js\n\n```\n\nText.\n"),
    ("a comment of several lines", "<!-- a\n\nb -->\n"),
]


@pytest.mark.parametrize("text", [text for _name, text in WHOLE], ids=[name for name, _ in WHOLE])
def test_what_hangs_together_is_not_cut(text: str) -> None:
    assert regions(text) == [text]


def test_other_blocks_are_cut() -> None:
    parts = [
        "Text.\n\n",
        "## H\n\n- a\n\n- b\n\n",
        "```\nx\n\ny\n```\n\n",
        "<!-- c -->\n\n",
        "> q\n",
    ]
    assert regions("".join(parts)) == parts


_LINES = st.lists(
    st.sampled_from(
        ["Text.", "- a", "  b", "    c", "", "", "", "```js", "```", "~~~", "  ```", "# H", "> q", "1. x",
         "| a |", "| - |", "<div>", "- <div>", "> <p>", "<!-- n -->", "<pre>", "[r]: /x", "[r]", "{{X}}", "  : d", "---"]
    ),
    max_size=25,
)  # fmt: skip


@given(_LINES)
def test_parts_have_the_segments_of_the_whole(lines: list[str]) -> None:
    text = "\n".join(lines)
    parts = regions(text)
    assert "".join(parts) == text
    apart = [
        (segment.shape, segment.block.text)
        for part in parts
        for segment in segments(Page.parse(f"\n{part}"))
    ]
    assert apart == [(s.shape, s.block.text) for s in segments(Page.parse(f"\n{text}"))]


@given(_LINES, _LINES)
def test_what_differs_is_all_that_differs(old: list[str], new: list[str]) -> None:
    first, second = "\n".join(old), "\n".join(new)
    found = list(differing_regions(first, second))
    assert bool(found) == (first != second)
    assert all(before != after for before, after in found)
