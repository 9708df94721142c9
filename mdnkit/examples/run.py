"""Runs the examples of pages: extract, choose a scope, run, classify."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mdnkit.examples.attempt import Attempt, RunTask, attempt
from mdnkit.examples.choice import AUTO
from mdnkit.examples.classify import Class, classify
from mdnkit.examples.contradiction import Contradiction, contradiction
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.scope import scope_of
from mdnkit.examples.signature import signature_mistakes
from mdnkit.examples.task import Run
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page


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
    after: tuple[int, ...] = ()
    """The lines of the fences that were loaded before it."""

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
            "after": list(self.after),
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

    wanted = (
        _Wanted(example, scope_of(example, facts), examples)
        for page in pages
        for examples in (extract_examples(page),)
        for example in examples
    )
    with Pool(jobs, engine) as pool:
        for one, found in pool.map(_attempt, wanted):
            yield judge(one.example, one.scope, found, facts)


class _Wanted(NamedTuple):
    """An example that is to be run, in which scope, and all examples of its page."""

    example: Example
    scope: str
    page: tuple[Example, ...]


def _attempt(run: RunTask, wanted: _Wanted) -> tuple[_Wanted, Attempt | None]:
    """Return the best run of an example; none of a signature."""
    example, scope, page = wanted
    return wanted, None if example.is_signature else attempt(example, scope, page, run)


def judge(example: Example, scope: str, found: Attempt | None, facts: Facts) -> ExampleRun:
    """Return what is to be said of an example and its best run."""
    if found is None:
        wrong = signature_mistakes(example.page, facts)
        said = [one.message for one in wrong if example.block.span.contains(one.span)]
        return ExampleRun(example, Class.SIGNATURE, scope, Run(), " ".join(said) or None)
    run, before = found.run, tuple(one.code for one in found.after)
    error = run.error or run.lost
    is_own = not found.joined and error is not None and error.source == len(before)
    proof = contradiction(example, error, scope, facts, before) if error and is_own else None
    class_, message = classify(example, run, scope, proof, facts)
    if class_ is Class.RUNS and (found.joined or found.after):
        class_, message = Class.RUNS_AFTER, _after(found)
    lines = tuple(one.line for one in found.after)
    return ExampleRun(example, class_, scope, run, message, proof, lines)


def _after(found: Attempt) -> str:
    if found.joined:
        return _("It parses with the other fences of its sample only.")
    lines = ", ".join(str(one.line) for one in found.after)
    return _("It runs after the fences at line {lines}.").format(lines=lines)
