"""V8 in this process: https://pypi.org/project/mini-racer/

The package lets jobs run after every call, has no modules and says of an exception no more than its
text: a module that imports nothing becomes an asynchronous function, and the model looks for the
error that the text tells of.
"""

import asyncio
import contextlib
import os
import re
import time
from collections.abc import Coroutine
from typing import Any

from mdnkit.errors import EngineError
from mdnkit.examples.engines import Completion, Context, LimitReached, repeat
from mdnkit.examples.module_text import as_function, read_module

_PATIENCE = 5
"""Seconds of the clock for each second of processor time: for scripts that wait without working."""

_START = """(kit, ...texts) => {
  const { call } = Function.prototype;
  const indexOf = call.bind(String.prototype.indexOf);
  const slice = call.bind(String.prototype.slice);
  const model = kit(...texts);
  return function () {
    "use strict";
    if (typeof this !== "string") return model("watch", this);
    const at = indexOf(this, " ");
    return model(slice(this, 0, at), slice(this, at + 1));
  };
}"""
"""Makes the model a function of its `this`: a command and its argument, or a value to watch."""

_PLACE = re.compile(r"(<anonymous>|undefined):(\d+): (.*)")
"""Where an exception comes from: a script, or a text that the model evaluated; and what it is."""
_CARET = re.compile(r"^( *)\^", re.MULTILINE)


def engine() -> "V8":
    """Return the engine. From now on the local time of this process is UTC and its language English.

    Raises EngineError when mini-racer is not installed.
    """
    os.environ.update({"TZ": "UTC", "LC_ALL": "en_US.UTF-8", "LANGUAGE": "en_US"})
    try:
        import py_mini_racer
    except (ImportError, OSError) as error:
        raise EngineError("The package mini-racer is missing: pip install mini-racer.") from error
    return V8(py_mini_racer)


class V8:
    """Makes contexts, each with a heap of its own."""

    name = "v8"

    def __init__(self, package: Any) -> None:
        self._package = package
        self._loop = asyncio.new_event_loop()

    def context(self, seconds: float, megabytes: int) -> Context:
        """Return an empty context that may use so many seconds of processor time and megabytes."""
        return V8Context(self._package, self._loop, seconds, megabytes)


class V8Context:
    """One global scope. Its time counts from its making, over all calls."""

    def __init__(
        self, package: Any, loop: asyncio.AbstractEventLoop, seconds: float, megabytes: int
    ) -> None:
        self._package = package
        self._loop = loop
        self._opened = contextlib.ExitStack()
        # A value that Python has no form for ends the package's call without an answer.
        self._unanswered: asyncio.Future[None] | None = None
        loop.set_exception_handler(self._note_unanswered)
        self._end = time.process_time() + seconds
        self._late = time.monotonic() + seconds * _PATIENCE
        self._model: Any = None
        self._limit: str | None = None
        self._racer: Any = loop.run_until_complete(self._open())
        self._racer.set_hard_memory_limit(megabytes << 20)

    async def _open(self) -> Any:
        return self._opened.enter_context(self._package.mini_racer(self._loop))

    def _note_unanswered(
        self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]
    ) -> None:  # fmt: skip
        if self._unanswered is not None and not self._unanswered.done():
            self._unanswered.set_result(None)

    def boot(self, kit: str, *texts: str) -> None:
        """Evaluate `kit`, a function, and call it with `texts`: its result answers commands."""
        start = self._attempt(self._racer.eval_cancelable(_START)).value
        function = self._attempt(self._racer.eval_cancelable(kit)).value
        self._model = self._attempt(start.cancelable()(function, *texts)).value
        if self._model is None:
            raise EngineError("The model does not start in V8.")

    def script(self, text: str) -> Completion:
        """Run a classic script, and the jobs that it leaves."""
        return self._attempt(self._racer.eval_cancelable(_encodable(text)))

    def module(self, text: str) -> Completion:
        """Run a module script that imports nothing; its value is the promise of its end."""
        module = read_module(text)
        if module is None or module.sources:
            return Completion(error="ReferenceError: could not load module")
        return self.script(as_function(module))

    def drain(self) -> Completion:
        """Do nothing: jobs run at the end of every call."""
        return Completion(limit=self._limit)

    def repeat(self, name: str, most: int) -> Completion:
        """Give a command at most so many times, each followed by all pending jobs."""
        return repeat(self, name, most)

    def command(self, name: str, argument: Any = "") -> str:
        """Ask the model something; `argument` is text or the value of a completion.

        Raises LimitReached when there is no time or memory left for the answer.
        """
        # Arguments would be put into a list, with methods that scripts can replace.
        asked = _encodable(f"{name} {argument}") if isinstance(argument, str) else argument
        done = self._attempt(self._model.cancelable()(this=asked))
        if done.limit:
            raise LimitReached(done.limit)
        if done.error is not None or not isinstance(done.value, str):
            raise EngineError(f"The model failed at the command {name}.")
        return done.value

    def close(self) -> None:
        """Free what the context holds."""
        self._model = self._racer = None
        self._loop.run_until_complete(self._shut())

    async def _shut(self) -> None:
        self._opened.close()

    def _attempt(self, call: Coroutine[Any, Any, Any]) -> Completion:
        if self._limit:
            call.close()
            return Completion(limit=self._limit)
        try:
            value = self._loop.run_until_complete(self._in_time(call))
        except self._package.JSOOMException:
            self._limit = "memory"
        except self._package.JSEvalException as error:
            parses = not isinstance(error, self._package.JSParseException)
            return _failed(str(error), parses)
        if self._limit:
            return Completion(limit=self._limit)
        # Of all that Python has a form for, the model wants promises and texts.
        is_kept = isinstance(value, str | int | float | self._package.JSObject)
        return Completion(value=value if is_kept else None)

    async def _in_time(self, call: Coroutine[Any, Any, Any]) -> Any:
        """Wait for a call as long as there is processor time, then stop it."""
        task = self._loop.create_task(call)
        self._unanswered = self._loop.create_future()
        waiting: set[asyncio.Future[Any]] = {task, self._unanswered}
        while not task.done() and not self._unanswered.done():
            left = self._end - time.process_time()
            if left <= 0 or time.monotonic() > self._late:
                self._limit = "time"
                break
            await asyncio.wait(
                waiting, timeout=max(left, 0.01), return_when=asyncio.FIRST_COMPLETED
            )
        if task.done():
            return task.result()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return None


def _failed(text: str, parses: bool) -> Completion:
    """Return what the text of an exception tells: the place, and the first line of the error."""
    match = _PLACE.match(text)
    if match is None:
        return Completion(error=text.partition("\n")[0], parses=parses)
    caret = _CARET.search(text)
    return Completion(
        error=match[3],
        line=int(match[2]) if match[1] == "<anonymous>" else 0,
        column=len(caret[1]) + 1 if caret else 1,
        parses=parses,
    )


def _encodable(text: str) -> str:
    """Return `text` without halves of surrogate pairs, which UTF-8 has no form for."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
