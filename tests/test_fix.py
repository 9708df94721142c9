"""Rounds of edits."""

from collections.abc import Callable

from mdnkit.finding import Edit, Finding, Severity
from mdnkit.fix import Fixed, fix_pages
from mdnkit.page.page import Page
from mdnkit.span import Span

Rule = Callable[[str], list[tuple[Edit, ...]]]


def fix(text: str, rule: Rule) -> Fixed[list[Finding]]:
    """Return a page after the edits that `rule` wants."""

    def check(pages: list[Page]) -> list[list[Finding]]:
        return [[_finding(edits) for edits in rule(page.text)] for page in pages]

    (fixed,) = fix_pages(
        [Page.parse(text, "index.md", "de", "web/a")], check, lambda outcome: outcome
    )
    return fixed


def _finding(edits: tuple[Edit, ...]) -> Finding:
    return Finding("index.md", 1, 1, "x", 1, 1, "", Severity.ERROR, "de", "", edits)


def test_a_page_without_edits_is_the_same_page() -> None:
    fixed = fix("text", lambda text: [()])
    assert (fixed.after, fixed.settled, len(fixed.outcome)) == ("text", True, 1)


def test_edits_that_overlap_come_one_round_after_the_other() -> None:
    def rule(text: str) -> list[tuple[Edit, ...]]:
        return [
            (Edit(Span(at, at + 2), "b"),)
            for at in range(len(text) - 1)
            if text[at : at + 2] == "aa"
        ]

    fixed = fix("aaaaa", rule)
    assert (fixed.after, fixed.settled, fixed.outcome) == ("bba", True, [])


def test_an_edit_may_give_rise_to_another() -> None:
    following = {"a": "b", "b": "c"}
    fixed = fix(
        "a", lambda text: [(Edit(Span(0, 1), following[text]),)] if text in following else []
    )
    assert (fixed.after, fixed.settled) == ("c", True)


def test_a_mended_page_keeps_its_place() -> None:
    seen: list[tuple[str, str, str, str]] = []

    def check(pages: list[Page]) -> list[list[Finding]]:
        seen.extend((page.text, page.path, page.locale, page.folder) for page in pages)
        edits = (Edit(Span(0, 1), "b"),)
        return [[_finding(edits)] if page.text == "a" else [] for page in pages]

    fix_pages([Page.parse("a", "index.md", "de", "web/a")], check, lambda outcome: outcome)
    assert seen == [("a", "index.md", "de", "web/a"), ("b", "index.md", "de", "web/a")]


def test_edits_that_contradict_each_other_change_nothing() -> None:
    other = {"a": "b", "b": "a"}
    fixed = fix("a", lambda text: [(Edit(Span(0, 1), other[text]),)])
    assert (fixed.after, fixed.settled) == ("a", False)
    assert [finding.edits[0].text for finding in fixed.outcome] == ["b"]
