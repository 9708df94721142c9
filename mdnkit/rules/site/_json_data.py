"""The files of `jsondata` beside `en-us`, from which MDN makes sidebars and diagrams."""

import functools
from pathlib import Path
from typing import Any


@functools.cache
def json_data(content: Path, name: str) -> dict[str, Any]:
    """Return what `jsondata/NAME.json` below `content` has by name; nothing where it is missing or something else."""
    import json

    try:
        data = json.loads((content / "jsondata" / f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    tables = data if isinstance(data, list) else [data]
    return {
        key: value for table in tables if isinstance(table, dict) for key, value in table.items()
    }
