"""What every answer of a site depends on, in one value: the content of all files below its roots, and the history."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from mdnkit.errors import HistoryError
from mdnkit.page.page import Page
from mdnkit.site import git
from mdnkit.site.file_bytes import file_bytes
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


Facts = tuple[int, int, int, int]
"""What the disk says of a file or a folder without reading it: its size, when it and its status were last changed (in
nanoseconds), its number. There are tens of thousands, and a class of their own would double the time to get them."""

facts_of: Callable[[os.stat_result], Facts] = attrgetter(
    "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"
)
"""Return what is kept of a status."""


class Stamp(NamedTuple):
    """What the disk says of a file, and a hash of what was read when it last said so."""

    facts: Facts
    digest: str
    """Empty where nothing was read yet."""


class Names(NamedTuple):
    """What is below the roots of a site, each by its absolute path."""

    folders: list[str]
    files: list[str]
    irregular: list[str]
    """Symbolic links, and whatever else is neither."""
    unlisted: list[str]
    """Folders that could not be read."""


class Files(NamedTuple):
    """All files below the roots of a site, and the folders that hold them, each by its absolute path."""

    stamps: Mapping[str, Stamp]
    folders: Mapping[str, Facts]
    began: int
    """When one began to look at them, in nanoseconds."""
    is_complete: bool
    """Whether all folders and files could be read."""

    def settled(self) -> Mapping[str, Stamp]:
        """Return the stamps that can be relied on later: of files that were not changed just before."""
        return {path: s for path, s in self.stamps.items() if self.is_settled(s.facts)}

    def is_settled(self, facts: Facts) -> bool:
        """Return whether the next change of a file or folder would show."""
        _size, modified, changed, _number = facts
        return max(modified, changed) < self.began - _GRANULARITY

    def unread(self) -> list[str]:
        """Return the files whose text was not read yet."""
        return [path for path, stamp in self.stamps.items() if not stamp.digest]

    def with_contents(self, contents: Mapping[str, str]) -> "Files":
        """Return the same with what was read meanwhile of the files that were `unread`: hashes by path."""
        read = {path: Stamp(self.stamps[path].facts, contents[path]) for path in self.unread()}
        stamps = {**self.stamps, **read}
        is_readable = not any(stamp.digest.startswith(UNREADABLE) for stamp in stamps.values())
        return self._replace(stamps=stamps, is_complete=self.is_complete and is_readable)

    def are_settled(self) -> bool:
        """Return whether everything could be read, and the next change of any file or folder would show."""
        facts = [*(stamp.facts for stamp in self.stamps.values()), *self.folders.values()]
        last = (max(map(itemgetter(time), facts), default=0) for time in (1, 2))
        return self.is_complete and max(last) < self.began - _GRANULARITY


def read_files(
    site: Site, known: Mapping[str, Stamp], listing: Listing | None = None, jobs: int = 1
) -> Files:
    """Return all files below the roots; those that look as they are `known` are not read again.

    Folders are read through `listing`; `jobs` as of `spread`.
    """
    return with_contents(look_at_files(site, known, listing), jobs)


def with_contents(files: Files, jobs: int = 1) -> Files:
    """Return the same files with what has to be read of them."""
    chunks = spread(read_contents, files.unread(), jobs)
    return files.with_contents({path: content for chunk in chunks for path, content in chunk})


def look_at_files(site: Site, known: Mapping[str, Stamp], listing: Listing | None = None) -> Files:
    """Return the same without reading any text: what does not look as it is `known` is still to be read."""
    listing = listing or Listing()
    return look_at(names_below(site, listing), known, listing.began, {})


def names_below(site: Site, listing: Listing) -> Names:
    """Return what the folders below the roots hold, as `listing` says it."""
    names = Names([], [], [], [])
    pending = [os.path.abspath(root) for root in site.roots.all()]
    while pending:
        folder = pending.pop()
        try:
            entries = listing.entries(folder)
        except OSError:
            names.unlisted.append(folder)
            continue
        names.folders.append(folder)
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                names.files.append(entry.path)
            elif not entry.is_dir(follow_symlinks=False):
                names.irregular.append(entry.path)
            elif entry.name not in SKIPPED:
                pending.append(entry.path)
    return names


def look_at(
    names: Names, known: Mapping[str, Stamp], began: int, contents: Mapping[str, str]
) -> Files:
    """Return what the disk says of everything named; `began`: when one began to list the names, in nanoseconds.

    `contents`: hashes by path of what was read since.
    """
    stamps: dict[str, Stamp] = {}
    folders = _facts_by_path(os.stat, names.folders)
    paths = [*names.files, *names.irregular]
    files = _facts_by_path(os.lstat, paths)
    is_complete = (
        not names.unlisted and len(folders) == len(names.folders) and len(files) == len(paths)
    )
    irregular = frozenset(names.irregular)
    for path, facts in files.items():
        before = known.get(path)
        if before and before.facts == facts:
            stamps[path] = before
        else:
            # What a link leads to can change while the link does not.
            content = _content(path) if path in irregular else contents.get(path, "")
            stamps[path] = Stamp(facts, content)
    return Files(stamps, folders, began, is_complete)


def _facts_by_path(
    status: Callable[[str], os.stat_result], paths: Sequence[str]
) -> dict[str, Facts]:
    """Return what the disk says of paths; those of which it says nothing are left out."""
    found: dict[str, Facts] = {}
    pairs = zip(paths, map(facts_of, map(status, paths)), strict=True)
    while True:
        # Without a step of ours for each path; where one fails, those behind it are still to come.
        try:
            found.update(pairs)
        except OSError:
            continue
        return found


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


def read_contents(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Return a hash of what each path holds."""
    return [(path, _content(path)) for path in paths]


def _content(path: str) -> str:
    """Return a hash of what a path holds: a text, or where a symbolic link leads and what is there."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            return LINK + content_hash(os.fsencode(f"{os.readlink(path)}\0{_facts(path)}"))
        if not stat.S_ISREG(mode):
            return SPECIAL
        return content_hash(file_bytes(path))
    except OSError as error:
        return f"{UNREADABLE}{error.errno}"


def content_of(page: Page) -> str:
    """Return a hash of the bytes of a page; empty where they could not be read."""
    return "" if page.unreadable else content_hash(page.source.encode())


def content_hash(data: bytes) -> str:
    """Return 32 hexadecimal digits that stand for `data`: half a SHA-256, which processors have instructions for."""
    return hashlib.sha256(data, usedforsecurity=False).hexdigest()[:32]


def _facts(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return "missing"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
