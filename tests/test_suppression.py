"""Comments that suppress findings, against the rules of pages; the cases are those of `suppression-unused`."""

from pathlib import Path

import pytest
from cases import FRONT_MATTER, Case, read_cases
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.check import check_text
from mdnkit.config import Config
from mdnkit.finding import Finding
from mdnkit.page.page import Page
from mdnkit.page.suppression_comment import find_suppressions

HERE = Path(__file__).parent
CONFIG = Config(select=("fence-info", "callout-marker", "suppression-unused", "link-broken"))
CASES = read_cases(HERE / "rules" / "suppression-unused.md", 2)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what a page outside any site is told."""
    return check_text((FRONT_MATTER + text).encode(), Path("index.md"), CONFIG).findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_comments(case: Case) -> None:
    added = FRONT_MATTER.count("\n")
    found = [
        f"{f.line - added}:{f.column}-{f.end_line - added}:{f.end_column} {f.severity} {f.rule}"
        for f in findings(case.parts[0])
    ]
    assert found == case.expected.splitlines()


def test_an_unused_name_is_named() -> None:
    (finding,) = findings("<!-- mdnkit-disable-line fence-info -- reason -->\n")
    assert finding.message == "`fence-info` reports nothing here; take it out of the comment."


def test_a_rule_that_is_left_out_is_not_judged() -> None:
    text = (FRONT_MATTER + "<!-- mdnkit-disable-line fence-info -- reason -->\n").encode()
    config = Config(select=CONFIG.select, ignore=("fence-info",))
    assert check_text(text, Path("index.md"), config).findings == ()


@given(
    st.lists(
        st.sampled_from(
            ["<!-- ", "mdnkit-", "disable", "-line", " x", " -- ", "-->", "\n", "`", "é"]
        )
    )
)
def test_any_text_has_comments_with_their_places(parts: list[str]) -> None:
    page = Page.parse("".join(parts))
    for comment in find_suppressions(page):
        text = page.text[comment.span.start : comment.span.end]
        assert text.startswith("<!--") and text.endswith("-->")
        assert comment.first <= comment.last
        for name in comment.names:
            assert page.text[name.span.start : name.span.end] == name.text
            assert comment.span.contains(name.span)
