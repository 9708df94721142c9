"""Applies edits to a text, and writes files so that nothing is lost when a write is interrupted."""

import os
import stat
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path

from mdnkit.errors import WriteError
from mdnkit.finding import Edit
from mdnkit.messages import _
from mdnkit.span import Span


def apply_edits(text: str, groups: Iterable[tuple[Edit, ...]]) -> str:
    """Return `text` with groups of edits applied, each group whole or not at all.

    A group that overlaps one taken earlier is left out; another round can take it.
    """
    taken: list[Edit] = []
    for group in groups:
        for number, edit in enumerate(group):
            at = bisect_left(taken, edit.span, key=_span)
            if any(_overlap(edit, other) for other in taken[max(0, at - 1) : at + 1]):
                for earlier in group[:number]:
                    taken.remove(earlier)
                break
            taken.insert(at, edit)
    parts: list[str] = []
    end = 0
    for edit in taken:
        parts += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    return "".join((*parts, text[end:]))


def _span(edit: Edit) -> Span:
    return edit.span


def _overlap(one: Edit, other: Edit) -> bool:
    """Two insertions at one place overlap too: their order would be a guess."""
    first, second = sorted((one.span, other.span))
    return second.start < first.end or second.start == first.start


def replace_content(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` into a file that still has `before`.

    Raises WriteError, and leaves the file alone, when it was changed meanwhile, may not be written to, or cannot be.
    """
    try:
        if not stat.S_IMODE(path.stat().st_mode) & 0o222:
            reason = _("it is read-only")
        elif path.read_bytes() != before:
            reason = _("it was changed meanwhile; run mdnkit again")
        else:
            write_atomically(path, after)
            return
    except OSError as error:
        reason = error.strerror or str(error)
    message = _("{path} was not changed: {reason}.")
    raise WriteError(message.format(path=path, reason=reason))


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
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
