"""Work in chunks, by one process or by several."""

import signal
import subprocess
import sys
from typing import Any

import pytest

from mdnkit.spread import spread


def test_one_process_takes_items_in_whole_chunks() -> None:
    assert list(spread(list, range(300), jobs=1)) == [
        list(range(128)),
        list(range(128, 256)),
        list(range(256, 300)),
    ]


def test_the_last_chunks_of_several_processes_are_small() -> None:
    assert list(spread(len, range(1000), jobs=2)) == [
        *(128, 128, 128, 128),
        *(122, 91, 68, 51, 39, 29, 22, 16, 16, 16, 16, 2),
    ]


def test_few_items_are_one_process_s() -> None:
    assert list(spread(len, range(499), jobs=2)) == [128, 128, 128, 115]


def test_nothing_is_no_chunk() -> None:
    assert list(spread(len, range(0), jobs=2)) == []


def test_however_many_are_wished_for_processes_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    def in_one(task: Any, chunks: Any, processes: int, prepare: Any) -> Any:
        started.append(processes)
        return map(task, chunks)

    monkeypatch.setattr("mdnkit.spread._map", in_one)
    assert sum(spread(len, range(1000), jobs=100_000)) == 1000
    assert started == [61]


ENDLESS = """
import os
from mdnkit.spread import spread

def task(chunk):
    os.write(1, b"begun\\n")
    while True:
        pass

list(spread(task, range(1000), jobs=3))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_processes_end_with_the_one_that_started_them(name: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
    assert parent.stdout
    assert [parent.stdout.readline() for _ in range(3)] == [b"begun\n"] * 3
    parent.send_signal(getattr(signal, name))
    # The output ends when nobody is left who could write to it.
    assert parent.communicate(timeout=60)[0] == b""
