"""The plan of a run: load the scripts, let time pass, fire every event that is listened to, once
for each choice.
"""

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from mdnkit.examples.assumed_names import assumed_names
from mdnkit.examples.engines import Engine, LimitReached
from mdnkit.examples.session import End, Listened, Session, Step
from mdnkit.examples.task import Outcome, Run, ScriptError, Task
from mdnkit.examples.trace import Json
from mdnkit.model.event_fact import Relation
from mdnkit.model.realm import facts
from mdnkit.model.spelling import Spelling, spelling

MOST_RUNS = 16
"""Contexts for one task: the base run and the runs for other choices."""

RERUNS_TIME = 3.0
"""Processor time of all reruns together, in multiples of a context's."""

_FIRST = ("install", "activate", "DOMContentLoaded", "load", "pageshow", "open", "connect")
_LAST = ("visibilitychange", "beforeunload", "pagehide", "unload", "freeze", "close")
_UNDEFINED = re.compile(r"'?([A-Za-z_$][\w$]*)'? is not defined")
_CATCHES = re.compile(r"\bcatch\b|\bfinally\b|\.then\s*\(|\ballSettled\b|Error\b|\bDOMException\b")

Given = Mapping[str, Json]


class Fired(NamedTuple):
    """One event of a run."""

    listened: Listened
    interface: str
    step: Step

    @property
    def given(self) -> dict[str, Json]:
        """What the script met: path -> value."""
        return {choice.path: choice.value for choice in self.step.choices}


class Pass(NamedTuple):
    """One context's run through the plan."""

    load: Step | None
    events: tuple[Fired, ...]
    listened: tuple[Listened, ...]
    end: End | None
    limit: str | None


