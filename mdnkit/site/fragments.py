"""Which fragments the pages of the trees have: `#examples` names a place of a page, or none."""

import functools
from collections.abc import Callable, Hashable
from typing import NamedTuple

from mdnkit.page.ids import made_ids
from mdnkit.page.page import Page
from mdnkit.page.plain_ids import plain_ids
from mdnkit.page.source import Source
from mdnkit.site.file_bytes import file_bytes
from mdnkit.site.tree import Tree


class Landmark(NamedTuple):
    """A heading or term of a page, without its page."""

    id: str
    words: str
    shape: str
    """`term`, or `heading` with its level: `heading2`."""
    line: int
    """1-based."""
    has_call: bool
    """Whether a macro call stands in it; its words depend on the locale then."""


class Outline(NamedTuple):
    """What fragments can name in one page."""

    ids: frozenset[str]
    landmarks: tuple[Landmark, ...]
    made: frozenset[str]
    """Those of `ids` that macros make; they may differ between locales."""


class Fragments:
    """Answers for the pages in the trees that `tree` returns; what it has read, it keeps."""

    def __init__(self, tree: Callable[[str], Tree | None]) -> None:
        self._tree = tree
        self._plain: dict[tuple[str, str], frozenset[str]] = {}
        self._ids: dict[tuple[str, str], frozenset[str] | None] = {}
        self._outlines: dict[tuple[str, str], Outline | None] = {}
        self._page = functools.lru_cache(maxsize=8)(self._parse)
        self._settled: dict[str, dict[Hashable, str]] = {}

    def settled(self, locale: str) -> dict[Hashable, str]:
        """Return what pages of a locale have written that leads to no dead fragment, each with the folder that it leads to.

        Whoever looks it up keeps it there; the folder is empty where no fragment is looked for.
        """
        return self._settled.setdefault(locale, {})

    def has(self, locale: str, folder: str, id_: str) -> bool:
        """Return whether the page in `folder` has the id; True as well where the page cannot be read."""
        return id_ in self._plain_ids(locale, folder) or self._has_slowly(locale, folder, id_)

    def _has_slowly(self, locale: str, folder: str, id_: str) -> bool:
        key = (locale, folder)
        if key not in self._ids:
            page = self.page(locale, folder)
            self._ids[key] = page.ids if page else None
        ids = self._ids[key]
        return ids is None or id_ in ids

    def outline(self, locale: str, folder: str) -> Outline | None:
        """Return the headings and ids of a page; None when there is no such page."""
        key = (locale, folder)
        if key not in self._outlines:
            page = self.page(locale, folder)
            self._outlines[key] = outline_of(page) if page else None
        return self._outlines[key]

    def page(self, locale: str, folder: str) -> Page | None:
        """Return the page in `folder`, kept until some others are asked for; None when there is none."""
        return self._page(locale, folder)

    def _parse(self, locale: str, folder: str) -> Page | None:
        text = self._read(locale, folder)
        return None if text is None else Page(Source(text), locale=locale, folder=folder)

    def _plain_ids(self, locale: str, folder: str) -> frozenset[str]:
        """Return the ids of headings without markup, found without parsing Markdown: nearly all that links name."""
        key = (locale, folder)
        if key not in self._plain:
            self._plain[key] = plain_ids(self._read(locale, folder) or "")
        return self._plain[key]

    def _read(self, locale: str, folder: str) -> str | None:
        tree = self._tree(locale)
        if tree is None or not tree.has_page(folder):
            return None
        try:
            return Source.decode(file_bytes(tree.page_path(folder))).text
        except OSError:
            return None


def outline_of(page: Page) -> Outline:
    """Return the outline of a page."""
    landmarks = []
    for anchor in page.anchors:
        block = anchor.block
        shape = f"heading{block.level}" if block.kind == "heading" else block.kind
        has_call = bool(page.calls_in(block.span))
        line = page.source.position(block.at).line
        landmarks.append(Landmark(anchor.id, anchor.words, shape, line, has_call))
    return Outline(page.ids, tuple(landmarks), made_ids(page))
