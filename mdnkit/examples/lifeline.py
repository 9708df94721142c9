"""What a process that runs scripts for another one owes it: to end when that has ended, in whichever way, and not to be held
up by an engine for ever.
"""

import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import NoReturn, TextIO

LONGEST_HOLD = 1.0
"""Seconds of processor time for which something may keep all threads of this process waiting."""

_BEAT = 0.25
"""Seconds between two signs of life."""


def serve_parent(answer: Callable[[Iterator[str], TextIO], None]) -> NoReturn:
    """Have `answer` read lines of the process that started this one, and write lines to it, as long as that lives."""
    # Nothing else may write to it: what prints goes to standard error.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    end_when_held_up()
    try:
        answer(lines_of_parent(sys.stdin), answers)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    # Threads that wait, V8's or our own, can keep a process from ending as usual.
    sys.stderr.flush()
    os._exit(1)


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
