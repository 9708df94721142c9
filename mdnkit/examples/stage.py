"""One run through the plan, in one context: load the scripts, let time pass, fire what is listened to."""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from mdnkit.examples.assumed_names import assumed_names
from mdnkit.examples.decisions import decisions
from mdnkit.examples.engines import Engine, LimitReached
from mdnkit.examples.module_files import module_settings
from mdnkit.examples.session import End, Listened, Session, Step
from mdnkit.examples.task import Task
from mdnkit.examples.trace import Json
from mdnkit.model.event_fact import Relation
from mdnkit.model.realm import facts
from mdnkit.model.spelling import Spelling, spelling

_FIRST = ("install", "activate", "DOMContentLoaded", "load", "pageshow", "open", "connect")
_LAST = ("visibilitychange", "beforeunload", "pagehide", "unload", "freeze", "close")

Given = Mapping[str, Json]


_STYLES = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE)
"""What no script and no handler of the markup can spell a member in."""


class Stage(NamedTuple):
    """What all runs of a task share."""

    task: Task
    engine: Engine
    spelled: Spelling
    settings: Mapping[str, Any]
    """What contexts are told about the scripts."""


def stage(task: Task, engine: Engine) -> Stage:
    """Return what all runs of `task` in `engine` share."""
    decided = decisions("\n".join(task.sources), facts())
    settings = {
        "assumed": assumed_names(task),
        "compared": decided.compared,
        "tested": sorted(decided.tested),
        "decides": True,
        **module_settings(task),
    }
    return Stage(task, engine, spelling((*task.sources, _STYLES.sub("", task.html))), settings)


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


def pass_through(
    on: Stage, seconds: float, *, loaded: Given | None = None, last: int | None = None,
    given: Given | None = None, only_new: Container[tuple[str, str]] = (),
) -> Pass:  # fmt: skip
    """Run through the plan in a new context that may use so many seconds of processor time.

    `loaded`: what the scripts meet from the beginning, by path. `last`: the number of the event after which the run
    ends, and for which `given` is given. `only_new`: targets and types of which no event is fired.
    """
    task = on.task
    session = Session(
        on.engine, task.scope, on.spelled, seconds=seconds, megabytes=task.megabytes, html=task.html,
        given=dict(loaded or {}), **on.settings,
    )  # fmt: skip
    load: Step | None = None
    events: list[Fired] = []
    listened: list[Listened] = []
    limit: str | None = None
    try:
        for index, source in enumerate(task.sources):
            file = task.files[index] if index < len(task.files) else ""
            is_module = bool(file) or (task.module and index == len(task.sources) - 1)
            session.load(source, module=is_module, file=file)
            if index == task.before - 1:
                session.pass_time()
                session.take()
                listened += session.listened()
        session.pass_time()
        load = session.take()
        for one in _to_fire(session, listened):
            if (one.target, one.type) in only_new:
                continue
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
