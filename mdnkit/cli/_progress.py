"""A progress bar for long runs: on a terminal only, never in pipes, and only when a run takes more than a moment."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DELAY = 1.0
"""Seconds before a bar appears."""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Give a function to be called with what is done and the total; None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    bar = _Bar()

    def show(done: int, total: int) -> None:
        if time.monotonic() - started > DELAY:
            bar.show(done, total)

    try:
        yield show
    finally:
        bar.close()


class _Bar:
    """Rich's progress bar, loaded when it first shows."""

    def __init__(self) -> None:
        self._close: Callable[[], None] | None = None
        self._update: Callable[[int, int], None] | None = None

    def show(self, done: int, total: int) -> None:
        """Draw the bar."""
        if self._update is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            task = bar.add_task("pages", total=total)
            bar.start()
            self._close = bar.stop
            self._update = lambda done, total: bar.update(task, completed=done, total=total)
        self._update(done, total)

    def close(self) -> None:
        """Take the bar away."""
        if self._close is not None:
            self._close()
