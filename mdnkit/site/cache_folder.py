"""The folder in which runs keep what they can find out again, and what tells one program from another there."""

import contextlib
import os
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import mdnkit
from mdnkit.config import Config
from mdnkit.site.fingerprint import file_facts
from mdnkit.site.repository import cache_folder

FOLDER = ".mdnkit_cache"

_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder holds what mdnkit can find out again. See https://bford.info/cachedir/
"""


def folder_of_results(config: Config) -> Path | None:
    """Return where results are kept: beside the configuration file; without one, with what the user's programs keep.

    None where a link stands in its place: what it leads to belongs to somebody else.
    """
    folder = cache_folder() / "check" if config.file is None else config.base / FOLDER
    return None if folder.is_symlink() else folder


def prepare(folder: Path) -> None:
    """Make the folder, which git and backups leave alone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        with contextlib.suppress(FileExistsError), (folder / name).open("x") as file:
            file.write(text)


def program(packages: Iterable[str]) -> str:
    """Return what tells this mdnkit, the packages it depends on and its Python from others."""
    package = os.path.dirname(os.path.abspath(str(mdnkit.__file__)))
    paths: list[str] = []
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        paths += [os.path.join(folder, name) for name in sorted(names)]
    found = (find_spec(name) for name in packages)
    paths += [spec.origin for spec in found if spec and spec.origin]
    return f"{sys.version} {file_facts(paths)}"
