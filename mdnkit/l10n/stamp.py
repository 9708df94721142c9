"""Decides whether a translation may say that it was made from a commit."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mdnkit.errors import UsageError
from mdnkit.finding import Edit
from mdnkit.l10n.change import compare
from mdnkit.l10n.change_words import change_words
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.state import State, english_folder, remarks
from mdnkit.messages import _
from mdnkit.page.front_matter_edit import set_value
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.history import Absence, History
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US

Disagreements = Callable[[Pair], Sequence[str]]
"""Says in words how the structure of a translation differs from its English."""


class Verdict(NamedTuple):
    """What became of a page that was to be stamped."""

    page: Page
    commit: str = ""
    """What `l10n.sourceCommit` is to be; empty when the page is refused."""
    edit: Edit | None = None
    """How to write it; None when the page already says so, or is refused."""
    refusal: str = ""
    """Why the page is refused, in one line; empty when it is not."""
    changes: str = ""
    """What changed in English since the commit that the page named before, in words."""


def judge(
    page: Page, site: Site, disagreements: Disagreements, revision: str | None, force: bool
) -> Verdict:
    """Return whether a translation agrees with its English at a revision, and the edit that says so.

    Without `revision` that is the last commit that touched the English page. With `force` its structure is not
    looked at. Raises UsageError without a history, or when that has no such revision.
    """
    history = site.history
    if history is None or history.head is None:
        raise UsageError(" ".join(remarks(history, 0)))
    folder = english_folder(site, page.folder, page.slug)
    commit = _commit(history, folder, revision)
    original = _english(history, commit, folder) if commit else None
    if original is None:
        return Verdict(page, refusal=_no_english(commit))
    if page.front_matter.problem is not None:
        return Verdict(page, refusal=page.front_matter.problem.message)
    found = () if force else disagreements(Pair(page, State.CURRENT, commit, original))
    if found:
        return Verdict(page, refusal=_disagrees(commit, found))
    named = page.front_matter.text("l10n", "sourceCommit")
    if named == commit:
        return Verdict(page, commit)
    edit = set_value(page, ("l10n", "sourceCommit"), commit)
    if edit is None:
        message = _(
            "`l10n` in its front matter is not what it should be; write `sourceCommit:` below it by hand"
        )
        return Verdict(page, refusal=message)
    before = _english(history, named.lower(), folder)
    changes = change_words(compare(before, original)) if before else ""
    return Verdict(page, commit, edit, changes=changes)


def _commit(history: History, folder: str, revision: str | None) -> str:
    """Return the commit to be named; empty when nothing ever touched the page, or when it is there no more."""
    if revision is None:
        now = (history.head or "", folder)
        if isinstance(history.blobs([now])[now], Absence):
            return ""
        return next((version.commit for version in history.versions(folder)), "")
    commit = history.resolve(revision)
    if commit is None:
        message = _(
            "The English history has no revision `{revision}`; name a commit of it, or fetch."
        )
        raise UsageError(message.format(revision=revision))
    return commit


def _english(history: History, commit: str, folder: str) -> Page | None:
    text = history.texts([(commit, folder)])[commit, folder]
    if not isinstance(text, bytes):
        return None
    return Page(Source.decode(text), f"{EN_US}/{folder}/index.md", EN_US, folder)


def _no_english(commit: str) -> str:
    if not commit:
        return _("there is no English page for it; it was removed or renamed")
    return _("there was no English page at commit {commit}").format(commit=commit[:10])


def _disagrees(commit: str, found: Sequence[str]) -> str:
    """Return the first disagreement, and how many more there are."""
    message = _("it does not agree with English at {commit}: {first}")
    text = message.format(commit=commit[:10], first=found[0])
    if len(found) > 1:
        text += _(" (and {count} more; `mdnkit check` shows them)").format(count=len(found) - 1)
    return text
