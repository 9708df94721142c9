"""The state of every page of a locale, and what to do first."""

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mdnkit.errors import UsageError
from mdnkit.l10n.change import Change, compare
from mdnkit.l10n.state import State, find_states, remarks
from mdnkit.messages import _
from mdnkit.page.front_matter import parse_front_matter
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, locale_name, slug_of
from mdnkit.site.tree import Tree
from mdnkit.spread import spread

_URGENCY = (
    State.NOT_AT_COMMIT,
    State.MALFORMED_HASH,
    State.NO_HASH,
    State.NO_SOURCE,
    State.BEHIND,
    State.UNKNOWN_COMMIT,
    State.MISSING,
    State.CURRENT,
)
"""The order of the queue: first what hides the state of a page, then what is behind."""


class PageStatus(NamedTuple):
    """The state of one page."""

    path: str
    """Where the translation is, or would be."""
    folder: str
    slug: str
    state: State
    source_commit: str = ""
    """What the page names as `l10n.sourceCommit`; empty when it names nothing."""
    commits_behind: int | None = None
    change: Change | None = None
    """What changed in English; None where it is not known or was not asked for."""


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a locale."""

    locale: str
    """The name of its folder."""
    pages: tuple[PageStatus, ...]
    """In the order in which they should be looked at."""
    remarks: tuple[str, ...] = ()
    """What could not be known, each said once."""

    def summary(self) -> dict[State, int]:
        """Return how many pages are in each state."""
        counts = Counter(page.state for page in self.pages)
        return {state: counts[state] for state in State}


def status(
    open_site: Callable[[], Site],
    locale: str,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Status:
    """Return the state of every page of `locale` and of every English page without a translation.

    `open_site` returns the same site each time, in this process and in the `jobs` processes (0: one
    a core) that are started when very many pages have changed; it must be fit for pickling then.
    `progress` is called with the number of changed pages looked at and their total.
    Raises UsageError for a locale that no root has, HistoryError when the history breaks off.
    """
    site = open_site()
    tree = _translated_tree(site, locale)
    stamps = {folder: _read_stamp(tree, folder) for folder in tree.folders}
    standings = find_states(site, {folder: stamp.commit for folder, stamp in stamps.items()})
    pages = [
        PageStatus(
            tree.page_path(folder), folder, stamp.slug, standing.state, stamp.commit,
            standing.commits_behind,
        )
        for folder, stamp in stamps.items()
        for standing in (standings[folder],)
    ]  # fmt: skip
    behind = [page for page in pages if page.state is State.BEHIND]
    task = functools.partial(_changes, open_site=open_site)
    found = spread(task, behind, jobs, lambda: None, progress)
    changes = dict(zip(behind, (change for chunk in found for change in chunk), strict=True))
    pages = [page._replace(change=changes.get(page)) for page in pages] + _missing(site, tree)
    pages.sort(key=_urgency)
    unknown = sum(page.state is State.UNKNOWN_COMMIT for page in pages)
    return Status(tree.locale, tuple(pages), remarks(site.history, unknown))


def _translated_tree(site: Site, locale: str) -> Tree:
    """Return the tree of a locale, in whatever spelling; raises UsageError when there is none."""
    tree = site.tree(locale.lower()) if locale.lower() != EN_US else None
    if tree is None:
        known = ", ".join(locale_name(name) for name in site.locales() if name != EN_US)
        message = _("There are no translations into `{locale}`; the roots have: {known}.")
        raise UsageError(message.format(locale=locale, known=known or _("none")))
    return tree


class _Stamp(NamedTuple):
    """What a translation says of itself."""

    slug: str
    commit: str


_HEAD = 4096
"""Characters that hold the front matter of nearly every page; the whole file is read where not."""


def _read_stamp(tree: Tree, folder: str) -> _Stamp:
    try:
        with open(tree.page_path(folder), "rb") as file:
            text = Source.decode(file.read()).text
    except OSError:
        text = ""
    front_matter = parse_front_matter(text[:_HEAD])
    if front_matter.problem is not None and len(text) > _HEAD:
        front_matter = parse_front_matter(text)
    slug = front_matter.text("slug") or slug_of(folder)
    return _Stamp(slug, front_matter.text("l10n", "sourceCommit"))


def _changes(pages: Sequence[PageStatus], open_site: Callable[[], Site]) -> list[Change | None]:
    """Return for each page what changed in English since its commit."""
    history = open_site().history
    if history is None or history.head is None:
        return [None for _page in pages]
    head = history.head
    texts = history.texts(
        (commit, page.folder) for page in pages for commit in (page.source_commit.lower(), head)
    )
    changes: list[Change | None] = []
    for page in pages:
        old = texts[page.source_commit.lower(), page.folder]
        new = texts[head, page.folder]
        both = isinstance(old, bytes) and isinstance(new, bytes)
        changes.append(compare(_english(old), _english(new)) if both else None)
    return changes


def _english(text: Any) -> Page:
    return Page(Source.decode(text))


def _missing(site: Site, tree: Tree) -> list[PageStatus]:
    """Return the English pages that `tree` does not have."""
    english = site.tree(EN_US)
    if english is None:
        return []
    here = set(tree.folders)
    return [
        PageStatus(
            tree.page_path(folder),
            folder,
            english.true_slug(folder) or slug_of(folder),
            State.MISSING,
        )
        for folder in english.folders
        if folder not in here
    ]


def _urgency(page: PageStatus) -> tuple[int, int, int, str]:
    """Return the place of a page in the queue: those that changed most come first."""
    segments = page.change.segments if page.change else 0
    return (_URGENCY.index(page.state), -segments, -(page.commits_behind or 0), page.folder)
