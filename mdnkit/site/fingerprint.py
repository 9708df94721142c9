"""What every answer of a site depends on, in one value: the content of all files below its roots, and the history."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mdnkit.errors import HistoryError
from mdnkit.site import git
from mdnkit.site.listing import Listing
from mdnkit.site.site import Site
from mdnkit.spread import spread

SKIPPED = frozenset((".git", ".mdnkit_cache"))
"""Folders that no answer depends on, and that change without a page changing."""

LINK = "link "
UNREADABLE = "unreadable "
SPECIAL = "special"
"""What begins the digest of a file that is none, or that is not known by its content."""

_GRANULARITY = 2_000_000_000
"""Nanoseconds within which a file can change twice and keep its times, on the coarsest file systems."""


class Stamp(NamedTuple):
    """What the disk says of a file without reading it, and a hash of what was read when it last said so."""

    size: int
    modified: int
    changed: int
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Files:
    """All files below the roots of a site."""

    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """By absolute path."""

    @property
    def digest(self) -> str:
        """A hash of all paths and contents."""
        lines = (f"{path}\0{stamp.digest}\0" for path, stamp in sorted(self.stamps.items()))
        return content_hash("".join(lines).encode("utf-8", "surrogateescape"))

    def settled(self) -> "Files":
        """Return the files whose stamps can be relied on later: those that were not changed just now."""
        limit = time.time_ns() - _GRANULARITY
        return Files({p: s for p, s in self.stamps.items() if max(s.modified, s.changed) < limit})


def read_files(site: Site, known: Files, listing: Listing | None = None, jobs: int = 1) -> Files:
    """Return all files below the roots; those that look as they are `known` are not read again.

    Folders are read through `listing`; `jobs` as of `spread`.
    """
    listing = listing or Listing()
    stamps: dict[str, Stamp] = {}
    unread: list[tuple[str, int]] = []
    known_stamp = known.stamps.get
    for root in site.roots.all():
        for path, found in _walk(os.path.abspath(root), listing):
            facts = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            before = known_stamp(path)
            if before is not None and before[:4] == facts:
                stamps[path] = before
            else:
                stamps[path] = Stamp(*facts, "")
                unread.append((path, found.st_mode))
    for contents in spread(_contents, unread, jobs):
        for path, content in contents:
            stamps[path] = stamps[path]._replace(digest=content)
    return Files(stamps)


def history_digest(site: Site) -> str | None:
    """Return a hash of what the history can answer from: its head, its refs, its objects; None when it cannot be read."""
    try:
        repository = site.history.repository if site.history else None
    except HistoryError:
        return None
    if repository is None:
        return "none"
    parts = [repr(repository)]
    for arguments in (("for-each-ref",), ("count-objects", "-v")):
        answer = git.run(repository.place, *arguments)
        if answer.code:
            return None
        parts.append(answer.output.decode("utf-8", "surrogateescape"))
    for name in ("FETCH_HEAD", "shallow", "objects/pack", "objects/info/alternates"):
        parts.append(_facts(os.path.join(repository.folder, name)))
    return content_hash("\0".join(parts).encode("utf-8", "surrogateescape"))


def file_facts(paths: Iterable[str]) -> str:
    """Return a hash of size and times of files."""
    return content_hash(
        "\0".join(f"{path}\0{_facts(path)}" for path in paths).encode("utf-8", "surrogateescape")
    )


def _walk(root: str, listing: Listing) -> Iterator[tuple[str, os.stat_result]]:
    pending = [root]
    while pending:
        try:
            entries = listing.entries(pending.pop())
        except OSError:
            continue
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                try:
                    found = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                yield entry.path, found
            elif entry.name not in SKIPPED:
                pending.append(entry.path)


def _contents(files: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    return [(path, _content(path, mode)) for path, mode in files]


def _content(path: str, mode: int) -> str:
    """Return a hash of what a path holds: a text, or where a symbolic link leads and what is there."""
    if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
        return SPECIAL
    try:
        if stat.S_ISLNK(mode):
            return LINK + content_hash(os.fsencode(f"{os.readlink(path)}\0{_facts(path)}"))
        with open(path, "rb") as file:
            return content_hash(file.read())
    except OSError as error:
        return f"{UNREADABLE}{error.errno}"


def content_hash(data: bytes) -> str:
    """Return 32 hexadecimal digits that stand for `data`."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _facts(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return "missing"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
