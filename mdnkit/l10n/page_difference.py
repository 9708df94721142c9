"""Finds the texts whose difference a translator wants to see."""

from mdnkit.errors import UsageError
from mdnkit.l10n.difference import Difference, find_difference
from mdnkit.l10n.state import State, english_folder, find_standings, remarks
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.history import History
from mdnkit.site.site import Site


def page_difference(
    translation: Page, site: Site, since: str | None = None, until: str | None = None
) -> Difference:
    """Return how the English of a translation changed from its `l10n.sourceCommit` to the newest commit.

    `since` and `until` are other revisions to begin and end with, in git's words. Raises UsageError, saying what
    to do, where one of the texts cannot be had, and HistoryError when the history breaks off.
    """
    history = site.history
    if history is None or history.head is None:
        raise UsageError(" ".join(remarks(history, 0)))
    folder = english_folder(site, translation.folder, translation.slug)
    first = _start(translation, folder, site) if since is None else _resolve(history, since)
    last = history.head if until is None else _resolve(history, until)
    old, new = _english(history, first, folder), _english(history, last, folder)
    return find_difference(old, new, translation, first, last)


def _start(translation: Page, folder: str, site: Site) -> str:
    """Return the commit that a translation names; raises UsageError where it cannot serve."""
    commit = translation.front_matter.text("l10n", "sourceCommit")
    state = find_standings(site, [(commit, folder)])[commit, folder].state
    messages = {
        State.NO_SOURCE: _("there is no English page for it; it was removed or renamed"),
        State.NO_HASH: _(
            "it has no l10n.sourceCommit; `mdnkit l10n infer` finds one, or name one with --since"
        ),
        State.MALFORMED_HASH: _(
            "its l10n.sourceCommit `{commit}` is no commit id; mend it, or name one with --since"
        ),
        State.NOT_AT_COMMIT: _(
            "the English page did not exist at its l10n.sourceCommit {commit}; name another one with --since"
        ),
    }
    if state in messages:
        reason = messages[state].format(commit=commit[:40])
        raise UsageError(f"{translation.path}: {reason}.")
    if state is State.UNKNOWN_COMMIT:
        raise UsageError(f"{translation.path}: " + " ".join(remarks(site.history, 1)))
    return commit.lower()


def _resolve(history: History, revision: str) -> str:
    commit = history.resolve(revision)
    if commit is None:
        message = _(
            "The English history has no revision `{revision}`; name a commit, branch or tag of it."
        )
        raise UsageError(message.format(revision=revision))
    return commit


def _english(history: History, commit: str, folder: str) -> Page:
    text = history.texts([(commit, folder)])[commit, folder]
    if not isinstance(text, bytes):
        message = _(
            "There was no English page {folder} at commit {commit}; choose another revision."
        )
        raise UsageError(message.format(folder=folder, commit=commit[:10]))
    return Page(Source.decode(text), f"en-us/{folder}/index.md", "en-us", folder)
