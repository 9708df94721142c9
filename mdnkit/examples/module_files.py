"""Fences of a page that are the module files which others import: MDN names the file in a comment on the first line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mdnkit.examples.extract import Example
from mdnkit.examples.module_text import Module, read_module, requested
from mdnkit.examples.names import free_names
from mdnkit.examples.task import Task

MOST_FILES = 12
"""Files of the page that are loaded before an example at most."""

_FILE = re.compile(
    r"^\s*(?://|/\*)\s*(?:--\s*)?(?:(?:in|file|module)\s+)?[\"'`]?([\w./-]+\.m?js)[\"'`]?(?:\s*--)?\s*(?:\*/)?\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def file_of(code: str) -> str:
    """Return the name of the file that code says it is, in its first line; empty where it shows several files or none."""
    found = _FILE.findall(code)
    first = _FILE.match(code.partition("\n")[0])
    return first[1] if first is not None and len(found) == 1 else ""


def is_same_file(specifier: str, file: str) -> bool:
    """Return whether a specifier leads to the file of that name, wherever the folders of the two begin."""
    wanted = re.sub(r"[?#].*", "", specifier).split("/")
    have = file.split("/")
    parts = [[part for part in one if part not in ("", ".", "..")] for one in (wanted, have)]
    for one in parts:
        one[-1:] = [re.sub(r"\.m?js$", "", part) for part in one[-1:]]
    least = min(map(len, parts))
    return least > 0 and parts[0][-least:] == parts[1][-least:]


def module_files(example: Example, page: Sequence[Example]) -> tuple[Example, ...]:
    """Return the examples of the page that are the modules which one imports, each after those that it imports itself.

    Empty where a name would mean two things: what modules import are properties of one global object here.
    """
    found: dict[int, Example] = {}
    for one in _before(example, page, (example,)):
        found.setdefault(id(one), one)
    files = tuple(found.values())
    meant: dict[str, tuple[str, str]] = {}
    for one in (*files, example):
        for each in _imports(one):
            if meant.setdefault(each[0], each[1:]) != each[1:]:
                return ()
    return files if len(files) <= MOST_FILES else ()


def _before(
    example: Example, page: Sequence[Example], path: tuple[Example, ...]
) -> Iterator[Example]:
    for specifier in requested(example.code):
        other = _provider(example, specifier, page)
        if other is None or any(other is one for one in path):
            continue
        yield from _before(other, page, (*path, other))
        yield other


def _provider(example: Example, specifier: str, page: Sequence[Example]) -> Example | None:
    """Return the example that is the file of a specifier and exports what is imported: the nearest before, else the next."""
    start = example.block.span.start
    before = [one for one in page if one.block.span.start < start][::-1]
    after = [one for one in page if one.block.span.start > start]
    for other in (*before, *after):
        file = "" if other.is_bad or other.inline else file_of(other.code)
        if file and is_same_file(specifier, file) and _offers(other, example, specifier):
            return other
    return None


def _offers(other: Example, example: Example, specifier: str) -> bool:
    module, own = read_module(other.code), read_module(example.code)
    if module is None or module.passes_on:
        return False
    if {local for _, local in module.exports} & {*free_names(other.code)}:
        return False
    names = {name for name, _ in module.exports}
    wanted = [one for one in own.imports if one.source == specifier] if own else []
    if not names:
        return own is not None and specifier in own.sources and not wanted
    return all(one.name in names or one.name == "*" for one in wanted)


def _imports(example: Example) -> Iterator[tuple[str, str, str]]:
    module = read_module(example.code)
    for one in module.imports if module else ():
        yield one.local, one.name, one.source.rpartition("/")[2]


def module_settings(task: Task) -> Mapping[str, Any]:
    """Return what a context is told of the modules that the scripts of a task import.

    `imports`: for each binding its name, what its module calls it, the file that is at hand, and the specifier; a module
    of which nothing is bound is told with empty names. `files`: what is at hand.
    """
    rows: list[tuple[str, str, str, str]] = []
    for index, source in enumerate(task.sources):
        is_last = index == len(task.sources) - 1
        module: Module | None = None
        if ("from" in source or "import" in source) and (
            index < len(task.files) or (task.module and is_last)
        ):
            module = read_module(source)
        if module is None:
            continue
        bound = {one.source for one in module.imports}
        rows += [
            (one.local, one.name, _at_hand(one.source, task), one.source) for one in module.imports
        ]
        rows += [("", "", _at_hand(one, task), one) for one in module.sources if one not in bound]
    return {"imports": rows, "files": task.files}


def _at_hand(specifier: str, task: Task) -> str:
    return next((file for file in task.files if is_same_file(specifier, file)), "")
