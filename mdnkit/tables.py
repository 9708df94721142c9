"""Tables are written in TOML, for people, and read from `tables.json`, which a test makes of them.

Reading TOML would take longer than checking a page. A table that was changed since is read as TOML.
"""

import functools
import json
import os
import zlib
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
KEPT = PACKAGE / "tables.json"
"""For each file: the checksum of its text, and what it holds."""


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds. Raises OSError when it cannot be read."""
    text = path.read_bytes()
    checksum, table = _kept().get(table_name(path), (None, {}))
    return table if checksum == zlib.crc32(text) else parse_table(text)


def table_name(path: Path) -> str:
    """Return the name under which `tables.json` has a file."""
    return os.path.relpath(path, PACKAGE).replace(os.sep, "/")


def parse_table(text: bytes) -> dict[str, Any]:
    """Return what the text of a TOML file says. Raises `tomllib.TOMLDecodeError`."""
    import tomllib

    return tomllib.loads(text.decode("utf-8"))


@functools.cache
def _kept() -> dict[str, tuple[int, dict[str, Any]]]:
    try:
        kept: dict[str, tuple[int, dict[str, Any]]] = json.loads(KEPT.read_bytes())
    except OSError:
        return {}
    return kept
