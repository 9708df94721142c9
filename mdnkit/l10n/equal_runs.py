"""What two sequences have in common, found as `difflib` finds it where they are short, else piece by piece."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from mdnkit.l10n.anchors import anchors

_LARGEST = 1_000_000
"""Possible pairs of items up to which `difflib` is asked; its time grows with their number, and more."""

_FEW = 20
"""Equal pairs for each item up to which it is asked about longer sequences too."""

_WINDOW = 300
"""Items of each side that are compared at once where nothing tells more."""

_ROUNDS = 3
"""How often what lies between items that occur once is divided by those that occur once there."""


class Run(NamedTuple):
    """Items that are equal one after the other."""

    first: int
    second: int
    """Where they begin on both sides."""
    size: int


class Opcode(NamedTuple):
    """How to make a part of the second sequence of one of the first, as `SequenceMatcher.get_opcodes` says it."""

    tag: Literal["equal", "replace", "delete", "insert"]
    i1: int
    i2: int
    j1: int
    j2: int


def opcodes(first: Sequence[Hashable], second: Sequence[Hashable]) -> Iterator[Opcode]:
    """Yield what is equal in two sequences, and what stands in between."""
    i = j = 0
    for run in (*equal_runs(first, second), Run(len(first), len(second), 0)):
        if i < run.first or j < run.second:
            tag: Literal["replace", "delete", "insert"] = (
                "insert" if i == run.first else "delete" if j == run.second else "replace"
            )
            yield Opcode(tag, i, run.first, j, run.second)
        i, j = run.first + run.size, run.second + run.size
        if run.size:
            yield Opcode("equal", run.first, i, run.second, j)


def equal_runs(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[Run]:
    """Return the longest runs of equal items, in the order of both sides."""
    ours, theirs = range(len(first)), range(len(second))
    if len(ours) * len(theirs) <= _LARGEST:
        return _joined(_as_difflib(first, second, ours, theirs))
    return _joined(_divided(first, second, ours, theirs, _ROUNDS))


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Return runs with those that follow each other on both sides as one."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else Run(0, 0, 0)
        if (last.first + last.size, last.second + last.size) == run[:2] and joined:
            joined[-1] = last._replace(size=last.size + run.size)
        elif run.size:
            joined.append(run)
    return joined


def _as_difflib(
    first: Sequence[Hashable], second: Sequence[Hashable], ours: range, theirs: range
) -> Iterator[Run]:
    left, right = first[ours.start : ours.stop], second[theirs.start : theirs.stop]
    for i, j, size in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        yield Run(ours.start + i, theirs.start + j, size)


def _divided(
    first: Sequence[Hashable], second: Sequence[Hashable], ours: range, theirs: range, rounds: int
) -> Iterator[Run]:
    """Yield the runs of two parts, divided where they begin and end alike, and at items that occur once on each side."""
    start = 0
    while start < min(len(ours), len(theirs)) and first[ours[start]] == second[theirs[start]]:
        start += 1
    yield Run(ours.start, theirs.start, start)
    ours, theirs = ours[start:], theirs[start:]
    end = 0
    while end < min(len(ours), len(theirs)) and first[ours[-1 - end]] == second[theirs[-1 - end]]:
        end += 1
    inner, inner_there = ours[: len(ours) - end], theirs[: len(theirs) - end]
    yield from _between(first, second, inner, inner_there, rounds)
    yield Run(inner.stop, inner_there.stop, end)


def _between(
    first: Sequence[Hashable], second: Sequence[Hashable], ours: range, theirs: range, rounds: int
) -> Iterator[Run]:
    counts = [Counter(first[i] for i in ours), Counter(second[j] for j in theirs)]
    pairs = sum(count * counts[1][item] for item, count in counts[0].items())
    if pairs <= _FEW * (len(ours) + len(theirs)):
        yield from _as_difflib(first, second, ours, theirs)
        return
    fixed = _once(first, second, ours, theirs) if rounds else []
    if not fixed:
        yield from _by_window(first, second, ours, theirs)
        return
    for i, j in fixed:
        left, right = range(ours.start, i), range(theirs.start, j)
        yield from _divided(first, second, left, right, rounds - 1)
        yield Run(i, j, 1)
        ours, theirs = range(i + 1, ours.stop), range(j + 1, theirs.stop)
    yield from _divided(first, second, ours, theirs, rounds - 1)


def _once(
    first: Sequence[Hashable], second: Sequence[Hashable], ours: range, theirs: range
) -> list[tuple[int, int]]:
    left = {i: frozenset((first[i],)) for i in ours}
    right = {j: frozenset((second[j],)) for j in theirs}
    return anchors(left, right, lambda i, j: True)


def _by_window(
    first: Sequence[Hashable], second: Sequence[Hashable], ours: range, theirs: range
) -> Iterator[Run]:
    """Yield the runs that `difflib` finds in a window; the next one begins after the last run, if that stands far enough."""
    while ours and theirs:
        runs = list(_as_difflib(first, second, ours[:_WINDOW], theirs[:_WINDOW]))
        yield from runs
        i, j = ours.start + _WINDOW, theirs.start + _WINDOW
        last = max(run for run in runs if run.size or run is runs[0])
        end, end_there = last.first + last.size, last.second + last.size
        if min(end - ours.start, end_there - theirs.start) * 2 > _WINDOW:
            i, j = end, end_there
        ours, theirs = range(i, ours.stop), range(j, theirs.stop)
