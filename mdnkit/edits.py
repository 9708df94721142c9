"""Applies edits to a text, and writes files so that nothing is lost when a write is interrupted."""

import os
from collections.abc import Iterable
from pathlib import Path

from mdnkit.finding import Edit


def apply_edits(text: str, groups: Iterable[tuple[Edit, ...]]) -> str:
    """Return `text` with groups of edits applied, each group whole or not at all.

    A group that overlaps one taken earlier is left out; another round can take it.
    """
    taken: list[Edit] = []
    for group in groups:
        together = sorted((*taken, *group), key=lambda edit: edit.span)
        pairs = zip(together, together[1:], strict=False)
        if group and not any(_overlap(first, second) for first, second in pairs):
            taken = together
    for edit in reversed(taken):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _overlap(first: Edit, second: Edit) -> bool:
    """Two insertions at one place overlap too: their order would be a guess."""
    return second.span.start < first.span.end or second.span.start == first.span.start


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the content of `path`, keeping its mode; a failure leaves the old content. Raises OSError."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.mdnkit")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
