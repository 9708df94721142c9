"""The quick readers of blocks and inline content give what markdown-it-py gives, or leave the page to it."""

import os
import re
from bisect import bisect_right
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdnkit.finding import Problem
from mdnkit.page.block_facts import PAIRED_FENCES, PLAIN_HEADINGS
from mdnkit.page.blocks import INLINE_KINDS, parse_blocks, text_offset, walk
from mdnkit.page.inlines import (
    NEEDS_PARSING,
    parse_inlines,
    parse_with_markdown_it,
    shown_text,
)
from mdnkit.page.markdown import inline_tokens
from mdnkit.page.page import Page
from mdnkit.page.regular_blocks import Reader, read_regular
from mdnkit.page.regular_inlines import regular_words
from mdnkit.page.section import blocks_below, is_empty, top_headings
from mdnkit.rules.catalogue import all_rules
from mdnkit.rules.page.link_malformed import link_malformed
from mdnkit.site.find_pages import find_pages
from mdnkit.span import Span


def compare(page: Page) -> bool:
    """Assert that both readers agree on a page; return whether it was regular."""
    regular = read_regular(page.text, page.masked, page.body.start)
    if regular is not None:
        for kind, gathered in regular.kinds.items():
            assert gathered == [block for block in walk(regular.blocks) if block.kind == kind]
        compare_parts(page)
        assert regular.blocks == parse_blocks(page.source, page.masked, page.body).blocks
    for block in page.all_blocks:
        if block.kind in INLINE_KINDS and NEEDS_PARSING.search(block.text):
            references = page._tree.references
            quick = parse_inlines(page.source, block, references)
            assert quick == parse_with_markdown_it(page.source, block, references)
            words = regular_words(block.text)
            if words is not None and not page.references:
                tokens = inline_tokens(block.text, references)
                assert words == "".join(map(shown_text, tokens)).strip()
    compare_pieces(page)
    return regular is not None


def said_unasked(page: Page) -> list[tuple[str, Problem]]:
    """Return what the rules have to say that are not asked about a page, though they should be."""
    asked = [rule for _, rules in all_rules().asked_of(("page",), page) for rule in rules]
    others = [rule for rule in all_rules().of("page") if rule not in asked]
    return [(rule.id, problem) for rule in others for problem in rule.check(page)]


def compare_parts(page: Page) -> None:
    """Assert that nothing is other than known where the runs of plain sections are read at once."""
    reader = Reader(page.masked)
    tree = page._tree
    assert reader.read(page.body.start, len(page.masked)) == tree.blocks
    apart = {PLAIN_HEADINGS, PAIRED_FENCES}
    assert reader.proven() - apart == tree.proven - apart
    for heading in top_headings(page):
        expected = blocks_below(page, heading)
        first = bisect_right(tree.blocks, heading.span.start, key=lambda block: block.span.start)
        assert expected == tree.blocks[first : first + len(expected)]
        assert is_empty(page, heading) is (not expected)


def compare_texts(page: Page) -> None:
    """Assert that the block of a place is found as if all were looked at."""
    texts = [block for block in page.all_blocks if block.kind in INLINE_KINDS and block.text]
    found = Page.parse(page.text)
    for offset in range(page.body.start, len(page.text) + 1):
        expected = [block for block in texts if block.span.start <= offset < block.span.end]
        assert found.text_at(offset) == (expected[-1] if expected else None)


def compare_pieces(page: Page) -> None:
    """Assert that the pieces of the whole page are those of its blocks, but for the blocks that are left out."""
    pieces, references = page.pieces, page._tree.references
    others = {block.span for block in pieces.others}
    texts = [block for block in page.all_blocks if block.kind in INLINE_KINDS]
    read = {
        block.span: parse_with_markdown_it(page.source, block, references)
        for block in texts
        if block.span not in others
    }
    inlines = [inline for found in read.values() for inline in found]

    def targets(kind: str) -> list[tuple[str, Span]]:
        return [(one.target, one.target_span) for one in inlines if one.kind == kind]

    def found(matches: list[re.Match[str]], group: str) -> list[tuple[str, tuple[int, int]]]:
        return [(match[group], match.span(group)) for match in matches]

    assert targets("link") == found(pieces.links, "target")
    assert targets("image") == found(pieces.images, "source")
    assert targets("autolink") == found(pieces.addresses, "address")
    assert [one.span for one in inlines if one.kind == "html"] == [
        tag.span() for tag in pieces.tags
    ]
    labels = [Span(*link.span("label")) for link in pieces.links]
    loose = [
        one.span
        for one in inlines
        if one.kind == "code" and not any(label.contains(one.span) for label in labels)
        if (code := page.masked[slice(*one.span)].strip("`")) != code.strip()
    ]
    assert loose == [code.span() for code in pieces.loose_code]
    for block in texts if read else ():
        start = text_offset(page.source, block, 0) if block.text else block.span.end
        for bracket in re.compile(r"(?<!\\)\]\(").finditer(page.masked, start, block.span.end):
            assert block.span in others or any(
                one.span.start <= bracket.start() < one.span.end for one in read[block.span]
            )


