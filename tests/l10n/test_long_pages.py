"""Long pages are compared with their English in steps whose number grows with their length, not with its square."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from big_pairs import CASES, big_pair

from mdnkit.l10n import alignment, difference, sequence_alignment
from mdnkit.l10n.alignment import Aligned, align
from mdnkit.l10n.difference import find_difference
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import segments
from mdnkit.page.page import Page
from mdnkit.rules.catalogue import all_rules
from mdnkit.site.site import Roots, Site

TREE = Path(__file__).parents[1] / "tree"
SITE = Site(Roots(TREE / "content", (TREE / "translated",)))
RULES = all_rules().of("translation")

SHORT, LONG = 100_000, 200_000
"""Characters of a page whose segments are counted in pairs. What is quadratic takes 4 times as many steps for the second."""
BRIEF = 60_000
"""Characters of a page of which every step is counted."""
MOST = 2.5
"""Times as many steps for a page of twice the length."""
UNNOTICED = 20_000
"""Pairs of segments that any comparison may look at."""
EACH = 60
"""Segments that one is held against, on the average."""


def pages(case: str, size: int) -> tuple[Page, Page]:
    english, translated = big_pair(case, size)
    return (
        Page.parse(english, "en-us/web/test/index.md", "en-us", "web/test"),
        Page.parse(translated, "de/web/test/index.md", "de", "web/test"),
    )


def calls(run: Callable[[], Any]) -> int:
    """Return how many functions are called, those of C included."""
    count = 0

    def tell(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tell)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def scored(monkeypatch: pytest.MonkeyPatch, run: Callable[[], Any]) -> int:
    """Return how often two segments or sections are held against each other."""
    count = 0

    def counted(likeness: Callable[..., float]) -> Callable[..., float]:
        def likeness_of(first: Any, second: Any) -> float:
            nonlocal count
            count += 1
            return likeness(first, second)

        return likeness_of

    with monkeypatch.context() as patch:
        for module in (alignment, difference):
            patch.setattr(module, "likeness", counted(module.likeness))
        run()
    return count


@pytest.mark.parametrize("case", CASES)
def test_pairs_of_segments(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    short = scored(monkeypatch, lambda: align(*pages(case, SHORT)))
    long = scored(monkeypatch, lambda: align(*pages(case, LONG)))
    assert long <= max(UNNOTICED, MOST * short)


@pytest.mark.parametrize("case", list(CASES)[::3])
def test_every_step_of_the_rules(case: str) -> None:
    def check(size: int) -> None:
        original, translation = pages(case, size)
        pair = Pair(translation, "current", "0" * 40, original)
        for rule in RULES:
            assert list(rule.check(pair, SITE)) is not None

    check(1_000)
    assert calls(lambda: check(2 * BRIEF)) <= MOST * calls(lambda: check(BRIEF))


@pytest.mark.parametrize("case", list(CASES)[1:12:2])
def test_pairs_of_segments_of_a_difference(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = pages(case, LONG)
    count = scored(monkeypatch, lambda: find_difference(old, new, old, "0" * 40, "1" * 40))
    assert count <= EACH * (len(segments(old)) + len(segments(new)))


@pytest.mark.parametrize(
    "case",
    ["a few blocks lost, added, moved", "equal headings, a few blocks lost", "one list, a few items lost"],
)  # fmt: skip
def test_what_was_divided_is_what_was_not(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is aligned as if all pairs had been looked at, but for what stands beside something lost or moved."""
    divided = align(*pages(case, 30_000))
    with monkeypatch.context() as patch:
        patch.setattr(sequence_alignment, "_LARGEST", 10**9)
        whole = align(*pages(case, 30_000))
    with monkeypatch.context() as patch:
        patch.setattr(sequence_alignment, "_LARGEST", 100)
        pieces = align(*pages(case, 30_000))
    assert _same(divided, whole) > 0.99
    assert _same(pieces, whole) > 0.95


def _same(first: Aligned, second: Aligned) -> float:
    """Return which share of the matches two alignments have in common."""
    ours, theirs = set(first.matches), set(second.matches)
    return len(ours & theirs) / max(len(ours), len(theirs))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("equal", []),
        ("a few blocks lost, added, moved", []),
        ("one section, nothing in common", []),
        ("nothing in common", [6]),
    ],
)
def test_a_rough_comparison_says_so(case: str, expected: list[int]) -> None:
    original, translation = pages(case, LONG)
    pair = Pair(translation, "current", "0" * 40, original)
    (rule,) = (rule for rule in RULES if rule.id == "translation-block")
    found = [p for p in rule.check(pair, SITE) if "compared roughly" in p.message]
    assert [translation.source.position(p.span.start).line for p in found] == expected
    assert all(problem.severity == "note" for problem in found)
