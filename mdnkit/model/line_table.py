"""A data file with one definition a line, of which only the line asked for is parsed."""

import functools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class LineTable:
    """The definitions of one file; the text is read on first use and kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        """Return the names of all definitions, in the order of the file, which is sorted."""
        return list(self._lines)

    def line(self, name: str) -> str:
        """Return the definition of `name`, not yet parsed; empty where there is none."""
        return self._lines.get(name, "")

    def get(self, name: str) -> Any:
        """Return the definition of `name` as JSON gives it, or None where there is none."""
        line = self._lines.get(name)
        return None if line is None else _parsed(line)

    def __contains__(self, name: str) -> bool:
        return name in self._lines

    @functools.cached_property
    def _lines(self) -> dict[str, str]:
        """What stands behind the names, not yet parsed."""
        found: dict[str, str] = {}
        for line in self._path.read_text(encoding="ascii").split("\n"):
            name, colon, definition = line.partition('":')
            if colon:
                found[json.loads(f'{name}"') if "\\" in name else name[1:]] = definition
        return found

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield every definition with its name."""
        return ((name, _parsed(line)) for name, line in self._lines.items())

    def mentioning(self, text: str) -> list[str]:
        """Return the names of the definitions in which `text` stands."""
        return [name for name, line in self._lines.items() if text in line]


def _parsed(line: str) -> Any:
    return json.loads(line.removesuffix(","))
