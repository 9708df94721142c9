"""What touched each English page, kept in a file of the user's cache folder and extended by what is new.

Reading the whole log of MDN takes seconds; the file holds what was read of the main line, and `git log` is asked
only for the commits that came since. A file that is damaged, or belongs to another history, is made anew.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.site.kept_file import keep
from mdnkit.site.repository import Repository, output
from mdnkit.site.slug import is_safe

FORMAT = 1
"""Number of the file's form; files of another are made anew."""

_NOTHING = "0" * 40
"""What git writes for the content of a page that is not there."""
_EVENTS = re.compile(r"(?:[0-9]{1,9} [A-Z] [0-9a-f]{40} [^\t\n\0]*\t)+")
_RECORD = re.compile(r":[0-7]{6} ([0-7]{6}) [0-9a-f]{40} ([0-9a-f]{40}) ([A-Z])[0-9]*")
_COMMIT = re.compile("[0-9a-f]{40}")


class Event(NamedTuple):
    """A commit of the main line that touched a page."""

    number: int
    """Of the commit: 1 is the oldest."""
    status: str
    """As git writes it: A added, M modified, D deleted, R renamed to this folder."""
    blob: str
    """The id of the page's content after it; empty when it is gone."""
    former: str
    """The folder before a rename, else empty."""
    folder: str
    """Where the page stood after it."""


class Version(NamedTuple):
    """A state of an English page."""

    commit: str
    """The commit of the main line that made it."""
    folder: str
    """Where the page stood then."""


class HistoryIndex:
    """Answers from the main line of one history. Numbers of commits count from 1, the oldest."""

    def __init__(self, commits: Sequence[str], pages: Mapping[str, str]) -> None:
        self.commits = commits
        """The main line, oldest first."""
        self._numbers = {commit: number for number, commit in enumerate(commits, 1)}
        self._pages = pages
        self._own: dict[str, tuple[Event, ...]] = {}

    def number(self, commit: str) -> int:
        """Return the number of a commit; 0 when it is not part of the main line."""
        return self._numbers.get(commit, 0)

    def blob_at(self, folder: str, number: int) -> str:
        """Return the id of the page in exactly that folder after a commit; empty when there was none."""
        for event in self._events(folder):
            if event.number <= number:
                return event.blob
        return ""

    def events(self, folder: str) -> tuple[Event, ...]:
        """Return what touched the page that is now in `folder`, newest first, renames followed."""
        found: list[Event] = []
        before = len(self.commits) + 1
        where: str | None = folder
        while where is not None:
            here, where = where, None
            for event in self._events(here):
                if event.number >= before:
                    continue
                found.append(event)
                if event.status in "RAC":
                    # What stood in this folder before is another page.
                    where = event.former if event.status == "R" else None
                    before = event.number
                    break
        return tuple(found)

    def versions(self, folder: str) -> tuple[Version, ...]:
        """Return the states of the page that is now in `folder`, newest first, renames followed."""
        events = (event for event in self.events(folder) if event.blob)
        return tuple(Version(self.commits[event.number - 1], event.folder) for event in events)

    def count_since(self, folder: str, number: int) -> int:
        """Return how many commits newer than that touched a page, given by its folder now."""
        return sum(event.number > number for event in self.events(folder))

    def folder_at(self, folder: str, number: int) -> str:
        """Return where the page that is now in `folder` stood after a commit."""
        for event in self.events(folder):
            if event.number <= number:
                return event.folder
            folder = event.former or folder
        return folder

    def _events(self, folder: str) -> tuple[Event, ...]:
        """Return what happened in exactly that folder, newest first."""
        known = self._own.get(folder)
        if known is None:
            newest = len(self.commits)
            events = []
            for line in self._pages.get(folder, "").split("\t")[:-1]:
                number, status, blob, former = line.split(" ", 3)
                if int(number) <= newest:
                    blob = "" if blob == _NOTHING else blob
                    events.append(Event(int(number), status, blob, former, folder))
            known = self._own[folder] = tuple(events)
        return known


