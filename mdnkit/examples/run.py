"""Runs the examples of pages: extract, choose a scope, run, classify."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mdnkit.examples.classify import Class, classify
from mdnkit.examples.contradiction import Contradiction, contradiction
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.scope import scope_of
from mdnkit.examples.task import Run, Task
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

SECONDS = 1.0
"""Processor time of one context of an example; examples that teach take milliseconds."""
MEGABYTES = 128
"""Memory of one context."""


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """An example and what became of it."""

    example: Example
    class_: Class
    scope: str
    run: Run
    message: str | None = None
    """Why it did not simply run, in words; None where it did."""
    contradiction: Contradiction | None = None
    """What it gets wrong, where its class is contradicts-model."""

    def to_json(self) -> dict[str, Any]:
        """Return the run in the shape of the contract of `mdnkit examples`."""
        example = self.example
        return {
            "path": example.page.path,
            "line": example.line,
            "info": example.info.raw,
            "section": example.section,
            "class": str(self.class_),
            "scope": self.scope,
            "engine": self.run.engine or None,
            "needs": list(self.run.needs),
            "message": self.message,
            "assumptions": list(self.run.assumptions),
            "outcomes": [outcome.to_json() for outcome in self.run.outcomes],
        }


def run_examples(
    pages: Iterable[Page], facts: Facts | None = None, jobs: int = 2, engine: str = "quickjs"
) -> Mapping[str, tuple[ExampleRun, ...]]:
    """Return the runs of every page that has examples, by path. Raises EngineError where no engine can be used."""
    runs: dict[str, list[ExampleRun]] = {}
    for found in iterate_examples(pages, facts or Facts(), jobs, engine):
        runs.setdefault(found.example.page.path, []).append(found)
    return {path: tuple(found) for path, found in runs.items()}


def iterate_examples(
    pages: Iterable[Page], facts: Facts, jobs: int = 2, engine: str = "quickjs"
) -> Iterator[ExampleRun]:
    """Yield the run of each example of `pages`, in order. Raises EngineError where no engine can be used."""
    from mdnkit.examples.pool import Pool

    waiting: deque[tuple[Example, str]] = deque()

    def tasks() -> Iterator[Task]:
        for page in pages:
            for example in extract_examples(page):
                scope = scope_of(example, facts)
                waiting.append((example, scope))
                if not example.is_signature:
                    yield task_of(example, scope)

    with Pool(jobs, engine) as pool:
        for run in pool.run(tasks()):
            yield from _signatures(waiting)
            example, scope = waiting.popleft()
            error = run.error or run.lost
            found = contradiction(example, error, scope, facts) if error else None
            class_, message = classify(example, run, scope, found, facts)
            yield ExampleRun(example, class_, scope, run, message, found)
        yield from _signatures(waiting)


def task_of(example: Example, scope: str) -> Task:
    """Return what the engine is given to run an example."""
    return Task(
        (example.code,),
        scope,
        example.is_module,
        example.html if scope == "Window" else "",
        SECONDS,
        MEGABYTES,
    )


def _signatures(waiting: deque[tuple[Example, str]]) -> Iterator[ExampleRun]:
    """Yield the examples at the head of the queue that are not run."""
    while waiting and waiting[0][0].is_signature:
        example, scope = waiting.popleft()
        yield ExampleRun(example, Class.SIGNATURE, scope, Run())
