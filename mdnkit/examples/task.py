"""What is run and what comes of it: the values that cross the border between processes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from mdnkit.examples.trace import Entry, Json, trace_from_json


@dataclass(frozen=True, slots=True)
class Task:
    """Scripts to run in one global scope."""

    sources: tuple[str, ...]
    """The scripts, in order."""
    scope: str = "Window"
    """The name of a global interface."""
    module: bool = False
    """The last script is a module."""
    html: str = ""
    """The markup of the document, for the scope Window."""
    before: int = 0
    """So many scripts at the beginning only prepare: what they do is not told, and no event fired for them."""
    files: tuple[str, ...] = ()
    """The names of the first scripts, which are modules that later ones import."""
    assume: bool = False
    """Names that nothing defines are assumed to exist; those that were read are needs of the run."""
    about: str = ""
    """The interface that the page is about: what an assumed name is likely to stand for."""
    seconds: float = 1.0
    """Processor time of one context. All reruns together get three times as much again."""
    megabytes: int = 128
    """Memory of one context."""

    def to_json(self) -> dict[str, Json]:
        """Return the task as JSON has it."""
        return asdict(self)


def task_from_json(row: Mapping[str, Any]) -> Task:
    """Return the task that `to_json` gave."""
    return Task(**{**row, "sources": tuple(row["sources"]), "files": tuple(row["files"])})


@dataclass(frozen=True, slots=True)
class ScriptError:
    """What a script threw and nothing handled."""

    name: str
    """`TypeError`; empty when something else than an error was thrown."""
    message: str
    source: int
    """The index of the script it comes from; 0 when unknown."""
    line: int
    """In that script, 1-based; 0 when unknown."""
    column: int
    phase: str
    """`load`, or the type of the event that was handled."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a script did on one event."""

    event: str
    """The type of the event; empty where loading the scripts itself goes otherwise."""
    target: str
    """The interface of the object it was fired at."""
    interface: str
    """The interface of the event."""
    given: Mapping[str, Json]
    """What the script met where it had a choice: path, relative to the event, -> value."""
    trace: tuple[Entry, ...]

    def to_json(self) -> dict[str, Json]:
        """Return the outcome as JSON has it."""
        return {
            "event": self.event,
            "target": self.target,
            "interface": self.interface,
            "given": dict(self.given),
            "trace": [entry.to_json() for entry in self.trace],
        }


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a task."""

    engine: str = ""
    outcomes: tuple[Outcome, ...] = ()
    """In the order of events; for each event the base run first, then one run for each other
    choice.
    """
    load_trace: tuple[Entry, ...] = ()
    """What the scripts did before the first event."""
    given: Mapping[str, Json] = field(default_factory=dict)
    """What the scripts met before the first event where they had a choice: path -> value."""
    listened: tuple[tuple[str, str], ...] = ()
    """Interface of the target and event type of every listener, in the order of registration."""
    needs: tuple[str, ...] = ()
    """Names that the scripts used and nothing defines, sorted."""
    modules: tuple[str, ...] = ()
    """The specifiers of modules that the scripts import and that are not at hand, sorted."""
    error: ScriptError | None = None
    """The first exception that nothing handled."""
    syntax_error: ScriptError | None = None
    """The first script that does not parse."""
    lost: ScriptError | None = None
    """An error of the engine's making that nothing in the scripts can have caught, in a promise
    nobody waits for.
    """
    assumptions: tuple[str, ...] = ()
    """What the model had to make up, sorted: `Clients.matchAll: Promise<FrozenArray<Client>>`."""
    limit: str | None = None
    """`time`, `memory` or `budget` (of invented values) when the run was stopped for that; `page` when there was none, as
    the examples before it have used up the time of their page.
    """
    cut: bool = False
    """A trace had more entries than are kept."""
    seconds: float = field(default=0.0, compare=False)
    """Processor time that it took."""

    def to_json(self) -> dict[str, Json]:
        """Return the run as JSON has it."""
        return {
            "engine": self.engine,
            "outcomes": [outcome.to_json() for outcome in self.outcomes],
            "load_trace": [entry.to_json() for entry in self.load_trace],
            "given": dict(self.given),
            "listened": [list(pair) for pair in self.listened],
            "needs": list(self.needs),
            "modules": list(self.modules),
            "error": self.error and asdict(self.error),
            "syntax_error": self.syntax_error and asdict(self.syntax_error),
            "lost": self.lost and asdict(self.lost),
            "assumptions": list(self.assumptions),
            "limit": self.limit,
            "cut": self.cut,
            "seconds": self.seconds,
        }


def run_from_json(row: Mapping[str, Any]) -> Run:
    """Return the run that `to_json` gave."""
    errors = {
        name: ScriptError(**row[name]) if row[name] else None
        for name in ("error", "syntax_error", "lost")
    }
    outcomes = tuple(
        Outcome(**{**outcome, "trace": trace_from_json(outcome["trace"])})
        for outcome in row["outcomes"]
    )
    return Run(
        engine=row["engine"],
        outcomes=outcomes,
        load_trace=trace_from_json(row["load_trace"]),
        listened=tuple((target, kind) for target, kind in row["listened"]),
        given=row["given"],
        needs=tuple(row["needs"]),
        modules=tuple(row["modules"]),
        assumptions=tuple(row["assumptions"]),
        limit=row["limit"],
        cut=row["cut"],
        seconds=row["seconds"],
        **errors,
    )
