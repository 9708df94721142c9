"""How reports show the path of a file."""

import functools
import os
from pathlib import Path


def shown_path(path: Path | str) -> str:
    """Return a path relative to the current folder where it lies below it, else the absolute one; with `/`."""
    return os.path.abspath(path).removeprefix(_beginning(os.getcwd())).replace(os.sep, "/")


@functools.cache
def _beginning(folder: str) -> str:
    """Return what the paths of everything in a folder begin with."""
    return os.path.join(folder, "")
