"""A data file with one definition a line, of which only the line asked for is parsed."""

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_NAME = re.compile(r'^("(?:[^"\\]|\\.)*"):', re.MULTILINE)


class LineTable:
    """The definitions of one file; the text is read on first use and kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The whole file."""
        if self._text is None:
            self._text = self._path.read_text(encoding="ascii")
        return self._text

    def names(self) -> list[str]:
        """Return the names of all definitions, in the order of the file, which is sorted."""
        return [json.loads(match[1]) for match in _NAME.finditer(self.text)]

    def get(self, name: str) -> Any:
        """Return the definition of `name` as JSON gives it, or None where there is none."""
        line = self._lines.get(json.dumps(name))
        return None if line is None else json.loads(line.removesuffix(","))

    def __contains__(self, name: str) -> bool:
        return json.dumps(name) in self._lines

    @functools.cached_property
    def _lines(self) -> dict[str, str]:
        """What stands behind the names, not yet parsed; names as the file has them, in quotes."""
        found: dict[str, str] = {}
        for line in self.text.splitlines()[1:-1]:
            end = line.index('":') + 1
            found[line[:end]] = line[end + 1 :]
        return found

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield every definition with its name."""
        table: dict[str, Any] = json.loads(self.text)
        yield from table.items()

    def mentioning(self, text: str) -> list[str]:
        """Return the names of the definitions whose line contains `text`."""
        lines = (line for line in self.text.split("\n") if text in line)
        return [json.loads(match[1]) for line in lines if (match := _NAME.match(line))]
