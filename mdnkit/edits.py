"""Applies edits to a text, and writes files so that nothing is lost when a write is interrupted."""

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mdnkit.errors import WriteError
from mdnkit.finding import Edit
from mdnkit.messages import _
from mdnkit.span import Span


def apply_edits(text: str, groups: Iterable[tuple[Edit, ...]]) -> str:
    """Return `text` with groups of edits applied, each group whole or not at all.

    A group that overlaps one taken earlier is left out; another round can take it.
    """
    taken: list[Edit] = []
    places = _Places(bytearray(len(text) + 1), bytearray(len(text) + 1))
    for group in groups:
        for number, edit in enumerate(group):
            if _overlaps(places, edit.span):
                for earlier in group[:number]:
                    _mark(places, earlier.span, 0)
                break
            _mark(places, edit.span, 1)
        else:
            taken += group
    parts: list[str] = []
    end = 0
    for edit in sorted(taken):
        parts += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    return "".join((*parts, text[end:]))


class _Places(NamedTuple):
    """Which offsets of a text edits have taken; a question about one takes as long however many there are."""

    starts: bytearray
    """1 where an edit begins."""
    insides: bytearray
    """1 between the start and the end of an edit."""


def _overlaps(places: _Places, span: Span) -> bool:
    """Return whether a span overlaps what is taken. Two insertions at one place do too: their order would be a guess."""
    begins_inside = places.starts[span.start] or places.insides[span.start]
    return bool(begins_inside) or places.starts.find(1, span.start + 1, span.end) != -1


def _mark(places: _Places, span: Span, mark: int) -> None:
    places.starts[span.start] = mark
    if span.end > span.start:
        places.insides[span.start + 1 : span.end] = bytes([mark]) * (span.end - span.start - 1)


def replace_content(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` into a file that still has `before`.

    Raises WriteError, and leaves the file alone, when it was changed meanwhile, may not be written to, or cannot be.
    """
    try:
        status = path.stat()
        if not stat.S_IMODE(status.st_mode) & 0o222:
            reason = _("it is read-only")
        elif status.st_nlink > 1:
            reason = _(
                "it has another name, a hard link, that would keep the old text; copy it to a file of its own"
            )
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
    """Replace the content of `path`, keeping its mode and its owner; a failure leaves the old content. Raises OSError."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.mdnkit")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            _make_alike(temporary, target.stat())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _make_alike(path: Path, status: os.stat_result) -> None:
    """Give a new file the owner, as far as this user may, and the mode of another one."""
    mine = path.stat()
    if hasattr(os, "chown") and (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
        with contextlib.suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    path.chmod(stat.S_IMODE(status.st_mode))
