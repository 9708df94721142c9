"""Runs of earlier commands, found by the hash of all that they depend on: the scripts and the markup around them, the model,
the engines and this program.

What is not exactly as it was written, or was written by another program, is never used: the file is thrown away.
"""

import contextlib
import json
import sqlite3
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mdnkit.config import Config
from mdnkit.errors import EngineError
from mdnkit.examples.task import Run, Task, run_from_json
from mdnkit.site.cache_folder import folder_of_results, prepare, program
from mdnkit.site.fingerprint import content_hash

Json = Any

_ENGINES = ("_quickjs", "py_mini_racer", "markdown_it", "mdurl")
"""Packages besides mdnkit that runs depend on."""

_TOGETHER = 500
"""Values that are written at a time."""

_MOST_BYTES = 400 << 20
"""A larger file is begun anew."""

_PATIENCE = 2.0
"""Seconds to wait for another command that writes to the file."""

_DAMAGED = (sqlite3.DatabaseError, zlib.error, ValueError, TypeError, KeyError, RecursionError)


class RunCache:
    """What one file keeps, by key. Threads may share it; trouble with the file is none of the caller's."""

    def __init__(self, path: Path, program_name: str) -> None:
        self._path = path
        self._program = program_name
        self._lock = threading.Lock()
        self._new: dict[str, Json] = {}
        self._connection: sqlite3.Connection | None = None
        self._connection = self._open() or self._anew()

    def key(self, *parts: str) -> str:
        """Return the key of what depends on `parts` and on this program alone."""
        text = "\0".join((self._program, *parts))
        return content_hash(text.encode("utf-8", "surrogatepass"))

    def get(self, key: str) -> Json | None:
        """Return the value of a key; None where there is none that can be trusted."""
        with self._lock:
            if key in self._new:
                return self._new[key]
            if self._connection is None:
                return None
            try:
                row = self._connection.execute("SELECT value FROM runs WHERE key = ?", (key,))
                found = row.fetchone()
                return None if found is None else _unpacked(key, found[0])
            except sqlite3.OperationalError:
                return None
            except _DAMAGED:
                self._connection = self._anew()
                return None

    def put(self, key: str, value: Json) -> None:
        """Keep a value."""
        with self._lock:
            self._new[key] = value
            if len(self._new) >= _TOGETHER:
                self._write()

    def close(self) -> None:
        """Write what is new."""
        with self._lock:
            self._write()
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _write(self) -> None:
        rows = [(key, _packed(key, value)) for key, value in self._new.items()]
        self._new.clear()
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?)", rows)
        except sqlite3.OperationalError:
            # Somebody else writes, or the disk is full: the next command runs these again.
            return
        except sqlite3.DatabaseError:
            self._connection = self._anew()

    def _open(self) -> sqlite3.Connection | None:
        """Return the file, opened; None where it is not one that this program wrote."""
        connection = None
        try:
            if self._path.is_symlink() or (
                self._path.exists() and self._path.stat().st_size > _MOST_BYTES
            ):
                return None
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE IF NOT EXISTS program (name TEXT)")
            connection.execute("CREATE TABLE IF NOT EXISTS runs (key TEXT PRIMARY KEY, value BLOB)")
            names = [name for (name,) in connection.execute("SELECT name FROM program")]
            if not names:
                with connection:
                    connection.execute("INSERT INTO program VALUES (?)", (self._program,))
            if names in ([], [self._program]):
                return connection
        except (sqlite3.Error, OSError):
            pass
        if connection is not None:
            connection.close()
        return None

    def _anew(self) -> sqlite3.Connection | None:
        """Throw the file away and begin another; None where that cannot be done."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return None
        return self._open()


def open_run_cache(config: Config) -> RunCache | None:
    """Return what earlier commands kept; None where nothing can be kept."""
    folder = folder_of_results(config)
    if folder is None:
        return None
    try:
        prepare(folder)
    except OSError:
        return None
    return RunCache(folder / "examples.sqlite3", program(_ENGINES))


def cached(
    run: Callable[[Task], Run], cache: RunCache | None, engine: str
) -> Callable[[Task], Run]:
    """Return a function that runs a task in `engine` unless its run is known. The failure of an engine is not kept."""
    if cache is None:
        return run

    def look_up_or_run(task: Task) -> Run:
        key = cache.key("run", engine, json.dumps(task.to_json(), sort_keys=True))
        known = cache.get(key)
        if known is not None:
            with contextlib.suppress(*_DAMAGED):
                return run_from_json(known)
        found = run(task)
        if found.error is None or found.error.name != EngineError.__name__:
            cache.put(key, found.to_json())
        return found

    return look_up_or_run


def _packed(key: str, value: Json) -> bytes:
    data = json.dumps(value, separators=(",", ":")).encode()
    return zlib.compress(content_hash(key.encode() + data).encode() + data, 1)


def _unpacked(key: str, blob: bytes) -> Json:
    """Return the value in a blob. Raises ValueError where it is not what `_packed` made for this key."""
    text = zlib.decompress(blob)
    digest, data = text[:32], text[32:]
    if digest.decode("ascii") != content_hash(key.encode() + data):
        raise ValueError(key)
    return json.loads(data)
