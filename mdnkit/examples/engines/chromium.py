"""An installed Chromium, through Playwright: pip install mdnkit[chromium]

The browser has no network. Each context is a worker of a blank page, whose global object is emptied
for the model: the same model as in other engines runs in the language as the browser has it.
"""

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mdnkit.errors import EngineError
from mdnkit.examples.engines import Completion, Context, LimitReached

VARIABLE = "MDNKIT_CHROMIUM"
"""The environment variable that names the browser's program."""

_PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
_MAC = "/Applications/{0}.app/Contents/MacOS/{0}"
_PLACES = (
    _MAC.format("Google Chrome"),
    _MAC.format("Chromium"),
    _MAC.format("Microsoft Edge"),
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--enable-features=SharedArrayBuffer",
    "--lang=en-US",
    "--no-first-run",
)
_PATIENCE = 4
"""Seconds of the clock for each second of processor time: a browser does not tell what it used."""

_START = 10
"""Seconds of the clock for the model to start in a new worker."""


def program(environment: Mapping[str, str] = os.environ) -> str:
    """Return the path of an installed browser: the one that MDNKIT_CHROMIUM names, else the first known.

    Raises EngineError when there is none.
    """
    named = environment.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise EngineError(f"{VARIABLE} names no program: {named}.")
        return found
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    found = found or next((place for place in _PLACES if Path(place).exists()), None)
    if found is None:
        raise EngineError(
            f"No Chromium, Chrome or Edge was found: install one, or let {VARIABLE} name its program."
        )
    return found


