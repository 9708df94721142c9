"""Runs the examples of pages: extract, choose a scope, run, classify."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from mdnkit.examples.attempt import Attempt, RunTask, attempt
from mdnkit.examples.choice import AUTO
from mdnkit.examples.classify import Class, classify
from mdnkit.examples.comparison import counterparts, difference
from mdnkit.examples.contradiction import Contradiction, contradiction
from mdnkit.examples.difference import Difference
from mdnkit.examples.event_interface import event_interface
from mdnkit.examples.exposure import exposure
from mdnkit.examples.extract import Example, extract_examples
from mdnkit.examples.page_budget import OF_PAGE, PAGE_SECONDS, PageBudget
from mdnkit.examples.run_cache import RunCache, cached
from mdnkit.examples.scope import scope_of
from mdnkit.examples.signature import signature_mistakes
from mdnkit.examples.task import Run
from mdnkit.examples.untried import untried_values
from mdnkit.messages import _, language
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
    difference: Difference | None = None
    """What it does otherwise than the English one, where it is a translation's."""

    @property
    def was_run(self) -> bool:
        """Whether there was time for it."""
        return self.run.limit != OF_PAGE

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
            "needs": [*self.run.needs, *self.run.modules],
            "after": list(self.after),
            "message": self.message,
            "assumptions": list(self.run.assumptions),
            "given": dict(self.run.given),
            "trace": [entry.to_json() for entry in self.run.load_trace],
            "outcomes": [outcome.to_json() for outcome in self.run.outcomes],
        }


def run_examples(
    pages: Iterable[Page],
    facts: Facts | None = None,
    jobs: int = 2,
    engine: str = AUTO,
    cache: RunCache | None = None,
    originals: Mapping[str, Page] | None = None,
) -> Mapping[str, tuple[ExampleRun, ...]]:
    """Return the runs of every page that has examples, by path. Raises EngineError where no engine can be used.

    `originals`: for translations, by path, the English pages that they are compared with.
    """
    runs: dict[str, list[ExampleRun]] = {}
    for found in iterate_examples(pages, facts or Facts(), jobs, engine, cache, originals or {}):
        runs.setdefault(found.example.page.path, []).append(found)
    return {path: tuple(found) for path, found in runs.items()}


def iterate_examples(
    pages: Iterable[Page],
    facts: Facts,
    jobs: int = 2,
    engine: str = AUTO,
    cache: RunCache | None = None,
    originals: Mapping[str, Page] = MappingProxyType({}),
) -> Iterator[ExampleRun]:
    """Yield the run of each example of `pages`, in order, compared with those of `originals`.

    Raises EngineError where no engine can be used.
    """
    from mdnkit.examples.pool import Pool

    wanted = (one for page in pages for one in _wanted(page, facts, originals.get(page.path)))
    with Pool(jobs, engine) as pool:
        for one, found in pool.map(_attempting(cache, engine), wanted):
            assert isinstance(one, _Wanted)
            yield _judged(one, found, facts)


def iterate_rows(
    pages: Iterable[Page], facts: Facts, jobs: int, engine: str, cache: RunCache | None
) -> Iterator[dict[str, Any]]:
    """Yield what `ExampleRun.to_json` gives for each example of `pages`, in order.

    A page that has not changed since it was run is not even parsed. Raises EngineError where no engine can be used.
    """
    from mdnkit.examples.pool import Pool

    def items() -> Iterator[_Wanted | _Known]:
        for page in pages:
            known = cache.get(_key(page, cache, engine)) if cache else None
            if isinstance(known, list):
                yield _Known(known)
                continue
            wanted = _wanted(page, facts)
            if cache and not wanted:
                cache.put(_key(page, cache, engine), [])
            yield from wanted

    rows: list[dict[str, Any]] = []
    with Pool(jobs, engine) as pool:
        for one, found in pool.map(_attempting(cache, engine), items(), at_once=_Known):
            if isinstance(one, _Known):
                yield from one.rows
                continue
            rows.append(_judged(one, found, facts).to_json())
            yield rows[-1]
            if one.example is one.page[-1]:
                if cache:
                    cache.put(_key(one.example.page, cache, engine), rows)
                rows = []


_NOT_RUN = Attempt(Run(limit=OF_PAGE))
"""Stands for the run of an example that there was no time for."""


def _key(page: Page, cache: RunCache, engine: str) -> str:
    return cache.key("page", engine, language(), page.path, page.locale, page.text)


