"""Runs the examples of pages: extract, choose a scope, run, classify."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mdnkit.examples.choice import AUTO
from mdnkit.examples.classify import Class, classify
from mdnkit.examples.contradiction import Contradiction, contradiction
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.scope import scope_of
from mdnkit.examples.signature import signature_mistakes
from mdnkit.examples.task import Run, Task
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

if TYPE_CHECKING:
    from mdnkit.examples.pool import Pool

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
    pages: Iterable[Page], facts: Facts | None = None, jobs: int = 2, engine: str = AUTO
) -> Mapping[str, tuple[ExampleRun, ...]]:
    """Return the runs of every page that has examples, by path. Raises EngineError where no engine can be used."""
    runs: dict[str, list[ExampleRun]] = {}
    for found in iterate_examples(pages, facts or Facts(), jobs, engine):
        runs.setdefault(found.example.page.path, []).append(found)
    return {path: tuple(found) for path, found in runs.items()}


def iterate_examples(
    pages: Iterable[Page], facts: Facts, jobs: int = 2, engine: str = AUTO
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
            yield from _signatures(waiting, facts)
            example, scope = waiting.popleft()
            joined = False
            if run.syntax_error is not None:
                run, joined = _retry(pool, example, scope, run)
            yield _judge(example, scope, run, joined, facts)
        yield from _signatures(waiting, facts)


def _judge(example: Example, scope: str, run: Run, joined: bool, facts: Facts) -> ExampleRun:
    """Return what is to be said of an example that ran, alone or joined with the fences it belongs to."""
    error = run.error or run.lost
    found = contradiction(example, error, scope, facts) if error and not joined else None
    class_, message = classify(example, run, scope, found, facts)
    if joined and class_ is Class.RUNS:
        class_, message = Class.RUNS_AFTER, _("It parses with the other fences of its sample only.")
    return ExampleRun(example, class_, scope, run, message, found)


_MODULE_WORDS = re.compile(r"\b(?:await|import|export|using)\b")


def _retry(pool: "Pool", example: Example, scope: str, failed: Run) -> tuple[Run, bool]:
    """Return another run of an example that does not parse as a script, and whether it was joined with others.

    It may be a module, or a part of a live sample whose fences make one script.
    """
    for code, joined in ((example.code, False), (example.together, True)):
        for module in (False, True):
            if (joined and code == example.code) or (not joined and module is example.is_module):
                continue
            if module and not _MODULE_WORDS.search(code):
                continue
            task = replace(task_of(example, scope), sources=(code,), module=module)
            run = next(pool.run([task]))
            if run.syntax_error is None:
                return run, joined
    return failed, False


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


def _signatures(waiting: deque[tuple[Example, str]], facts: Facts) -> Iterator[ExampleRun]:
    """Yield the examples at the head of the queue that are not run."""
    while waiting and waiting[0][0].is_signature:
        example, scope = waiting.popleft()
        wrong = signature_mistakes(example.page, facts)
        said = [one.message for one in wrong if example.block.span.contains(one.span)]
        yield ExampleRun(example, Class.SIGNATURE, scope, Run(), " ".join(said) or None)
