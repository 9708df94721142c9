"""A data file with one definition a line, of which only the line asked for is parsed."""

import functools
import json
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

quoted = json.JSONEncoder().encode
"""Return a text as it stands in a data file; `json.dumps` finds out each time that there are no options."""


class LineTable:
    """The definitions of one file, whose lines are sorted; they are read on first use and kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @functools.cached_property
    def _lines(self) -> list[str]:
        """Each name in quotes, a colon and the definition."""
        return self._path.read_text(encoding="ascii").splitlines()[1:-1]

    @functools.cached_property
    def _names(self) -> list[str]:
        return [_name(line) for line in self._lines]

    def names(self) -> list[str]:
        """Return the names of all definitions, in the order of the file."""
        return self._names.copy()

    def line(self, name: str) -> str:
        """Return the definition of `name`, not yet parsed; empty where there is none."""
        begins = quoted(name) + ":"
        at = bisect_left(self._lines, begins)
        line = self._lines[at] if at < len(self._lines) else ""
        return line[len(begins) :] if line.startswith(begins) else ""

    def get(self, name: str) -> Any:
        """Return the definition of `name` as JSON gives it, or None where there is none."""
        line = self.line(name)
        return json.loads(line.removesuffix(",")) if line else None

    def has_below(self, beginning: str) -> bool:
        """Return whether the name of a definition begins so."""
        begins = quoted(beginning)[:-1]
        at = bisect_left(self._lines, begins)
        return at < len(self._lines) and self._lines[at].startswith(begins)

    def __contains__(self, name: str) -> bool:
        return bool(self.line(name))

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield every definition with its name."""
        table: dict[str, Any] = json.loads(self._path.read_text(encoding="ascii"))
        yield from table.items()

    def mentioning(self, text: str) -> list[str]:
        """Return the names of the definitions whose line contains `text`."""
        return [_name(line) for line in self._lines if text in line]


def _name(line: str) -> str:
    name = line[1 : line.index('":')]
    return str(json.loads(f'"{name}"')) if "\\" in name else name
