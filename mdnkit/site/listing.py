"""What the folders hold at one moment."""

import os


class Listing:
    """Reads every folder once: finding the pages of a run and looking for what has changed walk the same trees."""

    def __init__(self) -> None:
        self._entries: dict[str, list[os.DirEntry[str]]] = {}

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """Return what is in `folder`, named by its absolute path. Raises OSError where it cannot be read."""
        found = self._entries.get(folder)
        if found is None:
            with os.scandir(folder) as entries:
                found = self._entries[folder] = list(entries)
        return found

    def forget(self) -> None:
        """Free what was read; processes that are started now need not carry it."""
        self._entries.clear()
