"""All folders and files below the roots of a site, to find out without listing or reading any that nothing has changed."""

import os
import pickle
from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from mdnkit.site.fingerprint import (
    LINK,
    SPECIAL,
    UNREADABLE,
    Facts,
    Files,
    content_hash,
    facts_of,
)

_TIMES_TELL = os.name == "posix"
"""Whether the times of a folder tell of every name that is added or taken away; on Windows that is up to the file system."""


class Outline(NamedTuple):
    """What a run has seen, by absolute path, sorted."""

    folders: list[str]
    """A name that is added to one, taken away or given to something else changes the times of the folder."""
    files: list[str]
    """Whatever is no folder."""
    irregular: list[str]
    """Those of them that are not known by their content."""
    digest: str
    """A hash of all paths and contents."""
    facts: str
    """A hash of what the disk says of each folder and file; empty where a change might not show in it."""

    def has_folder(self, path: str) -> bool:
        """Return whether a folder is among those that were seen."""
        at = bisect_left(self.folders, path)
        return self.folders[at : at + 1] == [path]

    def is_unchanged(self) -> bool:
        """Return whether everything is certain to be as it was."""
        if not self.facts:
            return False
        try:
            found = chain(map(os.stat, self.folders), map(os.lstat, self.files))
            return _hash(map(facts_of, found)) == self.facts
        except OSError:
            return False


def outline_of(files: Files) -> Outline:
    """Return the outline of files that were read."""
    folders, paths = sorted(files.folders), sorted(files.stamps)
    stamps = [files.stamps[path] for path in paths]
    facts = chain(map(files.folders.__getitem__, folders), (stamp.facts for stamp in stamps))
    contents = [stamp.digest for stamp in stamps]
    irregular = [
        path
        for path, content in zip(paths, contents, strict=True)
        if content.startswith((LINK, SPECIAL, UNREADABLE))
    ]
    digest = content_hash("\0".join((*paths, *contents)).encode("utf-8", "surrogateescape"))
    said = _hash(facts) if _TIMES_TELL and files.are_settled() else ""
    return Outline(folders, paths, irregular, digest, said)


def _hash(facts: Iterable[Facts]) -> str:
    """Return a hash of the facts of each folder and file, one after the other."""
    # Numbers become bytes by pickle in a quarter of the time that `repr` takes; nothing is ever read from them.
    return content_hash(pickle.dumps(list(chain.from_iterable(facts)), 4))
