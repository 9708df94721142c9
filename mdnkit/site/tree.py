"""The pages of one locale on disk, each known by its folder."""

import functools
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from mdnkit.page.front_matter import parse_front_matter
from mdnkit.site.file_bytes import file_bytes, first_bytes
from mdnkit.site.listing import Listing
from mdnkit.site.redirects import FILE_NAME, Redirects
from mdnkit.site.slug import folder_of, is_safe

PAGE_NAME = "index.md"

_SLUG = re.compile(rb"^slug:[ \t]+([A-Za-z][^\r\n#\"']*?)[ \t]*\r?$", re.MULTILINE)
_ODD = re.compile(r"[\x00-\x1f\x7f\\%?#]")
"""What a slug that needs no look at its URL does not have."""

_HEAD = 4096
"""Bytes that hold the front matter of nearly every page; else the whole file is read."""


class Tree:
    """The folder of one locale. Symbolic links below it are not followed: no path leads outside.

    A single page costs one look at the disk; `folders` walks the tree and answers from then on.
    """

    def __init__(self, root: Path, locale: str) -> None:
        self.root = root
        """The folder that holds the locale's folder."""
        self.locale = locale
        self._path = os.path.join(root, locale)
        self._pages: dict[str, bool] = {}
        self._real_folders: dict[str, bool] = {"": True}
        self._written: dict[str, str] = {}
        """The slugs that the front matter of pages has, by their folders; empty where it has none."""
        self._straight: set[str] = set()
        """The slugs that lead straight to a page."""
        self._folders: tuple[str, ...] | None = None
        self._has_attachments = False

    @property
    def path(self) -> str:
        """The absolute path of the locale's folder."""
        return os.path.abspath(self._path)

    def has_page(self, folder: str) -> bool:
        """Return whether there is a page in `folder` (below the locale, with `/`)."""
        if folder in self._pages:
            return self._pages[folder]
        found = False
        if self._folders is None and is_safe(folder) and self._is_real_folder(folder):
            found = _mode(self.page_path(folder), stat.S_ISREG)
        self._pages[folder] = found
        return found

    def _is_real_folder(self, folder: str) -> bool:
        """Return whether neither `folder` nor one above it is a symbolic link."""
        known = self._real_folders.get(folder)
        if known is None:
            parent = folder.rpartition("/")[0]
            known = self._is_real_folder(parent) and _mode(f"{self._path}/{folder}", stat.S_ISDIR)
            self._real_folders[folder] = known
        return known

    def page_file(self, folder: str) -> Path:
        """Return the path of the page in `folder`, whether or not there is one."""
        return Path(self.page_path(folder))

    def page_path(self, folder: str) -> str:
        """Return the same as text, which is cheaper where very many are needed."""
        return f"{self._path}/{folder}/{PAGE_NAME}"

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of all pages, sorted."""
        if self._folders is None:
            self.walk(Listing())
        return self._folders or ()

    @property
    def has_attachments(self) -> bool:
        """Whether there is a file beside any page, hidden ones left out; this walks the tree, once."""
        return bool(self.folders) and self._has_attachments

    def walk(self, listing: Listing) -> None:
        """Find all pages, and answer from then on by what `listing` says of the folders."""
        top = self.path
        found: list[str] = []
        pending = [""]
        while pending:
            folder = pending.pop()
            try:
                entries = listing.entries(f"{top}/{folder}" if folder else top)
            except OSError:
                continue
            for entry in entries:
                if entry.name == PAGE_NAME and folder and entry.is_file(follow_symlinks=False):
                    found.append(folder)
                elif entry.is_dir(follow_symlinks=False):
                    pending.append(f"{folder}/{entry.name}" if folder else entry.name)
                elif folder and entry.name != PAGE_NAME and entry.name[0] != ".":
                    self._has_attachments = True
        self._pages = dict.fromkeys(found, True)
        self._folders = tuple(sorted(found))

    def true_slug(self, folder: str) -> str | None:
        """Return the slug of the page in `folder` as its front matter spells it.

        None when there is no page, or its front matter names a slug that belongs to another folder.
        """
        slug = self.written_slug(folder)
        return slug if slug and folder_of(slug) == folder else None

    def leads_straight(self, slug: str) -> bool:
        """Return whether a page has this very slug, and nothing in it could mean something else in a URL."""
        if slug in self._straight:
            return True
        if not slug or self.written_slug(folder_of(slug)) != slug or _ODD.search(slug):
            return False
        self._straight.add(slug)
        return True

    def learn_slug(self, folder: str, slug: str) -> None:
        """Be told the slug that the front matter of a page has: its file need not be read for that then."""
        self._written[folder] = slug

    def written_slug(self, folder: str) -> str:
        """Return the slug that the front matter of the page in `folder` has; empty without one."""
        if not self.has_page(folder):
            return ""
        if folder not in self._written:
            self._written[folder] = self._read_slug(folder)
        return self._written[folder]

    def _read_slug(self, folder: str) -> str:
        try:
            data = first_bytes(self.page_path(folder), _HEAD)
            end = max(data.find(b"\n---"), 0)
            match = _SLUG.search(data, max(data.find(b"\nslug:", 0, end), 0), end)
            if match is None:
                data = file_bytes(self.page_path(folder))
        except OSError:
            return ""
        if match is not None:
            return match[1].decode("utf-8", "surrogateescape")
        return parse_front_matter(data.decode("utf-8", "surrogateescape")).text("slug")

    @functools.cached_property
    def redirects(self) -> Redirects:
        """The redirects of the locale; none when it has no such file."""
        try:
            text = Path(self._path, FILE_NAME).read_text("utf-8", "surrogateescape")
        except OSError:
            return Redirects()
        return Redirects(text)


def _mode(path: str, is_kind: Callable[[int], bool]) -> bool:
    """Return whether what stands at `path` itself, not where a link leads, is of a kind."""
    try:
        return is_kind(os.lstat(path).st_mode)
    except (OSError, ValueError):
        # ValueError: a NUL, or a lone surrogate that no file name can hold.
        return False
