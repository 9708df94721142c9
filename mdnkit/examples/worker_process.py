"""Processes that scripts run in, as whoever starts them sees them."""

import os
import re
import signal
import subprocess
import sys
from typing import NamedTuple

from mdnkit.errors import EngineError

_NO_MEMORY = re.compile(r"out of memory|MemoryError|allocation failed", re.IGNORECASE)
"""What a process that ends for lack of memory may say."""

_UNUSABLE = f"{EngineError.__module__}.{EngineError.__name__}: "


class Ending(NamedTuple):
    """How a process has ended before it gave its answer."""

    limit: str | None
    """`time` or `memory` where it was one of these."""
    message: str
    """What there is to say of it."""


def start_process(module: str, *arguments: str) -> "subprocess.Popen[str]":
    """Start a module that talks over pipes."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONHASHSEED": "0",
    }
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    )


def ending_of(process: "subprocess.Popen[str]") -> Ending:
    """Return how a process ends. Raises EngineError where it says that its engine cannot be used."""
    status = process.wait()
    assert process.stderr
    told = process.stderr.read().strip()
    last = told.rpartition("\n")[2]
    if last.startswith(_UNUSABLE):
        raise EngineError(last.removeprefix(_UNUSABLE))
    limit = "memory" if _NO_MEMORY.search(told) else None
    # What a worker has the system do to it where something holds it up.
    if hasattr(signal, "SIGPROF") and status == -signal.SIGPROF:
        limit = "time"
    return Ending(limit, f"The engine ended with status {status}. {last}".strip())
