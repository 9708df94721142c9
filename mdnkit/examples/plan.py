"""The plan of a run: run through it once, and then once for each other choice that the scripts met: while they were loaded,
or on an event.
"""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from mdnkit.examples.engines import Engine
from mdnkit.examples.session import End, Step
from mdnkit.examples.stage import Fired, Given, Pass, Stage, pass_through, stage
from mdnkit.examples.task import Outcome, Run, ScriptError, Task
from mdnkit.examples.trace import Json

MOST_RUNS = 16
"""Contexts for one task: the base run and the runs for other choices."""

MOST_LOADS = 8
"""Of these, the runs for other choices while the scripts are loaded."""

RERUNS_TIME = 3.0
"""Processor time of all reruns together, in multiples of a context's."""

_UNDEFINED = re.compile(r"'?([A-Za-z_$][\w$]*)'? is not defined")
_CATCHES = re.compile(r"\bcatch\b|\bfinally\b|\.then\s*\(|\ballSettled\b|Error\b|\bDOMException\b")

_THROWS = re.compile(r"\bthrow\b|\breject\b|\bnew \w*(?:Error|Exception)\b")


class Variant(NamedTuple):
    """A run in which a choice went otherwise."""

    event: int | None
    """The event that it varies, by its number in the base run; None: the loading of the scripts."""
    run: Pass


def run(task: Task, engine: Engine) -> Run:
    """Run `task` and return what came of it. Raises KeyError for an unknown scope."""
    on = stage(task, engine)
    base = pass_through(on, task.seconds)
    if base.end is None and on.settings["assumed"]:
        # What is assumed must not cost what is known: an endless loop over an invented value, for one.
        return run(replace(task, assume=False), engine)
    variants = list(_variants(on, base)) if base.limit is None else []
    passes = [base, *(one.run for one in variants)]
    ends = [one.end for one in passes if one.end]
    failures = [
        error
        for one in passes
        for error in (one.end.failures if one.end else ())
        if one is base or not _is_thrown(error, task)
    ]
    made = [error for end in ends for error in end.made]
    return Run(
        engine=engine.name,
        outcomes=tuple(_outcomes(base, variants, task.scope)),
        load_trace=base.load.trace if base.load else (),
        given=_given(base.load) if base.load else {},
        listened=tuple((one.target, one.type) for one in base.listened),
        needs=tuple(sorted(set(_needs(ends)))),
        modules=tuple(sorted({one for end in ends for one in end.modules})),
        error=next(iter(failures), None),
        syntax_error=next((error for end in ends for error in end.syntax), None),
        lost=_lost(task, made),
        assumptions=tuple(sorted({text for end in ends for text in end.assumptions})),
        limit=next((one.limit for one in passes if one.limit), None),
        cut=any(step.cut for one in passes for step in _steps(one)),
    )


def _steps(one: Pass) -> Iterator[Step]:
    if one.load:
        yield one.load
    yield from (fired.step for fired in one.events)


def _needs(ends: Iterable[End]) -> Iterator[str]:
    """Yield the names that the scripts read and nothing defines, some more than once."""
    for end in ends:
        yield from end.needs
        for error in (*end.failures, *end.made):
            yield from _undefined(error)


def _undefined(error: ScriptError) -> tuple[str, ...]:
    match = _UNDEFINED.match(error.message) if error.name == "ReferenceError" else None
    return (match[1],) if match else ()


def _lost(task: Task, made: Iterable[ScriptError]) -> ScriptError | None:
    """Return an error that ended in a promise nobody waits for: there is nothing that could have
    caught it.
    """
    if any(_CATCHES.search(source) for source in task.sources):
        return None
    return next(iter(made), None)


def _is_thrown(error: ScriptError, task: Task) -> bool:
    """Return whether a script throws an error itself: to do so on one choice of several is what it was written for."""
    lines = task.sources[error.source].split("\n") if error.source < len(task.sources) else []
    return 1 <= error.line <= len(lines) and _THROWS.search(lines[error.line - 1]) is not None


def _outcomes(base: Pass, variants: Sequence[Variant], scope: str) -> Iterator[Outcome]:
    """Yield the outcomes of every event, the base run's first, then those of loading otherwise; equal choices once."""
    for index, fired in enumerate(base.events):
        again = [
            one.run.events[-1]
            for one in variants
            if one.event == index and len(one.run.events) > index
        ]
        seen: list[Given] = []
        for event in (fired, *again):
            if event.given not in seen:
                seen.append(event.given)
                yield _outcome(event, {})
    for _, run in (one for one in variants if one.event is None):
        if run.load is not None:
            given = _given(run.load)
            yield Outcome("", scope, "", given, run.load.trace)
            yield from (_outcome(event, given) for event in run.events)


def _outcome(event: Fired, loaded: Given) -> Outcome:
    kind, target = event.listened.type, event.listened.target
    return Outcome(kind, target, event.interface, {**loaded, **event.given}, event.step.trace)


def _variants(on: Stage, base: Pass) -> Iterator[Variant]:
    """Yield runs in which choices go otherwise: first while loading, then for one event after the other."""
    end = time.process_time() + RERUNS_TIME * on.task.seconds
    left = MOST_RUNS - 1
    heard = {(one.target, one.type) for one in base.listened}
    for event in (None, *range(len(base.events))):
        first = base.load if event is None else base.events[event].step
        met = [_given(first)] if first else []
        queue = list(_varied(first)) if first else []
        most = min(left, MOST_LOADS) if event is None else left
        while queue and most and time.process_time() < end:
            given = queue.pop(0)
            # What a script does depends on the choices that it met: equal ones need no second run.
            if any(known.items() <= given.items() for known in met):
                continue
            seconds = min(on.task.seconds, end - time.process_time())
            if event is None:
                one = pass_through(on, seconds, loaded=given, only_new=heard)
                again = one.load
            else:
                one = pass_through(on, seconds, last=event, given=given)
                again = one.events[event].step if len(one.events) > event else None
            left, most = left - 1, most - 1
            yield Variant(event, one)
            if again is not None:
                met.append(_given(again))
                queue += _varied(again)


def _given(step: Step) -> dict[str, Json]:
    """Return what the scripts met: path -> value."""
    return {choice.path: choice.value for choice in step.choices}


def _varied(step: Step) -> Iterator[dict[str, Json]]:
    """Yield what to give for a run in which one of the choices goes otherwise."""
    for choice in step.choices:
        for value in choice.values:
            if value != choice.value:
                yield {**_given(step), choice.path: value}
