"""Properties that are found when they are asked for first, and kept then."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):
    """Like `functools.cached_property`, without the lock that it takes in Python 3.11 for each property of each page.

    It is asked once: the value then stands in the object itself, where Python looks first.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: Any, kind: type) -> Self | T:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._find(owner)
        return found
