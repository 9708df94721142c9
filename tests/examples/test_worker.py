"""The process that engines live in: it lives as long as the pool does, and is never held up."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from mdnkit.examples.pool import Pool
from mdnkit.examples.task import Task

HOLDING_UP = {
    "text": "throw { toString() { for (;;); } };",
    "text of a message": "const e = new Error(); Object.defineProperty(e, 'message', { get() { for (;;); } }); throw e;",
    "name": "throw Object.defineProperty(new Error(), 'name', { get() { for (;;); } });",
    "stack": "throw { toString: () => 'x', get stack() { for (;;); } };",
    "proxy": "throw new Proxy({}, { get() { for (;;); } });",
    "symbol": "throw { [Symbol.toPrimitive]() { for (;;); } };",
}
"""Scripts that never end where text is made of what they throw."""


@pytest.fixture
def worker() -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "mdnkit.examples.worker", "quickjs"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()


def give(worker: "subprocess.Popen[str]", *tasks: Task) -> None:
    """Write tasks to a worker."""
    assert worker.stdin
    worker.stdin.writelines(json.dumps(task.to_json()) + "\n" for task in tasks)
    worker.stdin.flush()


def test_it_answers_line_by_line(worker: "subprocess.Popen[str]") -> None:
    give(worker, Task(("console.log(1);",)), Task(("console.log(2);",)))
    assert worker.stdout
    answers = [json.loads(worker.stdout.readline()) for _ in range(2)]
    assert [answer["load_trace"][0]["args"] for answer in answers] == [[1], [2]]


def test_it_ends_when_nobody_can_give_it_tasks(worker: "subprocess.Popen[str]") -> None:
    assert worker.stdin
    worker.stdin.close()
    assert worker.wait(timeout=60) == 0


def test_it_ends_in_the_midst_of_a_task_when_nobody_waits_for_it(
    worker: "subprocess.Popen[str]",
) -> None:
    give(worker, Task(("console.log(1);",)), Task(("for (;;);",), seconds=600))
    assert worker.stdin and worker.stdout
    worker.stdout.readline()
    worker.stdin.close()
    assert worker.wait(timeout=60) == 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signals")
@pytest.mark.parametrize("kind", HOLDING_UP)
def test_what_holds_it_up_is_stopped(kind: str) -> None:
    tasks = [Task((HOLDING_UP[kind],), seconds=0.3), Task(("console.log('after');",))]
    with Pool(jobs=1, engine="quickjs") as pool:
        found, after = pool.run(tasks)
    assert (found.limit, found.error, found.seconds) == ("time", None, 0.3)
    assert [entry.args for entry in after.load_trace] == [("after",)]
