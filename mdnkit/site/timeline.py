"""The main line of the English history: which commit is how old, and what touched pages since."""

import functools
from collections.abc import Collection, Mapping

from mdnkit.site import git
from mdnkit.site.repository import Repository, output
from mdnkit.site.touches import Touches, read_touches


class Timeline:
    """Positions of commits on the main line, and touches of pages; what was read is kept."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._positions: dict[str, int] = {}
        self._reach = 0
        self._followed: Touches | None = None

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

    def touches(self, oldest: int, folders: Collection[str]) -> Touches:
        """Return what touched the pages in `folders` since a position, while they stood there."""
        return read_touches(self._repository, self._line, oldest, folders)

    def followed(self, oldest: int, folders: Collection[str]) -> Touches:
        """Return what touched the pages in `folders` since a position, renames followed.

        `folders` are those of all pages, so that the answer serves every later question.
        """
        if self._followed is None or self._reach < oldest:
            # Somebody who asks again will ask often: the second time the whole history is read.
            self._reach = oldest if self._followed is None else max(oldest, len(self._line))
            self._followed = read_touches(
                self._repository, self._line, self._reach, folders, renames=True
            )
        return self._followed
