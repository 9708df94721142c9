"""QuickJS-ng in this process: https://pypi.org/project/quickjs-ng/"""

import os
import time
from collections.abc import Callable
from typing import Any

from mdnkit.errors import EngineError
from mdnkit.examples.engines import Completion, Context, LimitReached, repeat

_NO_MEMORY = "null"
"""What the engine says of an exception that there was no memory to make. Scripts can throw null too,
the model does not.
"""

_ROOM = 64 << 10
"""Bytes that the model has to have for an answer."""

_CLOCK_EVERY = 500
"""Jobs between two looks at the clock: the engine's own limit covers one job at a time."""


def engine() -> "QuickJs":
    """Return the engine. From now on the local time of this process is UTC.

    Raises EngineError when quickjs-ng is not installed, or hidden by another package of the same
    modules.
    """
    # The engine asks the C library for the time zone of dates.
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        import _quickjs
    except ImportError as error:
        raise EngineError("The package quickjs-ng is missing: pip install quickjs-ng.") from error
    # The archived package quickjs installs the same modules; whichever was unpacked last wins
    # without a word.
    if _quickjs.Context().eval("typeof Error.captureStackTrace") != "function":
        message = (
            "The package quickjs hides quickjs-ng: "
            "pip uninstall quickjs, then pip install --force-reinstall quickjs-ng."
        )
        raise EngineError(message)
    return QuickJs()


class QuickJs:
    """Makes contexts that share nothing."""

    name = "quickjs"

    def context(self, seconds: float, megabytes: int) -> Context:
        """Return an empty context that may use so many seconds of processor time and megabytes."""
        return QuickJsContext(seconds, megabytes)


class QuickJsContext:
    """One global scope. Its time counts from its making, over all calls."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        import _quickjs

        self._thrown: type[Exception] = _quickjs.JSException
        self._object: type[Any] = _quickjs.Object
        self._context: Any = _quickjs.Context()
        self._most_bytes = megabytes << 20
        self._context.set_memory_limit(self._most_bytes)
        self._end = time.process_time() + seconds
        self._model: Any = None
        self._limit: str | None = None

    def boot(self, kit: str, *texts: str) -> None:
        """Evaluate `kit`, a function, and call it with `texts`: its result answers commands."""
        self._model = self._context.eval(kit)(*texts)

    def script(self, text: str) -> Completion:
        """Run a classic script."""
        return self._attempt(self._context.eval, text)

    def module(self, text: str) -> Completion:
        """Run a module script; its value is the promise of its end."""
        return self._attempt(self._context.module, text)

    def drain(self) -> Completion:
        """Run all pending jobs."""
        return self._attempt(self._run_jobs)

    def _run_jobs(self) -> None:
        job = self._context.execute_pending_job
        while True:
            for _ in range(_CLOCK_EVERY):
                if not job():
                    return
            left = self._end - time.process_time()
            if left <= 0:
                self._limit = "time"
                return
            self._context.set_time_limit(left)

    def repeat(self, name: str, most: int) -> Completion:
        """Give a command at most so many times, each followed by all pending jobs."""
        return repeat(self, name, most)

    def command(self, name: str, argument: Any = "") -> str:
        """Ask the model something; `argument` is text or the value of a completion.

        Raises LimitReached when there is no time or memory left for the answer.
        """
        done = self._attempt(self._model, name, argument)
        if done.limit or done.error == _NO_MEMORY:
            raise LimitReached(done.limit or "memory")
        if done.error is not None:
            if self._is_full():
                raise LimitReached("memory")
            raise EngineError(f"The model failed at the command {name}.")
        return str(done.value)

    def _is_full(self) -> bool:
        """Tell whether there is hardly memory left: then anything may fail, with any exception or an empty one."""
        used: int = self._context.memory()["malloc_size"]
        return used > self._most_bytes - _ROOM

    def close(self) -> None:
        """Free what the context holds."""
        self._model = self._context = None

    def _attempt(self, run: Callable[..., Any], *arguments: Any) -> Completion:
        left = self._end - time.process_time()
        if left <= 0:
            self._limit = self._limit or "time"
        if self._limit:
            return Completion(limit=self._limit)
        # The engine's limit is one of each call.
        self._context.set_time_limit(left)
        try:
            value = run(*arguments)
        except self._thrown as error:
            text = str(error).partition("\n")[0]
            self._limit = _limit_in(text)
            return Completion(error=None if self._limit else text, limit=self._limit)
        except TypeError:
            # The wrapper has no Python value for a BigInt: "Unknown quickjs tag". The script has
            # ended normally.
            return Completion()
        except MemoryError:
            self._limit = "memory"
        return Completion(value=None if self._limit else value, limit=self._limit)


def _limit_in(message: str) -> str | None:
    """Return the limit that the text of an exception tells of."""
    if message.startswith("InternalError: interrupted"):
        return "time"
    if message.startswith("InternalError: out of memory"):
        return "memory"
    return None
