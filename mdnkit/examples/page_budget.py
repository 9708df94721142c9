"""How much processor time the examples of a page may use together, so that no page keeps a whole run waiting."""

from collections.abc import Callable

from mdnkit.examples.task import Run, Task

PAGE_SECONDS = 10.0
"""Processor time of all examples of a page; those of a page that teaches take a second, mostly much less."""

EXAMPLE_SECONDS = 4.0
"""Processor time after which an example is not tried in any further way."""

OF_PAGE = "page"
"""The limit of a run that there was no time for."""


class PageBudget:
    """What the examples of a page have used. An example may run unless those before it have used up everything.

    So it does not matter how many run side by side: whether one counts is told in the order of the page, whether it is
    begun at all by those before it that have ended.
    """

    def __init__(self) -> None:
        self._used: dict[int, float] = {}

    def is_used_up(self, number: int) -> bool:
        """Return whether the examples before that of a number have used up everything, as far as they have ended."""
        # A copy, as other threads write.
        used = [seconds for other, seconds in self._used.copy().items() if other < number]
        return sum(used) >= PAGE_SECONDS

    def counting(self, number: int, run: Callable[[Task], Run]) -> Callable[[Task], Run]:
        """Return a function that runs tasks of the example of a number and notes what they use."""

        def run_and_count(task: Task) -> Run:
            found = run(task)
            self._used[number] = self._used.get(number, 0.0) + found.seconds
            return found

        return run_and_count

    def is_long(self, number: int) -> bool:
        """Return whether the example of a number has used what is enough for one."""
        return self._used.get(number, 0.0) >= EXAMPLE_SECONDS
