"""How deeply brackets may be nested in a page."""

import pytest

from mdnkit.page.brackets import DEEP, MOST, too_many_brackets
from mdnkit.page.page import Page


@pytest.mark.parametrize(
    "text",
    [
        "[" * (DEEP + MOST),
        "[a](/b) " * 10 * MOST,
        ("[" * DEEP + "]" * DEEP) * MOST,
        ("[" * DEEP + "\n \n") * MOST,
        "- [ ] a\n" * 10 * MOST,
    ],
    ids=["as many as may be", "links", "shallow", "in other paragraphs", "a list of tasks"],
)
def test_brackets_that_can_be_read(text: str) -> None:
    assert too_many_brackets(text) is None


@pytest.mark.parametrize("piece", ["[", "![", "[a\n", "[]["])
def test_brackets_that_cannot(piece: str) -> None:
    text = piece * 10 * MOST
    found = too_many_brackets(text)
    assert found is not None
    assert text[slice(*found)] == "["
    deepest = text[: found.end]
    assert deepest.count("[") - deepest.count("]") == DEEP + MOST + 1 or "]" in piece


def test_a_page_that_cannot_be_read_has_no_blocks_and_no_links() -> None:
    head = "---\ntitle: T\n---\n\n"
    page = Page.parse(head + "[" * 2_000_000)
    assert page.overload == (len(head) + DEEP + MOST, len(head) + DEEP + MOST + 1)
    assert (page.blocks, page.links, page.anchors) == ((), (), ())
    assert page.front_matter.text("title") == "T"
