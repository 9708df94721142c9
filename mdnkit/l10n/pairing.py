"""Finds the English of translations: which page, in which state, and its text at `l10n.sourceCommit`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.errors import HistoryError
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site

if TYPE_CHECKING:
    from mdnkit.site.history import Absence, History

EN_US = "en-us"


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of some pages."""

    pairs: Mapping[str, Pair] = field(default_factory=dict)
    """By the path of the translation."""
    remarks: tuple[str, ...] = ()
    """What could not be known, in words for the reader."""


def pair_up(pages: Iterable[Page], site: Site) -> Pairing:
    """Return a pair for each translation among `pages`; pages that MDN keeps apart as orphaned or conflicting have none."""
    translations = [
        page
        for page in pages
        if page.is_translation
        and page.folder
        and not page.unreadable
        and not page.folder.startswith(("orphaned/", "conflicting/"))
    ]
    if not translations:
        return Pairing()
    sources = [_source(page, site) for page in translations]
    requests = [(source.commit, source.folder) for source in sources if source.state == ""]
    try:
        texts = site.history.texts(requests) if site.history else {}
        blobs = site.history.blobs(requests) if site.history else {}
        head = (site.history.head if site.history else None) or ""
        now = site.history.blobs((head, folder) for _, folder in requests) if site.history else {}
    except HistoryError as error:
        return Pairing(
            {s.page.path: Pair(s.page, s.state or "unknown-commit", s.commit) for s in sources},
            (str(error),),
        )
    pairs = {}
    for source in sources:
        key = (source.commit, source.folder)
        text = texts.get(key)
        same = blobs.get(key) == now.get((head, source.folder))
        pairs[source.page.path] = _pair(source, text, same)
    return Pairing(pairs, _remarks(pairs.values(), site.history))


class _Source(NamedTuple):
    """Where the English of a translation is to be found."""

    page: Page
    folder: str
    commit: str
    state: str
    """Empty where the history has to answer."""


def _source(page: Page, site: Site) -> _Source:
    from mdnkit.site.history import is_commit

    commit = page.front_matter.text("l10n", "sourceCommit")
    folder = page.folder
    if site.tree(EN_US) is not None:
        file = site.original_file(page)
        place = site.locate(file) if file else None
        if place is None:
            return _Source(page, folder, commit, "no-source")
        folder = place.folder
    state = "no-hash" if not commit else "" if is_commit(commit) else "malformed-hash"
    return _Source(page, folder, commit, state)


def _pair(source: _Source, text: "bytes | Absence | None", same: bool) -> Pair:
    """Return the pair of a translation, given the English text at its commit and whether it is the newest."""
    from mdnkit.site.history import Absence

    if source.state:
        return Pair(source.page, source.state, source.commit)
    if isinstance(text, bytes):
        path = f"{EN_US}/{source.folder}/index.md"
        original = Page(Source.decode(text), path, EN_US, source.folder)
        return Pair(source.page, "current" if same else "behind", source.commit, original)
    state = "not-at-commit" if text is Absence.NO_PAGE else "unknown-commit"
    return Pair(source.page, state, source.commit)


def _remarks(pairs: Iterable[Pair], history: "History | None") -> tuple[str, ...]:
    """Return in words, each once for a whole run, what could not be known."""
    if not any(pair.state == "unknown-commit" for pair in pairs):
        return ()
    if history is None or history.missing_reason:
        reason = (history and history.missing_reason) or _("There is no English history.")
        return (
            _("Translations were not compared with their English. {reason}").format(reason=reason),
        )
    if history.shallow:
        return (
            _(
                "The English history was fetched without old commits, so some translations were not compared with their"
                " English; run `git fetch --unshallow` there."
            ),
        )
    return (
        _(
            "Some translations name a commit that the English history at hand does not have, and were not compared;"
            " fetch the newest English pages."
        ),
    )
