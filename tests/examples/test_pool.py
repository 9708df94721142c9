"""The pool: order, crashes, hangs, replacement."""

import pytest

from mdnkit.errors import EngineError
from mdnkit.examples import pool as module
from mdnkit.examples.pool import Pool
from mdnkit.examples.task import Task

SCOPE = "ServiceWorkerGlobalScope"


def numbered(count: int) -> list[Task]:
    return [Task((f"console.log({number});",), SCOPE) for number in range(count)]


def test_runs_come_in_the_order_of_their_tasks() -> None:
    with Pool(jobs=2) as pool:
        found = [one.load_trace[0].args[0] for one in pool.run(numbered(30))]
    assert found == list(range(30))


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks():  # type: ignore[no-untyped-def] - a generator for this test
        for number, task in enumerate(numbered(2 * module.AHEAD)):
            taken.append(number)
            yield task

    with Pool(jobs=1) as pool:
        runs = pool.run(tasks())
        next(runs)
        assert len(taken) <= module.AHEAD


def test_a_hanging_worker_costs_its_task_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_patience", lambda task: 0.5 if task.seconds > 50 else 30)
    tasks = [*numbered(1), Task(("while (true);",), SCOPE, seconds=60), *numbered(1)]
    with Pool(jobs=1) as pool:
        first, second, third = pool.run(tasks)
    assert second.limit == "time"
    assert (first.load_trace[0].args, third.load_trace[0].args) == ((0,), (0,))


def test_a_crashing_worker_costs_its_task_alone() -> None:
    tasks = [*numbered(1), Task(("1",), "NoSuchScope"), *numbered(1)]
    with Pool(jobs=1) as pool:
        first, second, third = pool.run(tasks)
    assert second.error is not None
    assert (second.error.name, second.error.phase) == ("EngineError", "engine")
    assert second.error.message.startswith("The engine ended with status 1.")
    assert (first.error, third.error) == (None, None)


def test_workers_are_replaced_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RUNS_OF_A_WORKER", 2)
    with Pool(jobs=1) as pool:
        assert len(list(pool.run(numbered(5)))) == 5


def test_an_engine_that_is_not_there_stops_the_run() -> None:
    with (
        Pool(jobs=1, engine="nothing") as pool,
        pytest.raises(EngineError, match="There is no engine nothing"),
    ):
        list(pool.run(numbered(1)))


def test_surrogates_and_other_letters_cross_the_border() -> None:
    with Pool(jobs=1) as pool:
        (found,) = pool.run([Task(("console.log('ü😀', '\\ud800');",), SCOPE)])
    assert found.load_trace[0].args == ("ü😀", "\ud800")
