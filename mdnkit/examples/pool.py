"""Workers that run tasks side by side, each in the engine that the task needs; one that crashes or
hangs costs the task at hand and is replaced.
"""

import contextlib
import json
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from types import TracebackType
from typing import Self, TypeVar

from mdnkit.examples.choice import AUTO, engine_for
from mdnkit.examples.task import Run, ScriptError, Task, run_from_json
from mdnkit.examples.worker_process import ending_of, start_process

Item = TypeVar("Item")
Result = TypeVar("Result")

RUNS_OF_A_WORKER = 2000
"""After so many tasks a worker is replaced, so that whatever leaks stays small."""

AHEAD = 256
"""Tasks for each worker that are taken from the caller before their turn: as many as others get done while one is slow."""


class Pool:
    """Worker processes; use it as a context manager."""

    def __init__(self, jobs: int = 2, engine: str = AUTO) -> None:
        self._jobs = jobs
        self._engine = engine
        # A place has a process for each engine that it has met; one of them works at a time.
        self._places: queue.SimpleQueue[dict[str, _Worker]] = queue.SimpleQueue()
        self._executor = ThreadPoolExecutor(jobs, thread_name_prefix="example")

    def __enter__(self) -> Self:
        for _ in range(self._jobs):
            self._places.put({})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._executor.shutdown(cancel_futures=True)
        while not self._places.empty():
            for worker in self._places.get().values():
                worker.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[Run]:
        """Yield the run of each task, in order.

        Raises EngineError when the engine cannot be used at all.
        """
        return self.map(lambda run, task: run(task), tasks)

    def map(
        self,
        work: Callable[[Callable[[Task], Run], Item], Result],
        items: Iterable[Item],
        at_once: type | tuple[()] = (),
    ) -> Iterator[Result]:
        """Yield what `work` makes of each item, in order; `work` is given a function that runs a task, as often as it likes.

        Items of the type `at_once` need no run: handing them to another thread would cost more than they do.

        Raises EngineError when the engine cannot be used at all.
        """
        pending: deque[Future[Result]] = deque()
        for item in items:
            if isinstance(item, at_once):
                done: Future[Result] = Future()
                done.set_result(work(self._run, item))
                pending.append(done)
            else:
                pending.append(self._executor.submit(work, self._run, item))
            if len(pending) >= self._jobs * AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def _run(self, task: Task) -> Run:
        name = engine_for(task, self._engine)
        place = self._places.get()
        try:
            worker = place.setdefault(name, _Worker(name))
            return worker.run(task)
        finally:
            self._places.put(place)


class _Worker:
    """One process, started when it is first needed."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._process: subprocess.Popen[str] | None = None
        self._done = 0

    def run(self, task: Task) -> Run:
        """Run `task` in the process, which is started or replaced where that is needed."""
        if self._done >= RUNS_OF_A_WORKER:
            self.close()
        process = self._process or self._start()
        late = threading.Event()
        watchdog = threading.Timer(_patience(task), _kill, (process, late))
        watchdog.start()
        try:
            line = _ask(process, json.dumps(task.to_json()))
        finally:
            watchdog.cancel()
        if line:
            self._done += 1
            return run_from_json(json.loads(line))
        # A process that has ended does not tell what it used; the clock tells of other processes as well.
        used = _patience(task) if late.is_set() else task.seconds
        return replace(self._failed(process, late.is_set()), seconds=used)

    def _failed(self, process: "subprocess.Popen[str]", late: bool) -> Run:
        ending = ending_of(process)
        self.close()
        limit = "time" if late else ending.limit
        if limit is not None:
            return Run(engine=self._engine, limit=limit)
        error = ScriptError("EngineError", ending.message, 0, 0, 0, "engine")
        return Run(engine=self._engine, error=error)

    def _start(self) -> "subprocess.Popen[str]":
        self._process = start_process("mdnkit.examples.worker", self._engine)
        self._done = 0
        return self._process

    def close(self) -> None:
        """End the process."""
        process, self._process, self._done = self._process, None, 0
        if process is None:
            return
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        process.kill()
        process.wait()


def _patience(task: Task) -> float:
    """Return how many seconds a worker has for `task` before it counts as hanging: its processor
    time and more.
    """
    return 10 + 8 * task.seconds


def _kill(process: "subprocess.Popen[str]", late: threading.Event) -> None:
    late.set()
    process.kill()


def _ask(process: "subprocess.Popen[str]", line: str) -> str:
    """Return the answer to a line; empty when the process has ended."""
    assert process.stdin and process.stdout
    try:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return process.stdout.readline()
    except BrokenPipeError:
        return ""
