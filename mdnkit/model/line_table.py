"""A data file with one definition a line, of which only the line asked for is parsed."""

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
        key = f"\n{json.dumps(name)}:"
        start = self.text.find(key)
        if start < 0:
            return None
        start += len(key)
        return json.loads(self.text[start : self.text.index("\n", start)].removesuffix(","))

    def __contains__(self, name: str) -> bool:
        return f"\n{json.dumps(name)}:" in self.text

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield every definition with its name."""
        table: dict[str, Any] = json.loads(self.text)
        yield from table.items()

    def mentioning(self, text: str) -> list[str]:
        """Return the names of the definitions whose line contains `text`."""
        lines = (line for line in self.text.split("\n") if text in line)
        return [json.loads(match[1]) for line in lines if (match := _NAME.match(line))]
