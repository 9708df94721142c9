"""The ways in which an example is tried: alone, as a module, after other fences of its page, joined with those of its
sample. The first that works counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from mdnkit.examples.assumed_names import ENGINE_NAMES
from mdnkit.examples.difference import Difference
from mdnkit.examples.extract import Example
from mdnkit.examples.module_files import file_of, module_files
from mdnkit.examples.names import free_names, top_level_names
from mdnkit.examples.task import Run, Task

SECONDS = 1.0
"""Processor time of one context of an example; examples that teach take milliseconds."""
MEGABYTES = 128
"""Memory of one context."""
MOST_BEFORE = 12
"""Fences of the page that are loaded before an example at most."""

_MODULE_WORDS = re.compile(r"\b(?:await|import|export|using)\b")
_NOTHING_DEFINED = re.compile(r"ReferenceError|is not defined|\btypeof\b.*undefined")
_ABOUT = re.compile(r"Web/API/(\w+)")

RunTask = Callable[[Task], Run]


class Attempt(NamedTuple):
    """The run that counts for an example."""

    run: Run
    after: tuple[Example, ...] = ()
    """The examples of the page that were loaded before it."""
    joined: bool = False
    """It is one script with the other fences of its sample."""
    difference: Difference | None = None
    """What it does otherwise than the English example."""


def attempt(
    example: Example,
    scope: str,
    page: Sequence[Example],
    run: RunTask,
    is_long: Callable[[], bool] = lambda: False,
) -> Attempt:
    """Return the best run of an example in `scope`; `page` has all examples of its page, in order.

    No further way is tried once `is_long` says that it has taken enough time.
    """
    alone = Attempt(run(task_of(example, scope)))
    if alone.run.syntax_error is not None:
        alone = next(_parsed(example, scope, run), alone)
    if alone.joined or alone.run.syntax_error is not None or not _lacks(alone.run):
        return alone
    found = alone
    files = module_files(example, page)
    if files:
        with_files = Attempt(run(task_of(example, scope, files)), files)
        found = with_files if _is_better(with_files.run, found.run) else found
    for other in _with_others(example, scope, page, run, found):
        if _is_better(other.run, found.run):
            found = other
        if not _lacks(found.run) or is_long():
            break
    return found


def task_of(example: Example, scope: str, files: Sequence[Example] = ()) -> Task:
    """Return what the engine is given to run an example after the module files that it imports."""
    about = _ABOUT.match(example.page.slug)
    return Task(
        sources=(*(one.code for one in files), example.code),
        files=tuple(file_of(one.code) for one in files),
        before=len(files),
        scope=scope,
        module=example.is_module,
        html=example.html if scope == "Window" else "",
        assume=_NOTHING_DEFINED.search(example.code) is None,
        about=about[1] if about else "",
        seconds=SECONDS,
        megabytes=MEGABYTES,
    )


def _lacks(run: Run) -> bool:
    """Return whether a run needs names or modules that another fence of the page could define."""
    return bool(set(run.needs) - ENGINE_NAMES or run.modules)


def _is_better(run: Run, than: Run) -> bool:
    """Return whether a run needs less than another and fails nowhere else for it."""
    if run.syntax_error is not None or run.limit is not None:
        return False
    lacks, lacked = ((len(one.needs), len(one.modules)) for one in (run, than))
    return lacks < lacked and (run.error is None or bool(than.error))


def _parsed(example: Example, scope: str, run: RunTask) -> Iterator[Attempt]:
    """Yield the runs in which code that is no script parses: as a module, or joined with the fences of its sample."""
    for code, joined in ((example.code, False), (example.together, True)):
        for module in (False, True):
            if (joined and code == example.code) or (not joined and module is example.is_module):
                continue
            if module and not _MODULE_WORDS.search(code):
                continue
            task = replace(task_of(example, scope), sources=(code,), module=module)
            found = run(task)
            if found.syntax_error is None:
                yield Attempt(found, joined=joined)


def _with_others(
    example: Example, scope: str, page: Sequence[Example], run: RunTask, base: Attempt
) -> Iterator[Attempt]:
    """Yield runs after the fences that define what it needs after `base`, those of its own sample first.

    An example that has what it needs may come so far that it needs more.
    """
    tried: list[tuple[Example, ...]] = []
    own = [one for one in page if _belong(one, example)]
    for others in (own, page):
        rest = [one for one in others if not any(one is file for file in base.after)]
        wanted = base.run.needs
        chosen = _providers(example, rest, wanted)
        while chosen and chosen not in tried:
            tried.append(chosen)
            task = task_of(example, scope, base.after)
            after = (*base.after, *chosen)
            sources = (*(one.code for one in after), example.code)
            html = _document(example, after) if scope == "Window" else ""
            found = run(replace(task, sources=sources, html=html, before=len(after)))
            yield Attempt(found, after)
            wanted += tuple(name for name in found.needs if name not in wanted)
            chosen = _providers(example, rest, wanted)


def _document(example: Example, before: Sequence[Example]) -> str:
    """Return the markup that an example finds when others were loaded before it: theirs where it has none of its own."""
    theirs = dict.fromkeys(one.html for one in before if one.html)
    return example.html or "\n".join(theirs)


def _belong(one: Example, other: Example) -> bool:
    """Return whether two examples are parts of one sample, or stand in one section."""
    samples = set(other.info.live_samples)
    return bool(samples & set(one.info.live_samples)) if samples else one.section == other.section


def _providers(
    example: Example, others: Sequence[Example], needs: Sequence[str]
) -> tuple[Example, ...]:
    """Return the fences that define `needs`, and what those use in turn, in the order of the page.

    Of several that define a name the nearest before the example counts, else the first after it.
    """
    order = {id(one): index for index, one in enumerate(others)}
    start = example.block.span.start
    before = [one for one in others if one.block.span.start < start][::-1]
    after = [one for one in others if one.block.span.start > start]
    usable = [one for one in (*before, *after) if not (one.is_bad or one.is_signature)]
    chosen: dict[int, Example] = {}
    taken = set(_defined(example.code))
    wanted = list(needs)
    while wanted and len(chosen) < MOST_BEFORE:
        name = wanted.pop(0)
        if name in taken:
            continue
        found = next((one for one in usable if name in _defined(one.code)), None)
        # Two scripts that declare the same name do not run in one page.
        if found is None or _defined(found.code) & taken:
            continue
        chosen[id(found)] = found
        taken |= _defined(found.code)
        wanted += _used(found.code)
    return tuple(sorted(chosen.values(), key=lambda one: order[id(one)]))


@lru_cache(maxsize=4096)
def _defined(code: str) -> frozenset[str]:
    return top_level_names(code)


@lru_cache(maxsize=4096)
def _used(code: str) -> tuple[str, ...]:
    return free_names(code)
