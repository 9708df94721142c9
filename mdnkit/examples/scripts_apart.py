"""Runs script files in a process of their own: whatever they do to the engine, whoever asked goes on and can be interrupted.

Started as `python -m mdnkit.examples.scripts_apart`: one JSON job on standard input; JSON lines on standard output, of what
was logged since the last one, and of the end.
"""

import contextlib
import json
import signal
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any, NoReturn, TextIO

from mdnkit.errors import EngineError
from mdnkit.examples.engines import engine
from mdnkit.examples.lifeline import serve_parent
from mdnkit.examples.scripts import Report, run_scripts
from mdnkit.examples.task import ScriptError
from mdnkit.examples.worker_process import ending_of, start_process


def run_scripts_apart(
    engine_name: str, scope: str, sources: Sequence[str], *, html: str = "", seconds: float = 60.0,
    heard: Callable[[str], None] = lambda line: None,
) -> Report:  # fmt: skip
    """Do what `run_scripts` does, in a process of its own. `heard` is called with each line when it is known.

    Raises EngineError where the engine cannot be used, or fails.
    """
    job = {"engine": engine_name, "scope": scope, "sources": sources, "html": html}
    process = start_process(__name__)
    assert process.stdin and process.stdout
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    watchdog = threading.Timer(_patience(seconds), stop)
    watchdog.start()
    lines: list[str] = []
    try:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(json.dumps({**job, "seconds": seconds}) + "\n")
            process.stdin.flush()
        for text in process.stdout:
            told = json.loads(text)
            if "lines" not in told:
                errors = tuple(ScriptError(**row) for row in told["errors"])
                return Report(tuple(lines), errors, told["limit"])
            for line in told["lines"]:
                lines.append(line)
                heard(line)
        ending = ending_of(process)
        limit = "time" if late.is_set() else ending.limit
        if limit is None:
            raise EngineError(ending.message)
        return Report(tuple(lines), (), limit)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            with contextlib.suppress(BrokenPipeError):
                if pipe:
                    pipe.close()


def _patience(seconds: float) -> float:
    """Return how many seconds of the clock scripts have that may use so many of the processor."""
    return min(10 + 8 * seconds, threading.TIMEOUT_MAX)


def _answer(jobs: Iterable[str], answers: TextIO) -> None:
    """Answer every job."""

    def tell(**what: Any) -> None:
        answers.write(json.dumps(what) + "\n")
        answers.flush()

    for text in jobs:
        job = json.loads(text)
        chosen = engine(job.pop("engine"))
        report = run_scripts(chosen, **job, heard=lambda lines: tell(lines=lines))
        tell(errors=[asdict(error) for error in report.errors], limit=report.limit)


def main() -> NoReturn:
    """Serve the process that started this one."""
    # An interrupt is for that one; this one ends with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve_parent(_answer)


if __name__ == "__main__":
    main()