def run(task: Task, engine: Engine) -> Run:
    """Run `task` and return what came of it. Raises KeyError for an unknown scope."""
    spelled = spelling((*task.sources, task.html))
    base = _pass(task, engine, spelled, task.seconds)
    if base.end is None and task.assume:
        # What is assumed must not cost what is known: an endless loop over an invented value, for one.
        return run(replace(task, assume=False), engine)
    reruns = list(_reruns(task, engine, spelled, base)) if base.limit is None else []
    passes = [base, *(one for _, one in reruns)]
    outcomes = [
        outcome for index, _ in enumerate(base.events) for outcome in _outcomes(index, base, reruns)
    ]
    ends = [one.end for one in passes if one.end]
    failures = [error for end in ends for error in end.failures]
    made = [error for end in ends for error in end.made]
    return Run(
        engine=engine.name,
        outcomes=tuple(outcomes),
        load_trace=base.load.trace if base.load else (),
        listened=tuple((one.target, one.type) for one in base.listened),
        needs=tuple(sorted(set(_needs(ends)))),
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


def _outcomes(index: int, base: Pass, reruns: list[tuple[int, Pass]]) -> Iterator[Outcome]:
    """Yield the outcomes of the `index`-th event, the base run's first; equal choices once."""
    fired = base.events[index]
    again = [one.events[-1] for at, one in reruns if at == index and len(one.events) > index]
    seen: list[Given] = []
    for event in (fired, *again):
        if event.given not in seen:
            seen.append(event.given)
            kind, target = event.listened.type, event.listened.target
            yield Outcome(kind, target, event.interface, event.given, event.step.trace)


def _reruns(
    task: Task, engine: Engine, spelled: Spelling, base: Pass
) -> Iterator[tuple[int, Pass]]:
    """Yield the runs for other choices, each with the index of the event that it varies."""
    end = time.process_time() + RERUNS_TIME * task.seconds
    left = MOST_RUNS - 1
    for index, fired in enumerate(base.events):
        met = [fired.given]
        queue = list(_varied(fired))
        while queue and left and time.process_time() < end:
            given = queue.pop(0)
            # What a script does depends on the choices that it met: equal ones need no second run.
            if any(known.items() <= given.items() for known in met):
                continue
            seconds = min(task.seconds, end - time.process_time())
            one = _pass(task, engine, spelled, seconds, index, given)
            left -= 1
            yield index, one
            if len(one.events) > index:
                met.append(one.events[index].given)
                queue += _varied(one.events[index])


def _varied(fired: Fired) -> Iterator[dict[str, Json]]:
    """Yield what to give for a run in which one of the choices goes otherwise."""
    for choice in fired.step.choices:
        for value in choice.values:
            if value != choice.value:
                yield {**fired.given, choice.path: value}


def _pass(
    task: Task, engine: Engine, spelled: Spelling, seconds: float, last: int | None = None,
    given: Given | None = None,
) -> Pass:  # fmt: skip
    """Run through the plan in a new context; up to the `last` event, for which `given` is given, if
    any.
    """
    session = Session(
        engine, task.scope, spelled, seconds=seconds, megabytes=task.megabytes, html=task.html,
        assumed=assumed_names(task),
    )  # fmt: skip
    load: Step | None = None
    events: list[Fired] = []
    listened: list[Listened] = []
    limit: str | None = None
    try:
        for index, source in enumerate(task.sources):
            session.load(source, module=task.module and index == len(task.sources) - 1)
            if index == task.before - 1:
                session.pass_time()
                session.take()
                listened += session.listened()
        session.pass_time()
        load = session.take()
        for one in _to_fire(session, listened):
            is_last = len(events) == last
            events.append(_fire(session, one, given if is_last and given else {}))
            if is_last:
                break
        end = session.end()
        return Pass(load, tuple(events), tuple(listened), end, end.limit)
    except LimitReached as reached:
        limit = reached.limit
    finally:
        session.close()
    return Pass(load, tuple(events), tuple(listened), None, limit)


def _to_fire(session: Session, seen: list[Listened]) -> Iterator[Listened]:
    """Yield what to fire, in two rounds: what is listened to after loading, then what came later.

    Notes in `seen` all that is listened to. Events of unknown types that the script fires itself
    have had their turn.
    """
    for _ in range(2):
        new = session.listened()[len(seen) :]
        seen.extend(new)
        for one in sorted(new, key=_turn):
            if not (one.fired and facts().event(one.type, one.target) is None):
                yield one
    seen.extend(session.listened()[len(seen) :])


def _turn(one: Listened) -> int:
    if one.type in _FIRST:
        return _FIRST.index(one.type)
    return len(_FIRST) + 1 + (_LAST.index(one.type) if one.type in _LAST else -1)


def _fire(session: Session, one: Listened, given: Given) -> Fired:
    event = event_of(one.type, one.target)
    interface = session.fire(
        index=one.number,
        type=one.type,
        name=event.interface,
        flags=dict(event.flags),
        below=event.below,
        given=dict(given),
    )
    return Fired(one, interface, session.take())


class Expected(NamedTuple):
    """What is known of the events of a type at a target."""

    interface: str
    flags: Mapping[str, bool]
    """`bubbles`, `cancelable` and `composed`, where they are known to be true."""
    below: str
    """The interface of the objects below the target at which the events are fired; empty where they
    are fired at the target itself.
    """


@cache
def event_of(kind: str, target: str) -> Expected:
    """Return what is known of the event `kind` at `target`; an Event where that is nothing."""
    fact = facts().event(kind, target)
    below = fact is not None and fact.relation is Relation.PATH
    if fact is None:
        elsewhere = {one.interface: one for one in facts().events_of_type(kind)}
        fact = next(iter(elsewhere.values())) if len(elsewhere) == 1 else None
    if fact is None:
        return Expected("Event", {}, "")
    flags = {"bubbles": fact.bubbles, "cancelable": fact.cancelable, "composed": fact.composed}
    known = {name: True for name, value in flags.items() if value}
    return Expected(fact.interface, known, (fact.known_target or "") if below else "")
