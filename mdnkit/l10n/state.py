"""Whether translations are up to date: the English page at their `sourceCommit` and now."""

import os
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from mdnkit.messages import _, _n
from mdnkit.site.history import Absence, History, Request, is_commit
from mdnkit.site.site import WITHOUT_ORIGINAL, Site
from mdnkit.site.slug import EN_US, docs_path, folder_of


class State(StrEnum):
    """What is known of one translation."""

    CURRENT = "current"
    """The English page is the same at the commit and now."""
    BEHIND = "behind"
    UNKNOWN_COMMIT = "unknown-commit"
    """The commit is not part of the history at hand, or newer than it. No error: fetch."""
    NOT_AT_COMMIT = "not-at-commit"
    """The commit exists, the page was not there, under a former name neither."""
    NO_HASH = "no-hash"
    MALFORMED_HASH = "malformed-hash"
    NO_SOURCE = "no-source"
    """There is no English page."""
    MISSING = "missing"
    """There is no translation."""


class Standing(NamedTuple):
    """The state of one translation."""

    state: State
    commits_behind: int | None = None
    """How many commits touched the English page since; None where that cannot be said."""


def find_states(site: Site, commits: Mapping[str, str]) -> dict[str, Standing]:
    """Return the state of translations, given by their folder the `l10n.sourceCommit` they name.

    An empty commit stands for none. Raises HistoryError when the history breaks off.
    """
    standings = find_standings(site, [(commit, folder) for folder, commit in commits.items()])
    return {folder: standings[commit, folder] for folder, commit in commits.items()}


def find_standings(site: Site, pages: Collection[Request]) -> dict[Request, Standing]:
    """Return the state of translations, each given by its `l10n.sourceCommit` as written and the folder of its English.

    Raises HistoryError when the history breaks off.
    """
    history = site.history or History.open(None, None)
    now = _blobs_now(history, {folder for _commit, folder in pages})
    standings: dict[Request, Standing] = {}
    asked: dict[Request, Request] = {}
    for page in pages:
        commit, folder = page
        if not _has_english(site, history, folder, now):
            standings[page] = Standing(State.NO_SOURCE)
        elif not is_commit(commit.lower()):
            standings[page] = Standing(State.MALFORMED_HASH if commit else State.NO_HASH)
        else:
            asked[page] = (commit.lower(), folder)
    then = history.page_blobs(asked.values())
    for page, request in asked.items():
        blob = then[request]
        if isinstance(blob, Absence):
            lost = blob is Absence.NO_PAGE
            standings[page] = Standing(State.NOT_AT_COMMIT if lost else State.UNKNOWN_COMMIT)
        elif blob == now.get(page[1]):
            standings[page] = Standing(State.CURRENT)
    behind = {page: request for page, request in asked.items() if page not in standings}
    counts = history.commits_since(behind.values())
    for page, request in behind.items():
        # A page that differs though nothing touched it since: the commit is newer than "now".
        newer = Standing(State.UNKNOWN_COMMIT)
        count = counts[request]
        standings[page] = Standing(State.BEHIND, count) if count else newer
    return standings


def english_folder(site: Site, folder: str, slug: str) -> str:
    """Return the folder of the English of a translation: the same, else where its slug leads.

    The same, too, where the slug leads nowhere.
    """
    tree = site.tree(EN_US)
    if tree is None or tree.has_page(folder) or not slug or folder.startswith(WITHOUT_ORIGINAL):
        return folder
    answer = site.resolve(docs_path(EN_US, slug), EN_US)
    return folder_of(answer.slug) if answer and answer.locale == EN_US else folder


_MANY = 200
"""Pages from which on listing all pages of the newest commit is quicker than asking for each."""


def _blobs_now(history: History, folders: Collection[str]) -> Mapping[str, str]:
    """Return the ids of the English pages as they are now, at least of those in `folders`."""
    if history.head is None or len(folders) > _MANY:
        return history.blobs_now
    found = history.blobs((history.head, folder) for folder in folders)
    return {f: blob for (_commit, f), blob in found.items() if not isinstance(blob, Absence)}


def _has_english(site: Site, history: History, folder: str, now: Mapping[str, str]) -> bool:
    """Return whether there is an English page; as far as is known, where no tree is at hand."""
    if folder.startswith(WITHOUT_ORIGINAL):
        return False
    tree = site.tree(EN_US)
    if folder in now or (tree is not None and tree.has_page(folder)):
        return True
    return tree is None and history.head is None


def remarks(history: History | None, unknown: int) -> tuple[str, ...]:
    """Return in words what could not be known, and what to do.

    `unknown` says how many pages name a commit that is not in the history.
    """
    reason = no_history(history)
    if reason is not None:
        return (_("Nothing is known of changes in English. {reason}").format(reason=reason),)
    return (unknown_commits(history, unknown),) if history and unknown else ()


def no_history(history: History | None) -> str | None:
    """Return in words why there is no English history; None where there is one."""
    return _("There is no English history.") if history is None else history.missing_reason


def unknown_commits(history: History, unknown: int) -> str:
    """Return in words that so many pages name a commit that the history does not have, and what to do."""
    message = _n(
        "The English history at hand does not have the commit that {count} page names: it may be "
        "newer, older or of another branch. {remedy}",
        "The English history at hand does not have the commits that {count} pages name: they may be "
        "newer, older or of another branch. {remedy}",
        unknown,
    )
    return message.format(count=unknown, remedy=_remedy(history))


def _remedy(history: History) -> str:
    """Return what to do about commits that are not in the history."""
    from mdnkit.site.repository import is_url

    source = history.source
    if source is not None and not is_url(source) and os.path.isfile(source):
        return _("Make a newer bundle, or name another history with `source-history`.")
    folder = history.repository.folder if history.repository else ""
    if history.shallow:
        message = _(
            "It was fetched without old commits; run `git --git-dir={folder} fetch --unshallow`."
        )
    else:
        message = _("Run `git --git-dir={folder} fetch` and update the English pages.")
    return message.format(folder=folder)
