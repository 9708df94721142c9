"""How reports show the path of a file."""

import os
from pathlib import Path


def shown_path(path: Path | str) -> str:
    """Return a path relative to the current folder where it lies below it, else the absolute one; with `/`."""
    return os.path.abspath(path).removeprefix(os.path.join(os.getcwd(), "")).replace(os.sep, "/")
