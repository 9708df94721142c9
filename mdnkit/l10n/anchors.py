"""Finds where two long sequences certainly agree, so that what lies between can be compared piece by piece."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence

Traits = frozenset[Hashable]
"""What is known of an item: those with equal traits are alike; a trait that no other item has tells which one it is."""


def anchors(
    left: Mapping[int, Traits], right: Mapping[int, Traits], is_certain: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """Return the longest run of items, in the order of both sides, that share a trait which nothing else has.

    Items are named by their index. Of several counterparts, the one with the most such traits counts, and
    `is_certain(i, j)` says whether that will do.
    """
    ours, theirs = _owners(left), _owners(right)
    votes: dict[int, Counter[int]] = {}
    for trait, i in ours.items():
        j = theirs.get(trait)
        if i is not None and j is not None:
            votes.setdefault(i, Counter())[j] += 1
    best = {i: max(found, key=lambda j: (found[j], -j)) for i, found in votes.items()}
    pairs = sorted((i, j) for i, j in best.items() if is_certain(i, j))
    return [pairs[at] for at in longest_rise([j for _i, j in pairs])]


def _owners(items: Mapping[int, Traits]) -> dict[Hashable, int | None]:
    """Return which item has a trait; None for one that several have."""
    owners: dict[Hashable, int | None] = {}
    for index, traits in items.items():
        for trait in traits:
            owners[trait] = None if trait in owners else index
    return owners


def longest_rise(values: Sequence[int]) -> list[int]:
    """Return where the longest strictly rising subsequence of some values stands. (Schensted, 1961.)"""
    lowest_ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(lowest_ends, value)
        before.append(at[length - 1] if length else -1)
        lowest_ends[length : length + 1] = [value]
        at[length : length + 1] = [index]
    rise: list[int] = []
    index = at[-1] if at else -1
    while index != -1:
        rise.append(index)
        index = before[index]
    return rise[::-1]
