"""What the folders hold at one moment."""

import functools
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mdnkit.site.outline import Outline

FEW = 300
"""Fewer folders are listed sooner than it is found out that nothing has changed in any."""


class Listing:
    """Reads every folder once: finding the pages of a run and looking for what has changed walk the same trees."""

    def __init__(self, earlier: "Callable[[], Outline | None] | None" = None) -> None:
        """`earlier` gives what an earlier run has seen; None where no earlier run counts."""
        self.began = time.time_ns()
        """In nanoseconds."""
        self.counts_earlier = earlier is not None
        self._earlier = earlier
        self._entries: dict[str, list[os.DirEntry[str]]] = {}

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """Return what is in `folder`, named by its absolute path. Raises OSError where it cannot be read."""
        found = self._entries.get(folder)
        if found is None:
            with os.scandir(folder) as entries:
                found = self._entries[folder] = list(entries)
        return found

    def has_read_in(self, folder: str) -> bool:
        """Return whether a folder, named by its absolute path, or one below it was read."""
        below = os.path.join(folder, "")
        return any(path == folder or path.startswith(below) for path in self._entries)

    @functools.cached_property
    def unchanged(self) -> "Outline | None":
        """What an earlier run has seen below the roots, when all of it is as it was."""
        outline = self._earlier() if self._earlier else None
        return outline if outline is not None and outline.is_unchanged() else None

    @property
    def is_long(self) -> bool:
        """Whether so many folders were read that an earlier run may know sooner what the others hold."""
        return len(self._entries) >= FEW
