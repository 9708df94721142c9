"""Spreads work over processes; the only place that knows how."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Answer = TypeVar("Answer")

CHUNK = 128
"""Items that one task of a process takes: enough to batch the questions to git, few enough to keep memory low."""

_LEAST = 16
"""Items of the last tasks, so that no process has long to wait for another one."""

_MOST = 61
"""Processes, however many are wished for: each takes memory, and Windows waits for no more."""

POOL_FROM = 500
"""Below so many items one process is faster than starting more."""


def spread(
    task: Callable[[Sequence[Item]], Answer],
    items: Sequence[Item],
    jobs: int,
    prepare: Callable[[], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Answer]:
    """Yield what `task` returns for each chunk of `items`, in their order, from one process or from several.

    `jobs`: processes, 0 for one a core. `prepare` runs once before processes are started that share what it has read.
    `progress` is called with the number of items done and their total.
    """
    processes = 1 if len(items) < POOL_FROM else min(jobs or os.cpu_count() or 1, _MOST)
    chunks = list(_chunks(items, processes))
    done = 0
    for chunk, answer in zip(chunks, _map(task, chunks, processes, prepare), strict=True):
        done += len(chunk)
        if progress is not None:
            progress(done, len(items))
        yield answer


def _chunks(items: Sequence[Item], processes: int) -> Iterator[Sequence[Item]]:
    """Yield the items in chunks, which become small where few are left for several processes."""
    at = 0
    while at < len(items):
        share = len(items) - at if processes == 1 else (len(items) - at) // (2 * processes)
        size = min(CHUNK, max(_LEAST, share))
        yield items[at : at + size]
        at += size


def _map(
    task: Callable[[Sequence[Item]], Answer],
    chunks: list[Sequence[Item]],
    processes: int,
    prepare: Callable[[], None] | None,
) -> Iterator[Answer]:
    if processes == 1:
        yield from map(task, chunks)
        return
    if prepare is not None:
        prepare()
    with _executor(processes) as executor:
        yield from executor.map(task, chunks)


def _executor(processes: int) -> "Executor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    # A forked process shares what was read so far; elsewhere each process reads for itself.
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(processes, get_context(method), initializer=_begin)


def _begin() -> None:
    """Make a new process ready for its work."""
    _end_with_parent()
    _collect_rarely()


def _end_with_parent() -> None:
    """End this process as soon as the one that started it has ended, in whichever way: nobody wants its work any more.

    A process holds open what those before it wait for: after a parent that was killed, the last one ends first.
    """
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait, name="parent", daemon=True).start()


def _collect_rarely() -> None:
    """Have Python look for circles of objects rarely: pages make hardly any, and every look takes in all that is kept."""
    import gc

    gc.freeze()
    gc.set_threshold(500_000, 50, 100)
