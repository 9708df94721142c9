"""The state of every page of a locale, and what to do first."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mdnkit.errors import UsageError
from mdnkit.l10n.change import Change
from mdnkit.l10n.english_changes import find_changes
from mdnkit.l10n.state import State, english_folder, find_standings, remarks
from mdnkit.messages import _
from mdnkit.page.front_matter import parse_front_matter
from mdnkit.page.source import Source
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, locale_name, slug_of
from mdnkit.site.tree import Tree

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
    since: int | None = None
    """The time of the commit that a page is behind of, in seconds since 1970."""
    popularity: float | None = None
    """How much the page is read, in the measure of the popularities given; None where none were given."""


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
    popularities: Mapping[str, float] | None = None,
) -> Status:
    """Return the state of every page of `locale` and of every English page without a translation.

    `open_site` returns the same site each time, in this process and in the `jobs` processes (0: one
    a core) that are started when very many pages have changed; it must be fit for pickling then.
    `progress` is called with the number of changed pages looked at and their total. `popularities`
    says by folder how much the English pages are read, as `read_popularities` returns it.
    Raises UsageError for a locale that no root has, HistoryError when the history breaks off.
    """
    site = open_site()
    tree = _translated_tree(site, locale)
    stamps = {folder: _read_stamp(tree, folder) for folder in tree.folders}
    missing = _missing(site, tree)
    sources = {
        folder: (stamp.commit, english_folder(site, folder, stamp.slug))
        for folder, stamp in stamps.items()
    }
    standings = find_standings(site, set(sources.values()))
    behind = [
        (commit.lower(), folder)
        for commit, folder in sources.values()
        if standings[commit, folder].state is State.BEHIND
    ]
    changes = find_changes(open_site, behind, jobs, progress)
    times = site.history.times({commit for commit, _folder in behind}) if site.history else {}
    pages = []
    for folder, stamp in stamps.items():
        state, count = standings[sources[folder]]
        page = PageStatus(tree.page_path(folder), folder, stamp.slug, state, stamp.commit, count)
        if state is State.BEHIND:
            commit = stamp.commit.lower()
            change = changes.get((commit, sources[folder][1]))
            page = page._replace(change=change, since=times.get(commit))
        pages.append(page)
    pages += missing
    if popularities is not None:
        pages = [p._replace(popularity=popularities.get(p.folder, 0.0)) for p in pages]
    newest = max(times.values(), default=0)
    pages.sort(key=lambda page: _urgency(page, newest))
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
"""Bytes that hold the front matter of nearly every page; the whole file is read where not."""

_PLAIN = re.compile(
    rb"\A---\r?\n(?:[\w-]+:(?: [^\r\n]*)?\r?\n|  [^\r\n]*\r?\n)*?"
    rb"slug: ([A-Za-z][^\r\n#\"':]*?)\r?\n(?:[\w-]+:(?: [^\r\n]*)?\r?\n|  [^\r\n]*\r?\n)*?"
    rb"l10n:\r?\n  sourceCommit: ([0-9a-f]*[acdf][0-9a-f]*)\r?\n---\r?\n"
)
"""Front matter as nearly all translations have it, for which no YAML needs to be read."""


def _read_stamp(tree: Tree, folder: str) -> _Stamp:
    try:
        with open(tree.page_path(folder), "rb", buffering=0) as file:
            data = file.read(_HEAD)
            plain = _PLAIN.match(data)
            if plain is None:
                data += file.read()
    except OSError:
        return _Stamp(slug_of(folder), "")
    if plain is not None:
        return _Stamp(plain[1].decode("utf-8", "surrogateescape").rstrip(" \t"), plain[2].decode())
    front_matter = parse_front_matter(Source.decode(data).text)
    slug = front_matter.text("slug") or slug_of(folder)
    return _Stamp(slug, front_matter.text("l10n", "sourceCommit"))


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


_YEAR = 365.25 * 24 * 3600
"""Seconds."""


def _urgency(page: PageStatus, newest: int) -> tuple[int, float, float, int, str]:
    """Return the place of a page in the queue; `newest` is the time from which age is counted back.

    Of pages in one state, those come first for which work, age and readers multiply to most; an age
    of a year counts twice as much as none.
    """
    work = 1.0 + (page.change.segments if page.change else 0)
    age = 1.0 + (newest - page.since) / _YEAR if page.since is not None else 1.0
    weight = work * age
    read = weight * page.popularity if page.popularity is not None else 0.0
    commits = page.commits_behind or 0
    return (_URGENCY.index(page.state), -read, -weight, -commits, page.folder)
