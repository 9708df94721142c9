"""Anchors, equal runs and things that are left: what long sequences are compared with."""

from difflib import SequenceMatcher
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from pytest import MonkeyPatch

from mdnkit.l10n import equal_runs as runs
from mdnkit.l10n.anchors import anchors, longest_rise
from mdnkit.l10n.equal_runs import Run, equal_runs, opcodes
from mdnkit.l10n.remaining import Remaining

letters = st.lists(st.sampled_from("abcd"), max_size=12)
several = st.lists(st.integers(0, 40), max_size=60)


@given(st.lists(st.integers(0, 9), max_size=8))
def test_nothing_rises_longer(values: list[int]) -> None:
    rise = [values[at] for at in longest_rise(values)]
    assert all(one < other for one, other in pairwise(rise))
    longer = combinations(values, len(rise) + 1)
    assert not any(all(a < b for a, b in pairwise(some)) for some in longer if len(some) > 0)


def test_anchors_are_what_occurs_once_on_both_sides() -> None:
    left = {i: frozenset(word) for i, word in enumerate(["ax", "b", "x", "c", "d"])}
    right = {j: frozenset(word) for j, word in enumerate(["ax", "d", "b", "c", "x", "e"])}
    assert anchors(left, right, lambda i, j: True) == [(0, 0), (1, 2), (3, 3)]
    assert anchors(left, right, lambda i, j: i != 0) == [(1, 2), (3, 3)]


@given(letters, letters)
def test_short_sequences_are_compared_as_difflib_does(first: list[str], second: list[str]) -> None:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    assert [tuple(code) for code in opcodes(first, second)] == matcher.get_opcodes()


@given(several, several)
def test_long_sequences_are_divided(first: list[int], second: list[int]) -> None:
    with MonkeyPatch.context() as patch:
        for name in ("_LARGEST", "_FEW"):
            patch.setattr(runs, name, 0)
        patch.setattr(runs, "_WINDOW", 5)
        found = equal_runs(first, second)
        codes = list(opcodes(first, second))
    assert all(first[i : i + size] == second[j : j + size] for i, j, size in found)
    assert all(size > 0 for _i, _j, size in found)
    for one, other in pairwise(found):
        assert one.first + one.size <= other.first and one.second + one.size <= other.second
    assert [n for code in codes for n in first[code.i1 : code.i2]] == first
    assert [n for code in codes for n in second[code.j1 : code.j2]] == second


def test_what_is_equal_in_long_sequences() -> None:
    lines = [f"line {number}" for number in range(3000)]
    assert equal_runs(lines, [*lines[:7], "other", *lines[8:]]) == [Run(0, 0, 7), Run(8, 8, 2992)]
    assert equal_runs(["a"] * 3000, ["a"] * 2000) == [Run(0, 0, 2000)]
    assert equal_runs(["a", "b"] * 1000, ["b", "a"] * 1000) == [Run(0, 1, 1999)]
    assert equal_runs(["a"] * 2000, ["b"] * 2000) == []


def traits(word: str) -> frozenset[str]:
    return frozenset(word)


@given(
    st.lists(st.text("abc", max_size=3), max_size=8),
    st.lists(st.tuples(st.booleans(), st.text("abc", max_size=2)), max_size=8),
)
def test_things_are_taken_in_order(words: list[str], questions: list[tuple[bool, str]]) -> None:
    rest, left = Remaining(words), list(words)
    for of_all, wanted in questions:
        if of_all:
            expected = left[0] if left and left[0] == wanted else None
            assert rest.take_first(lambda word, wanted=wanted: word == wanted) == expected
        else:
            expected = next((word for word in left if set(word) & set(wanted)), None)
            assert rest.take(traits, wanted) == expected
        if expected is not None:
            left.remove(expected)
    assert list(rest) == left
