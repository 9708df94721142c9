"""Finds the English of translations: which page, in which state, and its text at `l10n.sourceCommit`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mdnkit.errors import HistoryError
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.state import State, english_folder, find_standings, no_history, unknown_commits
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.shown_path import shown_path
from mdnkit.site.site import WITHOUT_ORIGINAL, Site
from mdnkit.site.slug import EN_US

if TYPE_CHECKING:
    from mdnkit.site.history import History


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of some pages."""

    pairs: Mapping[str, Pair] = field(default_factory=dict)
    """By the path of the translation."""
    remarks: tuple[str, ...] = ()
    """What could not be known, in words for the reader."""


def pair_up(pages: Iterable[Page], site: Site, required: bool = True) -> Pairing:
    """Return a pair for each translation among `pages`; pages that MDN keeps apart as orphaned or conflicting have none.

    With `required` raises HistoryError when a history that was named cannot be read: pages must not look compared that
    nobody has compared.
    """
    translations = [
        page
        for page in pages
        if page.is_translation
        and page.folder
        and not (page.unreadable or page.overload)
        and not page.folder.startswith(WITHOUT_ORIGINAL)
    ]
    if not translations:
        return Pairing()
    sources = {
        page.path: (
            page.front_matter.text("l10n", "sourceCommit"),
            english_folder(site, page.folder, page.slug),
        )
        for page in translations
    }
    try:
        standings = find_standings(site, sources.values())
        requests = [(commit.lower(), folder) for commit, folder in sources.values()]
        texts = site.history.texts(requests) if site.history else {}
    except HistoryError as error:
        if required and site.history is not None and site.history.source is not None:
            message = _("{reason} Or check without the English: `--ignore='translation-*'`.")
            raise HistoryError(message.format(reason=error)) from error
        unknown = {
            page.path: Pair(page, State.UNKNOWN_COMMIT, sources[page.path][0])
            for page in translations
        }
        return Pairing(unknown, (str(error),))
    pairs = {}
    for page in translations:
        commit, folder = sources[page.path]
        state = standings[commit, folder].state
        text = texts.get((commit.lower(), folder))
        original = None
        if isinstance(text, bytes) and state is not State.NO_SOURCE:
            english = Page(Source.decode(text), _english_path(site, folder), EN_US, folder)
            original = None if english.overload else english
        pairs[page.path] = Pair(page, state, commit, original)
    return Pairing(pairs, _remarks(pairs.values(), site.history))


def _english_path(site: Site, folder: str) -> str:
    """Return the path of an English page: as reports show it, or in its repository where no tree is at hand."""
    tree = site.tree(EN_US)
    if tree is not None:
        return shown_path(tree.page_file(folder))
    repository = site.history.repository if site.history else None
    return f"{repository.english if repository else EN_US}/{folder}/index.md"


def _remarks(pairs: Iterable[Pair], history: "History | None") -> tuple[str, ...]:
    """Return in words, each once for a whole run, which translations were not compared, and why."""
    lacking = [pair.state == State.UNKNOWN_COMMIT and pair.original is None for pair in pairs]
    if not any(lacking):
        return ()
    reason = no_history(history)
    if history is None or reason is not None:
        message = _("Translations were not compared with their English. {reason}")
    else:
        message = _("Some translations were not compared with their English. {reason}")
        reason = unknown_commits(history, sum(lacking))
    return (message.format(reason=reason),)
