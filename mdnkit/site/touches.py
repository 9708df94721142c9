"""When the English pages were touched: one pass over the log, renames followed."""

import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mdnkit.site.repository import Repository, output

_MANY = 50
"""Paths from which on git is quicker with the whole folder than with a list of paths."""


class Move(NamedTuple):
    """A page came from another folder."""

    position: int
    """Of the commit that moved it."""
    former: str
    """The folder it had before."""


class Touches(NamedTuple):
    """The commits that touched pages, by the page's folder now.

    A position counts commits of the main line back from the newest, which is 0.
    """

    positions: Mapping[str, Sequence[int]]
    """Ascending: newest first."""
    moves: Mapping[str, Sequence[Move]]
    """Newest first."""

    def count_since(self, folder: str, position: int) -> int:
        """Return how many commits newer than `position` touched a page."""
        return bisect_left(self.positions.get(folder, ()), position)

    def folder_at(self, folder: str, position: int) -> str:
        """Return where the page stood right after the commit at `position`."""
        for move in self.moves.get(folder, ()):
            if move.position >= position:
                break
            folder = move.former
        return folder


def read_touches(
    repository: Repository,
    line: Mapping[str, int],
    oldest: int,
    folders: Iterable[str],
    renames: bool = False,
) -> Touches:
    """Return what touched the pages in `folders` since the commit at position `oldest`.

    `line` gives the position of each commit of the main line. With `renames`, pages are followed
    to where they stood before; that reads the whole folder. Raises HistoryError.
    """
    wanted = list(folders)
    commits = {position: commit for commit, position in line.items()}
    paths = [f"{repository.english}/{folder}/index.md" for folder in wanted]
    if renames or len(wanted) > _MANY:
        paths = [repository.english]
    since = (f"^{commits[oldest]}",) if oldest in commits else ()
    # Without the texts at hand only moves of unchanged pages can be seen.
    find = ("-M100%" if repository.partial else "-M", "-l0") if renames else ("--no-renames",)
    log = output(
        repository,
        *("log", "-z", "--first-parent", "-m", "--no-ext-diff", "--name-status", *find),
        *("--format=%H", repository.head, *since, "--", *paths),
    )
    return _Reader(repository.english, line, wanted).read(os.fsdecode(log))


class _Reader:
    """Reads a log from the newest commit to the oldest, knowing pages by the paths of the time."""

    def __init__(self, english: str, line: Mapping[str, int], folders: Sequence[str]) -> None:
        self._start = len(english) + 1
        self._line = line
        self._alias = {f"{english}/{folder}/index.md": folder for folder in folders}
        self._positions: dict[str, list[int]] = {}
        self._moves: dict[str, list[Move]] = {}

    def read(self, log: str) -> Touches:
        """Return what the output of `git log -z --name-status --format=%H` says."""
        position = -1
        parts = iter(log.split("\0"))
        for part in parts:
            if part in self._line:
                position = self._line[part]
            elif part:
                status = part.lstrip("\n")
                former = next(parts) if status[0] in "RC" else ""
                self._touch(position, status[0], former, next(parts))
        return Touches(self._positions, self._moves)

    def _touch(self, position: int, status: str, former: str, path: str) -> None:
        folder = self._alias.get(path)
        if folder is None:
            return
        self._positions.setdefault(folder, []).append(position)
        if status in "RAC":
            # What stood at this path before is another page.
            del self._alias[path]
        if status == "R":
            self._alias[former] = folder
            self._moves.setdefault(folder, []).append(Move(position, _folder(former, self._start)))


def _folder(path: str, start: int) -> str:
    return path[start:].rpartition("/")[0]
