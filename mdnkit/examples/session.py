"""One context of the model and what is done in it: load scripts, let time pass, fire events, read
what happened.
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from mdnkit.examples.engines import Completion, Engine, LimitReached
from mdnkit.examples.module_text import as_function, read_module, without_import
from mdnkit.examples.task import ScriptError
from mdnkit.examples.trace import Entry, Json, trace_from_json
from mdnkit.model.encodings import encodings_text
from mdnkit.model.realm import MODEL_LINES, realm
from mdnkit.model.spelling import Spelling, used_ids

MOST_STEPS = 10_000
"""Listeners that one event can have."""

MOST_TASKS = 200
"""Timers and other tasks that are run after each step of a plan."""


class Listened(NamedTuple):
    """A target and a type that have, or had, a listener."""

    number: int
    target: str
    """The interface of the target."""
    type: str
    fired: int
    """How often the script itself fired the event."""


class Choice(NamedTuple):
    """A value that the script read and may branch on."""

    path: str
    values: tuple[Json, ...]
    value: Json


class Step(NamedTuple):
    """What was recorded since the last step."""

    trace: tuple[Entry, ...]
    choices: tuple[Choice, ...]
    cut: bool


class End(NamedTuple):
    """What a context knows at its end."""

    failures: tuple[ScriptError, ...]
    syntax: tuple[ScriptError, ...]
    made: tuple[ScriptError, ...]
    """Errors that were made and never reported, handled ones included."""
    needs: tuple[str, ...]
    """Names that were assumed and read."""
    modules: tuple[str, ...]
    """The specifiers of modules that were imported and are not at hand."""
    assumptions: tuple[str, ...]
    limit: str | None


class Session:
    """A context with the model in it. Every method raises LimitReached when time or memory are used
    up.
    """

    def __init__(
        self, engine: Engine, scope: str, spelling: Spelling, *, seconds: float, megabytes: int,
        **settings: Any,
    ) -> None:  # fmt: skip
        own = realm(scope)
        if scope == "Window":
            settings["ids"] = used_ids(settings.get("html", ""), spelling)
        self._context = engine.context(seconds, megabytes)
        self._starts: list[int] = []
        self._lines = 0
        self._imports = False
        self._context.boot(
            own.areas.kit,
            own.facts.names,
            own.facts.lines,
            own.areas.places,
            own.areas.text,
            own.settings(spelling, **settings),
            encodings_text(spelling),
        )

    def load(self, source: str, *, module: bool = False, file: str = "") -> None:
        """Run a script and its microtasks; what it throws is reported in the context.

        A module that others import is a `file`.
        """
        padding = "\n" * (MODEL_LINES + self._lines)
        self._starts.append(self._lines)
        self._lines += source.count("\n") + 1
        text = source
        parts = read_module(source) if module else None
        if parts is not None and (file or parts.sources or parts.uses_meta):
            text, module = as_function(parts, file), False
        text = without_import(text)
        if text != source and not self._imports:
            self._imports = True
            self._context.command("imports")
        run = self._context.module if module else self._context.script
        done = run(padding + text)
        if done.limit:
            raise LimitReached(done.limit)
        if done.error is not None:
            self._report(done, self._starts[-1] + _first_statement(source))
        elif done.value is not None and not isinstance(done.value, str | int | float):
            self._context.command("watch", done.value)
        self.drain()

    def drain(self) -> None:
        """Run the pending microtasks."""
        done = self._context.drain()
        if done.limit:
            raise LimitReached(done.limit)
        if done.error is not None:
            self._report(done, 0)

    def _report(self, done: Completion, line: int) -> None:
        line = max(done.line - MODEL_LINES, 0) or line
        place = f"{line} {done.column} {int(done.parses)}"
        limit = self._context.command("uncaught", f"{place} {done.error}")
        if limit:
            raise LimitReached(limit)

    def pass_time(self, most: int = MOST_TASKS) -> None:
        """Run timers and other tasks, at most so many, each followed by its microtasks."""
        self._repeat("tick", most)

    def _repeat(self, name: str, most: int) -> None:
        """Give a command until it answers with nothing, and report what jobs throw meanwhile."""
        for _ in range(most):
            done = self._context.repeat(name, most)
            if done.limit:
                raise LimitReached(done.limit)
            if done.error is None:
                return
            self._report(done, 0)

    def fire(self, *, tasks: int = MOST_TASKS, **event: Any) -> str:
        """Fire an event, with microtasks between listeners, and let time pass; return its
        interface.

        `event` has `index` (of a listened target) or `at` (`global` or `document`), `type`, `name`
        (the interface), `flags` and `given` (values by path).
        """
        interface = self._context.command("fire", json.dumps(event))
        self._repeat("step", MOST_STEPS)
        self.drain()
        self.pass_time(tasks)
        self._context.command("endFire")
        return interface

    def listened(self) -> list[Listened]:
        """Return the targets and types that were listened to so far, in order."""
        rows = json.loads(self._context.command("listened"))
        return [Listened(number, *row) for number, row in enumerate(rows)]

    def take(self) -> Step:
        """Return what was recorded since the last call."""
        row = json.loads(self._context.command("take"))
        choices = (Choice(path, tuple(values), value) for path, values, value in row["choices"])
        return Step(trace_from_json(row["entries"]), tuple(choices), row["cut"])

    def lines(self) -> list[str]:
        """Return what was logged since the last call, where the setting `print` is on."""
        lines: list[str] = json.loads(self._context.command("lines"))
        return lines

    def end(self) -> End:
        """Return what the context knows of failures and assumptions."""
        row = json.loads(self._context.command("state"))
        failures = row["failures"]
        return End(
            failures=self._errors([one for one in failures if not one["syntax"]]),
            syntax=self._errors([one for one in failures if one["syntax"]]),
            made=self._errors(row["made"]),
            needs=tuple(row["needs"]),
            modules=tuple(row["modules"]),
            assumptions=tuple(row["assumptions"]),
            limit=row["limit"] or None,
        )

    def close(self) -> None:
        """Free the context."""
        self._context.close()

    def _errors(self, rows: Sequence[dict[str, Any]]) -> tuple[ScriptError, ...]:
        return tuple(self._error(row) for row in rows)

    def _error(self, row: dict[str, Any]) -> ScriptError:
        line = row["line"]
        source = max((i for i, start in enumerate(self._starts) if start < line), default=0)
        within = line - self._starts[source] if line and self._starts else 0
        return ScriptError(row["name"], row["message"], source, within, row["column"], row["phase"])


def _first_statement(source: str) -> int:
    """Return the 1-based line on which a script seems to begin: the engine does not tell for it."""
    for number, line in enumerate(source.split("\n"), start=1):
        if line.strip() and not line.lstrip().startswith(("//", "/*", "*")):
            return number
    return 1
