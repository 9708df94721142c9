"""The English pages as they were at any commit, read from git without touching anybody's files."""

import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mdnkit.errors import HistoryError
from mdnkit.messages import _
from mdnkit.site.slug import is_safe
from mdnkit.site.tree import PAGE_NAME

if TYPE_CHECKING:
    from mdnkit.site.git import Conversation, Object
    from mdnkit.site.history_index import HistoryIndex, Version
    from mdnkit.site.repository import Repository
    from mdnkit.site.timeline import Timeline

Request = tuple[str, str]
"""A commit (40 hexadecimal digits) and the folder of a page below `en-us`."""

_COMMIT = re.compile(r"[0-9a-f]{40}")
_FEW = 3
"""Texts that git may fetch one by one."""
_MANY = 50
"""Pages from which on it pays to read the whole log, which is then kept."""


class Absence(StrEnum):
    """Why there is no text."""

    NO_COMMIT = "no-commit"
    """The commit is not in the history at hand, or its name is none."""
    NO_PAGE = "no-page"
    """The commit is there, and has no page in that folder."""


def is_commit(text: str) -> bool:
    """Return whether `text` can name a commit: 40 hexadecimal digits, in lower case."""
    return _COMMIT.fullmatch(text) is not None


class History:
    """The history of the English pages; forked or pickled, each process talks to a git of its own."""

    def __init__(
        self,
        source: str | None,
        content_root: Path | None,
        cache: Path | None = None,
        announce: Callable[[str], None] | None = None,
    ) -> None:
        self.source = source
        """Where the history was said to be; None: around the content root."""
        self._content_root = content_root
        self._cache = cache
        self.announce = announce or _say_nothing
        """Told in one line before something takes long."""

    @classmethod
    def open(
        cls,
        source: str | None,
        content_root: Path | None,
        cache: Path | None = None,
        announce: Callable[[str], None] | None = None,
    ) -> Self:
        """Return the history of a checkout, a bare repository, a bundle or a URL, without asking git yet.

        Without `source` it is the repository around `content_root`. Bundles and URLs are cloned
        into `cache` (default: below the user's cache folder) when they are first needed;
        `announce` is then told in one line.
        """
        return cls(source, content_root, cache, announce)

    @functools.cached_property
    def _opened(self) -> "Repository | str":
        """The repository, or in one line why there is none."""
        from mdnkit.site.repository import cache_folder, find_repository, open_source

        if self.source is not None:
            return open_source(self.source, self._cache or cache_folder(), self.announce)
        if self._content_root is None:
            return _("There is no English history: name it with `source-history`.")
        try:
            return find_repository(self._content_root)
        except HistoryError as error:
            return str(error)

    @property
    def repository(self) -> "Repository | None":
        """Where the history is; None when there is none.

        Raises HistoryError when `source` names one that cannot be read.
        """
        return None if isinstance(self._opened, str) else self._opened

    @property
    def missing_reason(self) -> str | None:
        """In one line why there is no history, and what to do; None when there is one."""
        return self._opened if isinstance(self._opened, str) else None

    @property
    def shallow(self) -> bool:
        """Whether old commits were left out when the repository was fetched."""
        return self.repository is not None and self.repository.shallow

    @property
    def head(self) -> str | None:
        """The commit that stands for "now"."""
        return self.repository.head if self.repository else None

    def texts(self, requests: Iterable[Request]) -> dict[Request, bytes | Absence]:
        """Return the text of each page as it was at its commit, also where it has moved since.

        Raises HistoryError when the texts cannot be fetched.
        """
        blobs = self.page_blobs(requests)
        wanted = sorted({blob for blob in blobs.values() if not isinstance(blob, Absence)})
        self._fetch(wanted)
        contents = {
            blob: answer.content if answer else Absence.NO_COMMIT
            for blob, answer in zip(wanted, self._ask(wanted), strict=True)
        }
        return {
            request: blob if isinstance(blob, Absence) else contents[blob]
            for request, blob in blobs.items()
        }

    def page_blobs(self, requests: Iterable[Request]) -> dict[Request, str | Absence]:
        """Return the id of each page's content at its commit, also where it has moved since."""
        blobs = self.blobs(requests)
        absent = [request for request, blob in blobs.items() if blob is Absence.NO_PAGE]
        former = {request: (request[0], self.folder_at(*request)) for request in absent}
        found = self.blobs(former.values())
        return blobs | {request: found[former[request]] for request in absent}

    def blobs(self, requests: Iterable[Request]) -> dict[Request, str | Absence]:
        """Return the id of each page's content at its commit, in exactly that folder."""
        from mdnkit.site.git import regular_file

        asked = list(dict.fromkeys(requests))
        found: dict[Request, str | Absence] = dict.fromkeys(asked, Absence.NO_COMMIT)
        repository = self.repository
        if repository is None:
            return found
        sound = [r for r in asked if is_commit(r[0]) and is_safe(r[1])]
        index = self._index_at_hand(len(asked))
        if index is not None:
            numbered = {r: index.number(r[0]) for r in sound}
            sound = [request for request, number in numbered.items() if number == 0]
            for request, number in numbered.items():
                if number:
                    found[request] = index.blob_at(request[1], number) or Absence.NO_PAGE
        if repository.partial:
            # Asking for a commit that is not there would make git look for it on the network.
            sound = [request for request in sound if request[0] in self._reachable]
        # A tree or a tag, which could answer too, is no commit.
        trees = self._ask(
            f"{commit}^{{commit}}:{repository.english}/{folder}" for commit, folder in sound
        )
        without_tree = []
        for request, tree in zip(sound, trees, strict=True):
            if tree is None:
                without_tree.append(request)
            else:
                found[request] = regular_file(tree.content, PAGE_NAME) or Absence.NO_PAGE
        commits = sorted({commit for commit, _folder in without_tree})
        known = dict(zip(commits, self._ask(f"{c}^{{commit}}" for c in commits), strict=True))
        found.update((r, Absence.NO_PAGE) for r in without_tree if known[r[0]] is not None)
        return found

    @functools.cached_property
    def blobs_now(self) -> Mapping[str, str]:
        """The id of the content of every English page at the newest commit, by folder."""
        from mdnkit.site.repository import newest_pages

        return newest_pages(self.repository) if self.repository else {}

    def commits_since(self, requests: Iterable[Request]) -> dict[Request, int]:
        """Return how many commits of the main line touched each page since its commit.

        Pages are given by their folder now; renames are followed. 0 for a commit that has
        everything the newest one has, because it is newer.
        """
        asked = list(dict.fromkeys(requests))
        timeline = self._timeline
        if timeline is None:
            return dict.fromkeys(asked, 0)
        positions = {r: timeline.position(r[0]) if is_commit(r[0]) else 0 for r in asked}
        index = self._index_for(len(asked))
        if index is None and Absence.NO_PAGE in self.blobs(asked).values():
            index = self._index
        if index is not None:
            newest = len(index.commits)
            return {r: index.count_since(r[1], newest - positions[r]) for r in asked}
        counts = timeline.counts((folder, positions[commit, folder]) for commit, folder in asked)
        return {r: counts[r[1], positions[r]] for r in asked}

    def folder_at(self, commit: str, folder: str) -> str:
        """Return where the page now in `folder` stood at `commit`, as far as git can tell."""
        timeline = self._timeline
        position = timeline.position(commit) if timeline and is_commit(commit) else 0
        index = self._index if position else None
        return index.folder_at(folder, len(index.commits) - position) if index else folder

    def versions(self, folder: str) -> "tuple[Version, ...]":
        """Return the states of the page that is now in `folder`, newest first, renames followed."""
        return () if self._index is None else self._index.versions(folder)

    def resolve(self, revision: str) -> str | None:
        """Return the commit that a revision in git's words names, such as a branch; None when it names none."""
        from mdnkit.site.repository import resolve

        return resolve(self.repository, revision) if self.repository else None

    def times(self, commits: Iterable[str]) -> dict[str, int]:
        """Return when commits of the history were made, in seconds since 1970."""
        from mdnkit.site.git import time_of

        known = [commit for commit in commits if is_commit(commit)]
        answers = zip(known, self._ask(known), strict=False)
        return {commit: time_of(answer.content) for commit, answer in answers if answer}

    def close(self) -> None:
        """End the git of this process; the history can still be asked, which starts another."""
        conversation: Conversation | None = self.__dict__.pop("_conversation", None)
        if conversation is not None:
            conversation.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "announce": _say_nothing}

    @functools.cached_property
    def _conversation(self) -> "Conversation":
        from mdnkit.site.git import Conversation

        assert self.repository is not None
        return Conversation(self.repository.place)

    def _ask(self, names: Iterable[str]) -> "Iterator[Object | None]":
        """Yield the objects behind `names`; raises HistoryError when git breaks off."""
        if self.repository is None:
            return
        try:
            yield from self._conversation.ask(os.fsencode(name) for name in names)
        except EOFError as error:
            self.close()
            message = _("git stopped while the English history was read; is the network there?")
            raise HistoryError(message) from error

    @functools.cached_property
    def _reachable(self) -> frozenset[str]:
        from mdnkit.site.repository import output

        assert self.repository is not None
        listed = output(self.repository, "rev-list", "--all", self.repository.head)
        return frozenset(listed.decode().split())

    def _index_for(self, count: int) -> "HistoryIndex | None":
        """Return the index where it is the quicker way to ask about so many pages."""
        return self._index if count > _MANY or "_index" in self.__dict__ else None

    def _index_at_hand(self, count: int) -> "HistoryIndex | None":
        """Return the index for questions that git answers as well: only where nothing has to be read for it."""
        from mdnkit.site.history_index import index_file
        from mdnkit.site.repository import cache_folder

        if "_index" in self.__dict__:
            return self._index
        if count <= _MANY or self.repository is None:
            return None
        file = index_file(self.repository, self._cache or cache_folder())
        return self._index if file.is_file() else None

    @functools.cached_property
    def _index(self) -> "HistoryIndex | None":
        from mdnkit.site.history_index import open_index
        from mdnkit.site.repository import cache_folder

        repository = self.repository
        return open_index(repository, self._cache or cache_folder()) if repository else None

    @functools.cached_property
    def _timeline(self) -> "Timeline | None":
        from mdnkit.site.timeline import Timeline

        return Timeline(self.repository) if self.repository else None

    def _fetch(self, blobs: list[str]) -> None:
        """Fetch what a partial clone has not fetched yet, in one go; raises HistoryError."""
        from mdnkit.site.repository import fetch_blobs

        if self.repository is not None and self.repository.partial and len(blobs) > _FEW:
            fetch_blobs(self.repository, blobs)


def _say_nothing(_message: str) -> None: ...