def engine() -> "Chromium":
    """Return the engine. The browser is started with the first context.

    Raises EngineError when Playwright or a browser is missing.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise EngineError(
            "The package playwright is missing: pip install mdnkit[chromium]."
        ) from error
    return Chromium(sync_playwright, program())


class Chromium:
    """One browser and one page of it, which are replaced when they break."""

    name = "chromium"

    def __init__(self, start: Any, path: str) -> None:
        self._start = start
        self._path = path
        self._playwright: Any = None
        self._browser: Any = None
        self._page: Any = None
        self._made = 0

    def context(self, seconds: float, megabytes: int) -> Context:
        """Return an empty context that may use so many seconds of processor time and megabytes."""
        self._made += 1
        return ChromiumContext(self, self._made, seconds)

    def page(self) -> Any:
        """Return the page that contexts live in."""
        if self._page is None:
            if self._browser is None or not self._browser.is_connected():
                self._browser = self._launch()
            own = self._browser.new_context(
                offline=True, locale="en-US", timezone_id="UTC", service_workers="block"
            )
            own.route("**/*", lambda route: route.abort())
            self._page = own.new_page()
            script = Path(__file__).with_suffix(".js").read_text("utf-8")
            self._page.evaluate(script)
        return self._page

    def drop_page(self) -> None:
        """Forget a page that broke; the next context gets another."""
        page, self._page = self._page, None
        if page is None:
            return
        try:
            page.context.close()
        except self.errors:
            self._browser = None

    @property
    def errors(self) -> type[Exception]:
        """What Playwright raises."""
        from playwright.sync_api import Error

        kind: type[Exception] = Error
        return kind

    def _launch(self) -> Any:
        self._playwright = self._playwright or self._start().start()
        arguments = [*_ARGUMENTS]
        # Chromium does not start as root inside its sandbox.
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")
        arguments.append("--js-flags=--max-old-space-size=256")
        try:
            return self._playwright.chromium.launch(
                executable_path=self._path, headless=True, args=arguments
            )
        except self.errors as error:
            first = str(error).partition("\n")[0]
            raise EngineError(f"{self._path} does not start: {first}") from error

    def close(self) -> None:
        """End the browser."""
        if self._browser is not None:
            self._browser.close()
        if self._playwright is not None:
            self._playwright.stop()
        self._playwright = self._browser = self._page = None


class ChromiumContext:
    """One worker. Its time counts from its start, by the clock."""

    def __init__(self, browser: Chromium, number: int, seconds: float) -> None:
        self._browser = browser
        self._number = number
        self._limit: str | None = None
        self._page: Any = None
        self._seconds = seconds
        self._end = 0.0
        self._is_promise = False

    def boot(self, kit: str, *texts: str) -> None:
        """Evaluate `kit`, a function, and call it with `texts`: its result answers commands."""
        done = self._begin(kit, *texts)
        if done.limit:
            # What an earlier script left behind brings down the process of the page.
            done = self._begin(kit, *texts)
        if done.error is not None or done.limit:
            reason = done.error or f"it reaches a limit of {done.limit}"
            raise EngineError(f"The model does not start in the browser: {reason}.")
        self._end = time.monotonic() + self._seconds * _PATIENCE

    def _begin(self, kit: str, *texts: str) -> Completion:
        """Open a worker and start the model in it."""
        self._limit = None
        self._end = time.monotonic() + _START
        try:
            self._page = self._browser.page()
            self._page.evaluate("(id) => mdnkit.open(id)", self._number)
        except self._browser.errors:
            self._broken("memory")
        return self._ask("boot", kit, *texts)

    def script(self, text: str) -> Completion:
        """Run a classic script, and the jobs that it leaves."""
        return self._run("script", text)

    def module(self, text: str) -> Completion:
        """Run a module script; its value is the promise of its end."""
        return self._run("module", text)

    def _run(self, kind: str, text: str) -> Completion:
        done = self._ask(kind, text)
        if done.limit or done.error is None:
            return Completion(value=_PROMISE if self._is_promise else None, limit=done.limit)
        parses = not done.error.startswith("SyntaxError: ")
        # The model gets the exception itself before it is told of it.
        self._ask("thrown")
        return Completion(error=done.error.partition("\n")[0], parses=parses)

    def drain(self) -> Completion:
        """Do nothing: jobs run at the end of every call."""
        return Completion(limit=self._limit)

    def repeat(self, name: str, most: int) -> Completion:
        """Give a command at most so many times, each followed by all pending jobs."""
        done = self._ask("repeat", name, most)
        if done.limit:
            raise LimitReached(done.limit)
        if done.error is not None:
            raise EngineError(f"The model failed at the command {name}.")
        return Completion()

    def command(self, name: str, argument: Any = "") -> str:
        """Ask the model something; `argument` is text or the value of a completion.

        Raises LimitReached when there is no time or memory left for the answer.
        """
        done = self._ask("watch") if argument is _PROMISE else self._ask("command", name, argument)
        if done.limit:
            raise LimitReached(done.limit)
        if done.error is not None or not isinstance(done.value, str):
            raise EngineError(f"The model failed at the command {name}.")
        return done.value

    def close(self) -> None:
        """End the worker."""
        if self._page is not self._browser._page:
            return
        try:
            self._page.evaluate("(id) => mdnkit.end(id)", self._number)
        except self._browser.errors:
            self._browser.drop_page()

    def _ask(self, name: str, *values: str | int) -> Completion:
        left = self._end - time.monotonic()
        if left <= 0:
            self._limit = self._limit or "time"
        if self._limit:
            return Completion(limit=self._limit)
        given = [self._number, name, list(values), left * 1000]
        try:
            answer = self._page.evaluate(
                "([id, name, values, left]) => mdnkit.ask(id, name, values, left)", given
            )
        except self._browser.errors:
            # The process of the page ended: only memory brings that about.
            return self._broken("memory")
        if answer is None:
            return self._broken("time")
        value, error, self._is_promise = answer
        return Completion(value=value, error=error)

    def _broken(self, limit: str) -> Completion:
        """Give up the page, which may be full of what the script left or wait for it."""
        self._browser.drop_page()
        self._limit = limit
        return Completion(limit=limit)


_PROMISE = object()
"""Stands for the last value in a context, which stays there."""
