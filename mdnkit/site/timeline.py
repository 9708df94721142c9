"""The main line of the English history: which commit is how old, and what touched a few pages since."""

import functools
import os
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from mdnkit.site import git
from mdnkit.site.repository import Repository, output


class Timeline:
    """Positions of commits on the main line, counted back from the newest, which is 0."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._positions: dict[str, int] = {}

    @functools.cached_property
    def _line(self) -> Mapping[str, int]:
        listed = output(self._repository, "rev-list", "--first-parent", self._repository.head)
        return {commit: position for position, commit in enumerate(listed.decode().split())}

    def position(self, commit: str) -> int:
        """Return how many commits of the main line `commit` (40 hexadecimal digits) does not have.

        0 when it is the newest, or newer than that; also when the commit is unknown.
        """
        if commit in self._line:
            return self._line[commit]
        if commit not in self._positions:
            arguments = ("--count", "--first-parent", self._repository.head, f"^{commit}")
            answer = git.run(self._repository.place, "rev-list", *arguments)
            self._positions[commit] = int(answer.output or 0)
        return self._positions[commit]

    def counts(self, pages: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
        """Return how many commits newer than a position touched each page (folder, position).

        Raises HistoryError.
        """
        asked = list(pages)
        oldest = max((position for _folder, position in asked), default=0)
        touches = self._touches(oldest, {folder for folder, _position in asked}) if oldest else {}
        return {page: bisect_left(touches.get(page[0], ()), page[1]) for page in asked}

    def _touches(self, oldest: int, folders: Collection[str]) -> Mapping[str, Sequence[int]]:
        """Return the positions of the commits that touched each page since the commit at `oldest`, newest first."""
        english = self._repository.english
        commits = {position: commit for commit, position in self._line.items()}
        since = (f"^{commits[oldest]}",) if oldest in commits else ()
        names = {f"{english}/{folder}/index.md": folder for folder in folders}
        log = output(
            self._repository,
            *("log", "-z", "--first-parent", "-m", "--no-ext-diff", "--name-status"),
            *("--no-renames", "--format=%H", self._repository.head, *since, "--", *names),
        )
        found: dict[str, list[int]] = {}
        position = -1
        parts = iter(os.fsdecode(log).split("\0"))
        for part in parts:
            if part in self._line:
                position = self._line[part]
            elif part:
                path = next(parts)
                if folder := names.get(path, ""):
                    found.setdefault(folder, []).append(position)
                    if part.lstrip("\n") == "A":
                        # What stood at this path before is another page.
                        del names[path]
        return found
