"""The trees of a run: English pages, their translations, and how they hang together."""

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.site.attachments import Attachments
from mdnkit.site.fragments import Fragments
from mdnkit.site.link import Links, Resolution
from mdnkit.site.macro_link import MacroLinks
from mdnkit.site.slug import EN_US, DocsUrl, folder_of, is_locale
from mdnkit.site.tree import PAGE_NAME, Tree

if TYPE_CHECKING:
    from mdnkit.page.page import Page
    from mdnkit.site.history import History
    from mdnkit.site.redirects import Redirects

WITHOUT_ORIGINAL = ("orphaned/", "conflicting/")


class Roots(NamedTuple):
    """Where the trees are."""

    content: Path | None = None
    """The folder that holds `en-us/`."""
    translated: tuple[Path, ...] = ()
    """Folders that hold `de/` and others; the first one that has a locale answers for it."""

    def all(self) -> tuple[Path, ...]:
        """Return every root, English first."""
        english = () if self.content is None else (self.content,)
        return (*english, *self.translated)


class Place(NamedTuple):
    """Where a page stands."""

    root: Path
    locale: str
    """The folder of the locale."""
    folder: str
    """Below the locale, with `/`."""


class Site:
    """Answers questions about pages other than the one at hand; what it has looked up, it keeps."""

    def __init__(
        self, roots: Roots, history: "History | Callable[[], History] | None" = None
    ) -> None:
        self.roots = roots
        self._history = history
        self._trees: dict[str, Tree | None] = {}
        self.links = Links(self.tree)
        """Where links lead."""
        self.macro_links = MacroLinks(self.resolve, self.tree)
        """Where link macros lead."""
        self.attachments = Attachments(self.tree)
        """The files beside pages."""
        self.fragments = Fragments(self.tree)
        """What fragments can name in the pages of all trees."""
        self._prefixes = [(root, os.path.join(os.path.abspath(root), "")) for root in roots.all()]

    @functools.cached_property
    def history(self) -> "History | None":
        """The history of the English pages; where only a function was given that makes it, made now."""
        return self._history() if callable(self._history) else self._history

    def tree(self, locale: str) -> Tree | None:
        """Return the tree of a locale (the name of its folder); None when no root has it."""
        if locale not in self._trees:
            roots = (root for root in self.roots.all() if os.path.isdir(os.path.join(root, locale)))
            root = next(roots, None) if is_locale(locale) else None
            self._trees[locale] = None if root is None else Tree(root, locale)
        return self._trees[locale]

    def locales(self) -> tuple[str, ...]:
        """Return the folders of all locales that the roots have, sorted."""
        found: set[str] = set()
        for root in self.roots.all():
            if os.path.isdir(root):
                with os.scandir(root) as entries:
                    found.update(e.name for e in entries if is_locale(e.name) and e.is_dir())
        return tuple(sorted(found))

    def pages(self, locale: str) -> tuple[str, ...]:
        """Return the folders of all pages of a locale, sorted; this walks its tree, once."""
        tree = self.tree(locale)
        return tree.folders if tree else ()

    def locate(self, path: str | Path) -> Place | None:
        """Return where the page at `path` stands; None when it is no page.

        A page outside the roots is known by MDN's layout: `files/LOCALE/FOLDER/index.md`.
        """
        absolute = os.path.abspath(path)
        for root, prefix in self._prefixes:
            if absolute.startswith(prefix):
                return _place(root, absolute[len(prefix) :])
        # Asking where each folder really is takes long; without roots nobody wants to know.
        real = os.path.realpath(absolute) if self._prefixes else absolute
        for root, prefix in self._prefixes:
            real_prefix = os.path.join(os.path.realpath(prefix), "")
            if real.startswith(real_prefix):
                return _place(root, real[len(real_prefix) :])
        return _guess(absolute)

    def page_file(self, locale: str, slug: str) -> Path | None:
        """Return the file of a page; None when there is none. The slug may be in any case."""
        return self._file(locale, folder_of(slug))

    def has_page(self, locale: str, slug: str) -> bool:
        """Return whether there is a page; the slug may be in any case."""
        tree = self.tree(locale)
        return tree is not None and tree.has_page(folder_of(slug))

    def true_slug(self, locale: str, slug: str) -> str | None:
        """Return `slug` as the front matter of its page spells it; None when no page says so."""
        tree = self.tree(locale)
        return tree.true_slug(folder_of(slug)) if tree else None

    def learn_slug(self, page: "Page") -> None:
        """Keep the slug of a page that was read from its file, as other pages lead to it; only of one written as usual."""
        tree = self.tree(page.locale) if page.folder and page.front_matter.regular else None
        if tree is not None and page.slug.isascii():
            tree.learn_slug(page.folder, page.slug)

    def redirects(self, locale: str) -> "Redirects | None":
        """Return the redirects of a locale; None when no root has the locale."""
        tree = self.tree(locale)
        return tree.redirects if tree else None

    def resolve(self, url: str | DocsUrl, from_locale: str) -> Resolution | None:
        """Return what answers `url` in a page of `from_locale`; None for other than MDN's pages."""
        return self.links.resolve(url, from_locale)

    def original_file(self, page: "Page | Place") -> Path | None:
        """Return the English file of a translation: in the same folder, or where its slug leads.

        None when there is none, and for pages that MDN keeps apart as orphaned or conflicting.
        """
        if page.folder.startswith(WITHOUT_ORIGINAL):
            return None
        file = self._file(EN_US, page.folder)
        slug = getattr(page, "slug", "")
        if file is not None or not slug:
            return file
        answer = self.resolve(f"/en-US/docs/{slug}", EN_US)
        return self.page_file(EN_US, answer.slug) if answer and answer.locale == EN_US else None

    def _file(self, locale: str, folder: str) -> Path | None:
        tree = self.tree(locale)
        return tree.page_file(folder) if tree and tree.has_page(folder) else None


def _place(root: Path, inside: str) -> Place | None:
    """Return the place of a file, given its path below a root."""
    locale, _slash, below = inside.replace(os.sep, "/").partition("/")
    folder, _slash, name = below.rpartition("/")
    if name != PAGE_NAME or not folder or not is_locale(locale):
        return None
    return Place(root, locale, folder)


def _guess(absolute: str) -> Place | None:
    """Return the place of a page in a folder named `files` that no root names."""
    before, found, inside = absolute.replace(os.sep, "/").rpartition("/files/")
    return _place(Path(before + "/files"), inside) if found else None
