"""Pairs the items of two sequences in order: as well as possible where they are short, else piece by piece."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from mdnkit.l10n.anchors import Traits, anchors

Pairs = list[tuple[int | None, int | None]]
"""Indexes of items that belong together; None stands for a counterpart that is missing."""

_LARGEST = 10_000
"""Possible pairs up to which all are looked at; the largest comparison among German pages has 1,225."""

_WINDOW, _KEPT = 64, 48
"""Items of each side that are compared at once where nothing tells more, and how many of them that settles."""

_ROUNDS = 3
"""How often what lies between anchors is divided by anchors of its own."""


class Items(NamedTuple):
    """Two sequences, and how well their items fit."""

    left: Sequence[Traits]
    right: Sequence[Traits]
    score: Callable[[int, int], float]
    gap: float
    """The score of an item without counterpart, below 0."""
    certain: float
    """The score from which on two items that share a trait which nothing else has stand for each other."""


class Alignment(NamedTuple):
    """Items in pairs."""

    pairs: Pairs
    rough: int | None
    """The first of the pairs that was found without looking at all that is possible; None where all were not."""


class _Step(NamedTuple):
    pairs: Pairs
    is_rough: bool = False


def align_by_score(items: Items) -> Alignment:
    """Return a pairing of two sequences that keeps their order: the best one, unless they are long.

    Long ones are divided where they begin alike, and at items that certainly belong together. What then is still long is
    compared through a window that moves along both sides. So the time grows with the length, not with its square.
    """
    pairs: Pairs = []
    rough: int | None = None
    for step in _steps(items, range(len(items.left)), range(len(items.right)), _ROUNDS):
        if step.is_rough and rough is None:
            rough = len(pairs)
        pairs += step.pairs
    return Alignment(pairs, rough)


def _steps(items: Items, ours: range, theirs: range, rounds: int) -> Iterator[_Step]:
    if len(ours) * len(theirs) <= (_LARGEST if rounds == _ROUNDS else _WINDOW * _WINDOW):
        yield _Step(best_pairs(ours, theirs, items.score, items.gap))
        return
    alike: Pairs = []
    for i, j in zip(ours, theirs, strict=False):
        if items.left[i] != items.right[j]:
            break
        alike.append((i, j))
    yield _Step(alike)
    ours, theirs = ours[len(alike) :], theirs[len(alike) :]
    fixed = _anchors(items, ours, theirs) if rounds else []
    if not fixed:
        yield from _by_window(items, ours, theirs)
        return
    for i, j in fixed:
        yield from _steps(items, range(ours.start, i), range(theirs.start, j), rounds - 1)
        yield _Step([(i, j)])
        ours, theirs = range(i + 1, ours.stop), range(j + 1, theirs.stop)
    yield from _steps(items, ours, theirs, rounds - 1)


def _anchors(items: Items, ours: range, theirs: range) -> list[tuple[int, int]]:
    found = anchors(
        {i: items.left[i] for i in ours},
        {j: items.right[j] for j in theirs},
        lambda i, j: items.score(i, j) >= items.certain,
    )
    return _without_strays(found, ours.start - theirs.start, ours.stop - theirs.stop)


def _without_strays(
    pairs: list[tuple[int, int]], shift: int, last_shift: int
) -> list[tuple[int, int]]:
    """Return pairs without those that were moved so far that more items around them would lose their counterpart.

    `shift` is by how much indexes differ before the pairs, `last_shift` after them.
    """
    runs = [list(run) for _shift, run in groupby(pairs, key=_shift)]
    following = [*(_shift(run[0]) for run in runs[1:]), last_shift]
    kept: list[tuple[int, int]] = []
    for run, after in zip(runs, following, strict=False):
        here = _shift(run[0])
        aside = here - shift, here - after
        is_there_and_back = aside[0] * aside[1] > 0
        if not is_there_and_back or min(map(abs, aside)) <= len(run):
            kept += run
            shift = here
    return kept


def _shift(pair: tuple[int, int]) -> int:
    return pair[0] - pair[1]


def _by_window(items: Items, ours: range, theirs: range) -> Iterator[_Step]:
    """Yield pairs that are the best ones as far as a window shows; its last part is left to the next window."""
    while len(ours) * len(theirs) > _WINDOW * _WINDOW:
        i, j = ours.start, theirs.start
        kept: Pairs = []
        for pair in best_pairs(ours[:_WINDOW], theirs[:_WINDOW], items.score, items.gap):
            if max(i - ours.start, j - theirs.start) >= _KEPT:
                break
            kept.append(pair)
            i, j = i + (pair[0] is not None), j + (pair[1] is not None)
        yield _Step(kept, is_rough=True)
        ours, theirs = range(i, ours.stop), range(j, theirs.stop)
    yield _Step(best_pairs(ours, theirs, items.score, items.gap))


def best_pairs(ours: range, theirs: range, score: Callable[[int, int], float], gap: float) -> Pairs:
    """Return the best pairing of the items with some indexes that keeps their order.

    `score(i, j)` says how well two items fit; `gap`, below 0, is the score of an item without counterpart.
    (Needleman and Wunsch, 1970.)
    """
    rows = [[0.0]]
    for _ in theirs:
        rows[0].append(rows[0][-1] + gap)
    for i in ours:
        above, row = rows[-1], [rows[-1][0] + gap]
        for at, j in enumerate(theirs):
            both = above[at] + score(i, j)
            row.append(max(both, above[at + 1] + gap, row[-1] + gap))
        rows.append(row)
    pairs: Pairs = []
    i, j = len(ours), len(theirs)
    while i or j:
        # Of two ways that fit equally well, the first of two equal items keeps its counterpart.
        if j and rows[i][j] == rows[i][j - 1] + gap:
            j -= 1
            pairs.append((None, theirs[j]))
        elif i and rows[i][j] == rows[i - 1][j] + gap:
            i -= 1
            pairs.append((ours[i], None))
        else:
            i, j = i - 1, j - 1
            pairs.append((ours[i], theirs[j]))
    return pairs[::-1]
