"""Runs script files, in order, in one context of the model: for conformance suites and for trying
things out.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mdnkit.examples.engines import Engine, LimitReached
from mdnkit.examples.session import Session
from mdnkit.examples.task import ScriptError
from mdnkit.model.spelling import Spelling

MOST_TASKS = 20_000
"""Timers and other tasks that are run after the scripts."""

_EVERYTHING = Spelling(frozenset(), everything=True)
_GENEROUS = {"print": True, "repeats": 1000, "budget": 1_000_000}
_LIFE = {
    "Window": (("document", "DOMContentLoaded", "Event"), ("global", "load", "Event")),
    "ServiceWorkerGlobalScope": (
        ("global", "install", "InstallEvent"),
        ("global", "activate", "ExtendableEvent"),
    ),
    "SharedWorkerGlobalScope": (("global", "connect", "MessageEvent"),),
}
"""What happens to a scope once its scripts are loaded: target, event type, interface."""


class Report(NamedTuple):
    """What came of the scripts."""

    lines: tuple[str, ...]
    """What they logged."""
    errors: tuple[ScriptError, ...]
    limit: str | None
    """`time`, `memory` or `budget` when they were stopped for that."""


def run_scripts(
    engine: Engine, scope: str, sources: Sequence[str], *, html: str = "", url: str = "",
    seconds: float = 60.0, megabytes: int = 512,
    heard: Callable[[list[str]], None] = lambda lines: None,
) -> Report:  # fmt: skip
    """Run `sources` in order in one context of `scope`, then let time pass and the scope begin its
    life. `url` is the address of the document or worker; `heard` is called with what was logged after each step.

    Raises KeyError for an unknown scope.
    """
    settings = {**_GENEROUS, "url": url} if url else _GENEROUS
    session = Session(
        engine, scope, _EVERYTHING, seconds=seconds, megabytes=megabytes, html=html, **settings
    )
    lines: list[str] = []
    errors: tuple[ScriptError, ...] = ()
    limit: str | None = None
    try:
        for _ in _steps(session, scope, sources):
            new = session.lines()
            lines += new
            heard(new)
        end = session.end()
        errors, limit = (*end.syntax, *end.failures), end.limit
    except LimitReached as reached:
        limit = reached.limit
    finally:
        session.close()
    return Report(tuple(lines), errors, limit)


def _steps(session: Session, scope: str, sources: Sequence[str]) -> Iterator[None]:
    """Do one thing after the other; what was logged can be read after each."""
    for source in sources:
        session.load(source)
        yield
    for at, kind, interface in _LIFE.get(scope, ()):
        session.fire(tasks=0, at=at, type=kind, name=interface, flags={}, given={})
        yield
    session.pass_time(MOST_TASKS)
    yield