PIECES = [
    *["- a", "- ", "  - : b", "  c", "    d", "1. e", "2. f", "10. g", "   h", "* i", "+ j"],
    *["> k", ">", "> [!NOTE]", "> - l", ">m", "# n", "## o ##", "#p", "```js", "```", "  ```"],
    *["````", "~~~", "---", "===", "| q | r |", "| - | - |", "<div>", "</div>", "<!-- s -->"],
    *["<b>t</b>", "[u]: /v", "[w](x) `y`", "    code", "z", "", "", "  ", "\t- tab", "_e_", "**f**"],
    *["`a` [b `c`](d) [e", "![f](g)", "``h``", "[i](<j k>)", "\\[l](m)", "[n](o \"p\")", "q | r"],
    *["| q |\n| - |\n| `r` |", "  | s |\n  | - |", "- a\n  - : b", "- c\n  - : d\n    e", "  - : f\n  - : g"],
    *[">- h", "> -  i", "-   j", "  1. k", "3. - l", "  > m", "  > ```\n  > n\n  > ```", "  ```\n\n  o\n  ```"],
    *["see ![s](t) <kbd>u</kbd>!", "![](v)", "[![w](x)](y)", "<br> ![z]"],
    *["[`a` b](c(d)e)", "` f` ` [g](h) ` [`i `](j)", "<https://k> \\` [l] <m n=\"o\">", "p](q)"],
    *["> [!NOTE](r)", "> [!NOTE] [s](t)", "| `u` [v](w) | [x](y \\| z) |", "- [a](b)"],
    *["[m \\< n > o](p) \\`q` \\_r\\_ \\s", "[t \\] u](v) \\[w](x)", "> [!NOTE]\n> y\n> z | [a](b)"],
    *["# s | t", "<b> | u", "<!-- v | w -->", "```x | y", "- [a\n  b]: /c", "[d\ne]: /f"],
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9))
@example(["- a", "  - : b", "  c"])
@example(["> k", "z"])
@example(["<div>", "z", "", "z"])
@example(["- a", "", "```", "z", "```"])
@example(["- a", "  - b", "", "  ", "  - c"])
@example(["# a | b", "| - | - |"])
@example(["```a | b", "| - | - |", "```"])
@example(["<!-- a | b -->", "| - | - |"])
@example(["- z", "", "  <b> | c", "  | - | - |"])
@example(["> <b> | c", "> | - | - |"])
@example(["> [!NOTE]", "> a | b", "> | - | - |"])
@example(["> [!NOTE]", "> a", "> **b** c", "d"])
def test_they_agree_on_lines_put_together_at_random(lines: list[str]) -> None:
    compare(Page.parse("---\ntitle: T\n---\n" + "\n".join(lines) + "\n"))


SECTIONS = [
    *["- a", "- `b`", "  - : c", "  d", "    e", "  - f", "    - g", "      - : h", "        i", "- : j"],
    *["", "", "", "k", "## l", "## m:", "1. n", "   ", "- - -", "> o", ": p", "| - |", "  - : q | r", "_s_", "    ```"],
]  # fmt: skip


@given(st.lists(st.sampled_from(SECTIONS), max_size=14))
@example(
    [
        "",
        "- a",
        "",
        "  - : c",
        "",
        "    e",
        "",
        "    - g",
        "      - : h",
        "",
        "- `b`",
        "  - : c",
        "",
        "k",
    ]
)
@example(["", "- a", "  - f", "    - g", "    e", "", "- `b`", "", "k"])
def test_they_agree_on_plain_sections(lines: list[str]) -> None:
    page = Page.parse("---\ntitle: T\n---\n" + "\n".join(lines) + "\n")
    compare(page)
    assert said_unasked(page) == []


@given(st.lists(st.sampled_from([*PIECES, *SECTIONS]), max_size=9))
def test_the_text_of_a_place_is_found(lines: list[str]) -> None:
    compare_texts(Page.parse("---\ntitle: T\n---\n" + "\n".join(lines) + "\n"))


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_what_is_known_of_all_blocks_leaves_rules_nothing_to_say(lines: list[str]) -> None:
    page = Page.parse("---\ntitle: T\n---\n" + "\n".join(lines) + "\n")
    assert said_unasked(page) == []


@given(st.text(alphabet="a `[]()<>!\\_*&\n|#->", max_size=40))
def test_they_agree_on_any_text(text: str) -> None:
    compare(Page.parse("---\ntitle: T\n---\n" + text + "\n"))


APART = [
    *["[a]", "[", "]", "`", "`[`", "b", " ", "-c", "\\", "\n", "\n\n", "{{d}}", "![e](f)", "<g>", "| - |"],
    *["(/de/docs/Web)", "(https://h (i))", "(#j)", "(k)", "`](/de/docs/l)`", "`m`](#n)`", "](#o)"],
]  # fmt: skip


@given(st.lists(st.sampled_from(APART), max_size=12))
@example(["[", "`[`", "b", "`](/de/docs/l)`", "](#o)"])
def test_links_come_apart_where_they_do_if_every_block_is_read(parts: list[str]) -> None:
    text = "---\ntitle: T\n---\n" + "".join(parts) + "\n"
    page, slow = Page.parse(text), Page.parse(text)
    every = [block for block in slow.all_blocks if block.kind in INLINE_KINDS]
    slow.pieces = slow.pieces._replace(others=every)
    assert sorted(link_malformed.check(page)) == sorted(link_malformed.check(slow))


@pytest.mark.skipif("CONTENT_ROOT" not in os.environ, reason="needs CONTENT_ROOT")
def test_they_agree_on_real_pages() -> None:
    files = find_pages([Path(os.environ["CONTENT_ROOT"])])[::25]
    regular = [compare(Page.parse(Path(file).read_text("utf-8"))) for file in files]
    assert sum(regular) > 0.9 * len(regular)
