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
    assert fixed.after is fixed.before
    assert (fixed.settled, len(fixed.outcome)) == (True, 1)


def test_edits_that_overlap_come_one_round_after_the_other() -> None:
    def rule(text: str) -> list[tuple[Edit, ...]]:
        return [
            (Edit(Span(at, at + 2), "b"),)
            for at in range(len(text) - 1)
            if text[at : at + 2] == "aa"
        ]

    fixed = fix("aaaaa", rule)
    assert (fixed.after.text, fixed.settled, fixed.outcome) == ("bba", True, [])


def test_an_edit_may_give_rise_to_another() -> None:
    following = {"a": "b", "b": "c"}
    fixed = fix(
        "a", lambda text: [(Edit(Span(0, 1), following[text]),)] if text in following else []
    )
    assert (fixed.after.text, fixed.settled) == ("c", True)


def test_a_mended_page_keeps_its_place() -> None:
    fixed = fix("a", lambda text: [(Edit(Span(0, 1), "b"),)] if text == "a" else [])
    assert (fixed.after.path, fixed.after.locale, fixed.after.folder) == ("index.md", "de", "web/a")


def test_edits_that_contradict_each_other_change_nothing() -> None:
    other = {"a": "b", "b": "a"}
    fixed = fix("a", lambda text: [(Edit(Span(0, 1), other[text]),)])
    assert (fixed.after.text, fixed.settled) == ("a", False)
    assert [finding.edits[0].text for finding in fixed.outcome] == ["b"]
