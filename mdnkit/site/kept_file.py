"""Writes files of the user's cache folder: what can be made again, so that failing to keep it is no failure."""

import contextlib
import os
from pathlib import Path


def keep(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, making its folder; where that cannot be done, nothing is written."""
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(file)
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)
