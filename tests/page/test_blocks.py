"""Blocks: the tree, MDN's own forms, and where everything stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page import blocks as blocks_module
from mdnkit.page.blocks import INLINE_KINDS, Block, text_offset
from mdnkit.page.page import Page
from mdnkit.span import Span

FRONT = "---\ntitle: T\nslug: T\n---\n\n"


def outline(blocks: tuple[Block, ...], depth: int = 0) -> list[str]:
    """Return one line a block: kind, info and text, indented like the tree."""
    lines: list[str] = []
    for block in blocks:
        facts = [block.kind, block.info, repr(block.text) if block.text else ""]
        lines.append("  " * depth + " ".join(fact for fact in facts if fact))
        lines += outline(block.children, depth + 1)
    return lines


def shown(text: str) -> list[str]:
    return outline(Page.parse(FRONT + text).blocks)


def test_a_definition_list() -> None:
    assert shown("- `a`\n  - : First.\n\n    More.\n- b\n  - : Second\n    line.\n") == [
        "definitions bullet",
        "  term '`a`'",
        "  description",
        "    paragraph 'First.'",
        "    paragraph 'More.'",
        "  term 'b'",
        "  description",
        "    paragraph 'Second\\nline.'",
    ]


def test_a_list_with_one_item_that_is_no_definition_stays_a_list() -> None:
    assert shown("- a\n  - : b\n- c\n") == [
        "list bullet",
        "  item",
        "    paragraph 'a'",
        "    list bullet",
        "      item",
        "        paragraph ': b'",
        "  item",
        "    paragraph 'c'",
    ]


def test_callouts_and_quotes() -> None:
    assert shown("> [!NOTE]\n> Text.\n\n> [!WARNING] Text.\n\n> [!HINWEIS]\n> Text.\n") == [
        "callout NOTE",
        "  paragraph 'Text.'",
        "callout WARNING",
        "  paragraph 'Text.'",
        "quote",
        "  paragraph '[!HINWEIS]\\nText.'",
    ]


def test_a_table_with_an_escaped_bar() -> None:
    page = Page.parse(FRONT + "| a | b |\n| - | - |\n| `x \\| y` | z |\n|  | w |\n")
    assert outline(page.blocks) == [
        "table",
        "  row head",
        "    cell 'a'",
        "    cell 'b'",
        "  row body",
        "    cell '`x | y`'",
        "    cell 'z'",
        "  row body",
        "    cell",
        "    cell 'w'",
    ]
    cells = [page.text[slice(*cell.span)] for cell in page.of_kind("cell")]
    assert cells == ["a", "b", "`x \\| y`", "z", "", "w"]
    (table,) = page.of_kind("table")
    assert page.text[slice(*table.span)] == page.text[len(FRONT) :]


def test_macro_calls_do_not_disturb_markdown() -> None:
    page = Page.parse(FRONT + '| {{domxref("A", "a|b")}} | _x {{jsxref("y_z")}}_ |\n| - | - |\n')
    assert [page.words(cell) for cell in page.of_kind("cell")] == ["a|b", "x y_z"]


def test_fences_in_lists_and_quotes() -> None:
    page = Page.parse(FRONT + "- a\n\n  ```js hidden\n  b();\n  ```\n\n> ```css\n> c {}\n> ```\n")
    fences = page.of_kind("fence")
    assert [(fence.info, fence.text) for fence in fences] == [
        ("js hidden", "b();\n"),
        ("css", "c {}\n"),
    ]
    assert [page.text[text_offset(page.source, fence, 0) :][:2] for fence in fences] == ["b(", "c "]


def test_links_images_and_code_say_where_they_stand() -> None:
    text = 'A [link *x*](/en-US/docs/A "t") and ![alt](a.png), `c`, <b>, <https://x.org>.\n'
    page = Page.parse(FRONT + text)
    (paragraph,) = page.of_kind("paragraph")
    found = [
        (i.kind, page.text[slice(*i.span)], i.text, page.text[slice(*i.target_span)])
        for i in page.inlines(paragraph)
    ]
    assert found == [
        ("link", '[link *x*](/en-US/docs/A "t")', "link x", "/en-US/docs/A"),
        ("image", "![alt](a.png)", "alt", "a.png"),
        ("code", "`c`", "c", ""),
        ("html", "<b>", "<b>", ""),
        ("autolink", "<https://x.org>", "https://x.org", "https://x.org"),
    ]


def test_links_over_lines_in_a_quote() -> None:
    page = Page.parse(FRONT + "> [!NOTE]\n> A [link\n> on](/en-US/docs/A).\n")
    (link,) = page.links
    assert page.text[slice(*link.span)] == "/en-US/docs/A"


def test_the_text_of_an_underlined_heading_may_have_a_hash_sign() -> None:
    page = Page.parse(FRONT + "About C# today\n--------------\n")
    (heading,) = page.blocks
    start = text_offset(page.source, heading, 0)
    assert page.text.startswith("About C#", start)


MARKDOWN = st.text(alphabet="ab \n\r\t#>-*_`~[]()!<>|:\\{}\"'1.&𝒳", max_size=80)


@given(MARKDOWN)
def test_it_never_raises_and_texts_are_where_they_say(text: str) -> None:
    page = Page.parse(FRONT + text)
    for block in page.all_blocks:
        assert 0 <= block.span.start <= block.span.end <= len(page.text)
        if block.kind in INLINE_KINDS:
            for offset in range(len(block.text)):
                assert 0 <= text_offset(page.source, block, offset) <= len(page.text)
            for inline in page.inlines(block):
                assert 0 <= inline.span.start < inline.span.end <= len(page.text)
    assert all(0 <= link.span.start <= link.span.end <= len(page.text) for link in page.links)
    assert len({anchor.id for anchor in page.anchors}) == len(page.anchors)


def test_places_in_long_texts_are_those_in_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "> - [a](/b) `c`\n>   d <i>e</i>  \n>   [f](/g)\n\n[h](/i) `j`\n"
    places: list[list[Span]] = []
    for long in (10_000, 0):
        monkeypatch.setattr(blocks_module, "_LONG", long)
        page = Page.parse(text)
        places.append([piece.span for block in page.all_blocks for piece in page.inlines(block)])
    assert places[0] == places[1]
    assert len(places[0]) == 7
