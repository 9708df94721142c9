"""What a process that runs scripts for another one owes it: to end when that has ended, in whichever way, and not to be held
up by an engine for ever.
"""

import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from typing import TextIO

LONGEST_HOLD = 1.0
"""Seconds of processor time for which something may keep all threads of this process waiting."""

_BEAT = 0.25
"""Seconds between two signs of life."""


def lines_of_parent(stream: TextIO) -> Iterator[str]:
    """Yield the lines of `stream`, and end this process when there are no more: whoever wrote them waits for nothing then.

    They are read aside, so that the end is noticed while a line is worked on.
    """
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in stream:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=read, name="parent", daemon=True).start()
    while True:
        yield lines.get()


def end_when_held_up() -> None:
    """Have the system end this process with SIGPROF where something keeps all its threads waiting for `LONGEST_HOLD`.

    An engine lets other threads go on while it runs a script, and has a limit for that. It has none while it makes text of
    what a script threw, which runs code of the script as well. Does nothing where there are no such signals.
    """
    if not hasattr(signal, "setitimer"):
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def beat() -> None:
        while True:
            signal.setitimer(signal.ITIMER_PROF, LONGEST_HOLD)
            time.sleep(_BEAT)

    threading.Thread(target=beat, name="beat", daemon=True).start()


def was_held_up(status: int) -> bool:
    """Return whether a process that ended with `status` did so for `end_when_held_up`."""
    return hasattr(signal, "SIGPROF") and status == -signal.SIGPROF