def index_file(repository: Repository, cache: Path) -> Path:
    """Return the file that holds the index of a repository."""
    name = "\n".join((repository.folder, repository.english, str(repository.partial)))
    key = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
    return cache / "history" / f"{key}.index.json"


def open_index(repository: Repository, cache: Path) -> HistoryIndex:
    """Return the index of a repository, up to date; raises HistoryError when git fails.

    Where `cache` cannot be written, it is read anew each time.
    """
    file = index_file(repository, cache)
    listed = output(repository, "rev-list", "--first-parent", "--reverse", repository.head)
    commits = listed.decode().split()
    known, pages = _load(file) or ([], {})
    shared = min(len(known), len(commits))
    if known[:shared] != commits[:shared]:
        known, pages, shared = [], {}, 0
    if shared < len(commits):
        pages = _extended(pages, _read(repository, commits, shared))
        _save(file, commits, pages)
    return HistoryIndex(commits, pages)


def _extended(pages: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {**pages, **{folder: events + pages.get(folder, "") for folder, events in new.items()}}


def _read(repository: Repository, commits: Sequence[str], known: int) -> dict[str, str]:
    """Return what the commits after the first `known` ones did, by folder, newest first."""
    # Without the texts at hand only moves of unchanged pages can be seen.
    find = "-M100%" if repository.partial else "-M"
    since = (f"^{commits[known - 1]}",) if known else ()
    log = output(
        repository,
        *("log", "-z", "--first-parent", "-m", "--root", "--no-ext-diff", "--raw", "--no-abbrev"),
        *(find, "-l0", "--format=%H", repository.head, *since, "--", repository.english),
    )
    numbers = {commit: number for number, commit in enumerate(commits, 1)}
    start, ending = len(repository.english) + 1, "/index.md"
    pages: dict[str, list[str]] = {}

    def note(path: str, event: str) -> str:
        folder = path[start : -len(ending)] if path.endswith(ending) else ""
        if folder and is_safe(folder):
            pages.setdefault(folder, []).append(event)
        return folder

    number = 0
    parts = iter(os.fsdecode(log).split("\0"))
    for part in parts:
        record = _RECORD.fullmatch(part.lstrip("\n"))
        if record is None:
            number = numbers.get(part, number)
            continue
        mode, blob, status = record.groups()
        blob = blob if mode.startswith("100") else _NOTHING
        former = ""
        if status in "RC":
            former = next(parts)
            if status == "R":
                former = note(former, f"{number} D {_NOTHING} \t")
        note(next(parts), f"{number} {status} {blob} {former if status == 'R' else ''}\t")
    return {folder: "".join(events) for folder, events in pages.items()}


def _save(file: Path, commits: Sequence[str], pages: Mapping[str, str]) -> None:
    """Write an index; a run at the same time sees the old file or the new one."""
    content = json.dumps({"format": FORMAT, "commits": commits, "pages": pages}).encode()
    keep(file, hashlib.sha256(content).hexdigest().encode() + b"\n" + content)


def _load(file: Path) -> tuple[list[str], dict[str, str]] | None:
    """Return the commits and pages of a file; None when it is not there, damaged, or of another form."""
    try:
        checksum, _line_end, content = file.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != checksum:
            return None
        data = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return None
    commits: Any = data.get("commits")
    pages: Any = data.get("pages")
    return (commits, pages) if _is_sound(commits, pages) else None


def _is_sound(commits: Any, pages: Any) -> bool:
    """Return whether what a file says has the form that this module writes."""
    return (
        isinstance(commits, list)
        and all(isinstance(commit, str) and _COMMIT.fullmatch(commit) for commit in commits)
        and isinstance(pages, dict)
        and all(
            isinstance(events, str) and is_safe(folder) and _EVENTS.fullmatch(events)
            for folder, events in pages.items()
        )
    )
