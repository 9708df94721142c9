"""The process that engines live in: one JSON task a line on standard input, one JSON run a line on
standard output.

Started by the pool as `python -m mdnkit.examples.worker ENGINE`.
"""

import functools
import gc
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn, TextIO

from mdnkit.errors import EngineError
from mdnkit.examples.engines import engine
from mdnkit.examples.lifeline import serve_parent
from mdnkit.examples.plan import run
from mdnkit.examples.task import Run, ScriptError, task_from_json

MOST_MEMORY = 2 << 30
"""Bytes that a worker can have at most: what the engine's own limit does not see."""


def serve(name: str, tasks: Iterable[str], runs: TextIO) -> None:
    """Answer every line of `tasks` with a line of `runs`, in the engine `name`.

    Raises EngineError when the engine cannot be used.
    """
    chosen = engine(name)
    # What is loaded by now stays: collecting garbage need not look at it again and again.
    gc.freeze()
    for line in tasks:
        start = time.process_time()
        try:
            found = run(task_from_json(json.loads(line)), chosen)
        except EngineError as error:
            # A script that breaks the model costs its own run.
            found = Run(
                engine=name, error=ScriptError("EngineError", str(error), 0, 0, 0, "engine")
            )
        found = replace(found, seconds=round(time.process_time() - start, 6))
        runs.write(json.dumps(found.to_json()) + "\n")
        runs.flush()


def limit_memory(name: str, size: int) -> None:
    """Limit the memory of this process for the engine `name`, where the system can."""
    try:
        import resource
    except ImportError:
        return
    # V8 maps far more addresses than it ever uses, so what it writes to is limited; a browser is a
    # tree of processes that look after themselves.
    kinds = {"quickjs": resource.RLIMIT_AS, "v8": resource.RLIMIT_DATA}
    if name in kinds:
        _, hard = resource.getrlimit(kinds[name])
        resource.setrlimit(kinds[name], (size, hard))


def main() -> NoReturn:
    """Serve the pool until it has no more tasks, or is no more."""
    name = sys.argv[1]
    limit_memory(name, MOST_MEMORY)
    serve_parent(functools.partial(serve, name))


if __name__ == "__main__":
    main()
