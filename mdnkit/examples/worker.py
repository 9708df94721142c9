"""The process that engines live in: one JSON task a line on standard input, one JSON run a line on
standard output.

Started by the pool as `python -m mdnkit.examples.worker ENGINE`.
"""

import json
import os
import sys
from typing import TextIO

from mdnkit.errors import EngineError
from mdnkit.examples.engines import engine
from mdnkit.examples.plan import run
from mdnkit.examples.task import Run, ScriptError, task_from_json

ADDRESS_SPACE = 2 << 30
"""Bytes that a worker can map at most: what the engine's own limit does not see."""


def serve(name: str, tasks: TextIO, runs: TextIO) -> None:
    """Answer every line of `tasks` with a line of `runs`, in the engine `name`, until there are no
    more.

    Raises EngineError when the engine cannot be used.
    """
    chosen = engine(name)
    for line in tasks:
        try:
            found = run(task_from_json(json.loads(line)), chosen)
        except EngineError as error:
            # A script that breaks the model costs its own run.
            found = Run(
                engine=name, error=ScriptError("EngineError", str(error), 0, 0, 0, "engine")
            )
        runs.write(json.dumps(found.to_json()) + "\n")
        runs.flush()


def limit_memory(size: int) -> None:
    """Limit the address space of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def main() -> int:
    """Serve the pool."""
    limit_memory(ADDRESS_SPACE)
    # Nothing else may write to the pool: what prints goes to standard error.
    runs = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serve(sys.argv[1], sys.stdin, runs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
