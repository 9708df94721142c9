"""JavaScript engines, one file each, behind one small interface. Nothing else imports an engine.

An engine's file declares `engine() -> Engine`, which raises EngineError where the engine cannot be
used.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from mdnkit.discovery import unit_names
from mdnkit.errors import EngineError


@dataclass(frozen=True, slots=True)
class Completion:
    """How a piece of script ended."""

    value: Any = None
    """What it gave, where that is an object that commands accept."""
    error: str | None = None
    """The first line of what the engine says of an exception; the context knows the value."""
    line: int = 0
    """Where that came from, 1-based, for what the exception itself does not tell; 0 when unknown."""
    column: int = 1
    parses: bool = True
    """False when the engine says that the text is no script at all; not all engines say."""
    limit: str | None = None
    """`time` or `memory` when it was stopped for that; the context is of no more use."""


class Context(Protocol):
    """One global scope with its own time and memory."""

    def boot(self, kit: str, *texts: str) -> None:
        """Evaluate `kit`, a function, and call it with `texts`: its result answers commands."""

    def script(self, text: str) -> Completion:
        """Run a classic script."""

    def module(self, text: str) -> Completion:
        """Run a module script; its value is the promise of its end."""

    def drain(self) -> Completion:
        """Run all pending jobs."""

    def repeat(self, name: str, most: int) -> Completion:
        """Give a command at most so many times, each followed by all pending jobs, until it answers
        with nothing. Ends early, to say so, where a job throws.

        Raises LimitReached as `command` does.
        """

    def command(self, name: str, argument: Any = "") -> str:
        """Ask the model something; `argument` is text or the value of a completion.

        Raises LimitReached when there is no time or memory left for the answer.
        """

    def close(self) -> None:
        """Free what the context holds."""


class Engine(Protocol):
    """Makes contexts."""

    @property
    def name(self) -> str:
        """The name of the engine's file."""

    def context(self, seconds: float, megabytes: int) -> Context:
        """Return an empty context that may use so many seconds of processor time and megabytes."""


class LimitReached(Exception):
    """A command found no time or memory left. `limit` says of which."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


def repeat(context: Context, name: str, most: int) -> Completion:
    """Give a command again and again: `Context.repeat` for engines in this process."""
    for _ in range(most):
        if not context.command(name):
            break
        done = context.drain()
        if done.limit or done.error is not None:
            return done
    return Completion()


def engine(name: str) -> Engine:
    """Return the engine in the file `name`.

    Raises EngineError when there is none, or when it cannot be used here.
    """
    known = unit_names(__name__)
    if name not in known:
        raise EngineError(f"There is no engine {name}; known engines: {', '.join(known)}.")
    found: Engine = import_module(f"{__name__}.{name}").engine()
    return found