class _Wanted(NamedTuple):
    """An example that is to be run, in which scope, and all examples of its page."""

    example: Example
    scope: str
    page: tuple[Example, ...]
    number: int
    budget: PageBudget
    english: tuple[Example, ...] = ()
    """The English examples up to its own, where it is to be compared with that."""


class _Known(NamedTuple):
    """What an earlier run said of the examples of a page."""

    rows: list[dict[str, Any]]


def _wanted(page: Page, facts: Facts, original: Page | None = None) -> list[_Wanted]:
    examples = extract_examples(page)
    english = counterparts(examples, extract_examples(original)) if original and examples else {}
    budget = PageBudget()
    return [
        _Wanted(
            example, scope_of(example, facts), examples, number, budget, english.get(number, ())
        )
        for number, example in enumerate(examples)
    ]


def _attempting(
    cache: RunCache | None, engine: str
) -> Callable[[RunTask, _Wanted | _Known], tuple[_Wanted | _Known, Attempt | None]]:
    """Return what finds the best run of an example; there is none of a signature, or where all is known."""

    def attempt_one(run: RunTask, one: _Wanted | _Known) -> tuple[_Wanted | _Known, Attempt | None]:
        if isinstance(one, _Known) or one.example.is_signature:
            return one, None
        if one.budget.is_used_up(one.number):
            return one, _NOT_RUN
        run = one.budget.counting(one.number, cached(run, cache, engine))
        is_long = functools.partial(one.budget.is_long, one.number)
        found = attempt(one.example, one.scope, one.page, run, is_long)
        return one, found._replace(
            difference=_difference(one, found, run)
        ) if one.english else found

    return attempt_one


def _difference(one: _Wanted, found: Attempt, run: RunTask) -> Difference | None:
    """Return what an example does otherwise than its English counterpart, each after the same fences of its page."""
    places = [one.page.index(other) for other in found.after]
    if any(place >= len(one.english) for place in places):
        return None
    before = tuple(other.code for other in found.after)
    english_before = tuple(one.english[place].code for place in places)
    return difference(one.example, one.english[-1], one.scope, before, english_before, run)


def _judged(one: _Wanted, found: Attempt | None, facts: Facts) -> ExampleRun:
    """Return what is to be said of an example, once all those before it have ended."""
    if found is not None and one.budget.is_used_up(one.number):
        # It may have run beside those that used up everything; with fewer processes it would not have.
        found = _NOT_RUN
    return judge(one.example, one.scope, found, facts)


def judge(example: Example, scope: str, found: Attempt | None, facts: Facts) -> ExampleRun:
    """Return what is to be said of an example and its best run."""
    if found is None:
        wrong = signature_mistakes(example.page, facts)
        said = [one.message for one in wrong if example.block.span.contains(one.span)]
        return ExampleRun(example, Class.SIGNATURE, scope, Run(), " ".join(said) or None)
    if found is _NOT_RUN:
        why = _("It was not run: the examples before it took the {seconds} s that a page has.")
        why = why.format(seconds=f"{PAGE_SECONDS:g}")
        return ExampleRun(example, Class.BUDGET, scope, found.run, why)
    run, before = found.run, tuple(one.code for one in found.after)
    error = run.error or run.lost
    is_own = not found.joined and error is not None and error.source == len(before)
    proof = contradiction(example, error, scope, facts, before) if error and is_own else None
    proof = (
        proof or exposure(example, facts, before) or event_interface(example, run, facts, before)
    )
    class_, message = classify(example, run, scope, proof, facts)
    untried = untried_values(example.code, run, facts) if class_ is Class.RUNS else ()
    if untried:
        message = _("It decides by values that were made up: {names}.")
        return ExampleRun(
            example, Class.INCONCLUSIVE, scope, run, message.format(names=", ".join(untried)),
            after=tuple(one.line for one in found.after), difference=found.difference,
        )  # fmt: skip
    if class_ is Class.RUNS and (found.joined or found.after):
        class_, message = Class.RUNS_AFTER, _after(found)
    lines = tuple(one.line for one in found.after)
    return ExampleRun(example, class_, scope, run, message, proof, lines, found.difference)


def _after(found: Attempt) -> str:
    if found.joined:
        return _("It parses with the other fences of its sample only.")
    lines = ", ".join(str(one.line) for one in found.after)
    return _("It runs after the fences at line {lines}.").format(lines=lines)
