"""A unified diff of texts, which `patch -p1` and `git apply` take."""

import re
from collections.abc import Iterable

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WITHOUT_END = "\\ No newline at end of file\n"


def unified_diff(path: str, before: str, after: str) -> str:
    """Return the difference of a file's texts; empty when they are the same. Only a line feed ends a line."""
    from difflib import unified_diff as lines_of_diff

    name = path.removeprefix("/")
    old, new = _LINE.findall(before), _LINE.findall(after)
    return "".join(_ended(lines_of_diff(old, new, f"a/{name}", f"b/{name}")))


def _ended(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_WITHOUT_END}"
