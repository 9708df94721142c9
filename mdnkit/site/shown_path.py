"""How reports show the path of a file."""

import os
from pathlib import Path


def shown_path(path: Path) -> str:
    """Return `path` as reports show it: relative to the current folder where it lies below it."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()
