"""Things that have not found their counterpart yet, looked up by what they share with it."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Remaining(Generic[Thing]):
    """Things in order, of which one after the other is taken away; no look-up goes through all of them."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things
        self._taken: set[int] = set()
        self._first = 0
        self._indexes: dict[Callable[[Thing], Iterable[Hashable]], dict[Hashable, deque[int]]] = {}

    def __iter__(self) -> Iterator[Thing]:
        return (thing for at, thing in enumerate(self._things) if at not in self._taken)

    def take_first(self, fits: Callable[[Thing], bool]) -> Thing | None:
        """Take away and return the first of all things that are left, if it fits."""
        while self._first in self._taken:
            self._first += 1
        if self._first == len(self._things) or not fits(self._things[self._first]):
            return None
        self._taken.add(self._first)
        return self._things[self._first]

    def take(
        self,
        traits_of: Callable[[Thing], Iterable[Hashable]],
        wanted: Iterable[Hashable],
        fits: Callable[[Thing], bool] | None = None,
    ) -> Thing | None:
        """Take away and return the first thing that has one of the wanted traits, and fits."""
        index = self._index(traits_of)
        found = [self._find(index.get(trait), fits) for trait in wanted]
        best = min((at for at in found if at is not None), default=None)
        if best is None:
            return None
        self._taken.add(best)
        return self._things[best]

    def _find(self, places: deque[int] | None, fits: Callable[[Thing], bool] | None) -> int | None:
        while places and places[0] in self._taken:
            places.popleft()
        for at in places or ():
            if at not in self._taken and (fits is None or fits(self._things[at])):
                return at
        return None

    def _index(
        self, traits_of: Callable[[Thing], Iterable[Hashable]]
    ) -> dict[Hashable, deque[int]]:
        """Return where the things with each trait stand; made when a trait is asked for the first time."""
        index = self._indexes.get(traits_of)
        if index is None:
            index = self._indexes[traits_of] = {}
            for at, thing in enumerate(self._things):
                for trait in traits_of(thing):
                    index.setdefault(trait, deque()).append(at)
        return index
