"""Where one English sentence has many translations in a locale."""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mdnkit.errors import UsageError
from mdnkit.l10n.measure import word_count
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.pairing import pair_up
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.page import Page
from mdnkit.page.source import Source
from mdnkit.site.site import Site
from mdnkit.site.slug import locale_name
from mdnkit.spread import spread

FEWEST = 5
"""Words of an English sentence that is looked at; headings count however short they are."""


class Use(NamedTuple):
    """An English text and how it is translated at one place."""

    kind: str
    """heading or text"""
    english: str
    translated: str
    path: str
    line: int
    """1-based, in the translation."""


class Form(NamedTuple):
    """One translation of an English text."""

    text: str
    times: int
    path: str
    line: int
    """Where it is used first."""


class Repeated(NamedTuple):
    """An English text that occurs more than once, and its translations."""

    kind: str
    english: str
    times: int
    forms: tuple[Form, ...]
    """The most frequent first."""

    @property
    def deviating(self) -> int:
        """How many uses have another form than the most frequent one."""
        return self.times - self.forms[0].times


def uses(pair: Pair) -> Iterator[Use]:
    """Yield the headings and sentences of a translation whose structure is that of its English, as readers see them."""
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or ours.shape != theirs.shape:
            continue
        if ours.block.kind not in INLINE_KINDS:
            continue
        kind = "heading" if ours.block.kind == "heading" else "text"
        english = " ".join(original.words(ours.block).split())
        if not english or (kind == "text" and word_count(english) < FEWEST):
            continue
        translated = " ".join(page.words(theirs.block).split())
        line = page.source.position(theirs.block.at).line
        yield Use(kind, english, translated, page.path, line)


def repeated(found: Iterable[Use]) -> list[Repeated]:
    """Return the English texts that occur more than once, those with the most deviating uses first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    places: dict[tuple[str, str, str], tuple[str, int]] = {}
    for use in found:
        counts.setdefault((use.kind, use.english), Counter())[use.translated] += 1
        places.setdefault((use.kind, use.english, use.translated), (use.path, use.line))
    texts: list[Repeated] = []
    for (kind, english), forms in counts.items():
        if forms.total() > 1:
            ordered = sorted(forms.items(), key=lambda item: (-item[1], item[0]))
            shown = [Form(text, n, *places[kind, english, text]) for text, n in ordered]
            texts.append(Repeated(kind, english, forms.total(), tuple(shown)))
    return sorted(texts, key=lambda text: (-text.deviating, text.kind, text.english))


def consistency(
    open_site: Callable[[], Site],
    locale: str,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Repeated]:
    """Return the English texts that occur more than once in the translated pages of a locale, with their translations.

    `open_site` returns the same site in this process and in the `jobs` processes (0: one a core) that are started for many
    pages; it must be fit for pickling then. Raises UsageError for a locale that no root has.
    """
    site = open_site()
    tree = site.tree(locale.lower())
    if tree is None:
        message = _("There are no translations into `{locale}`.")
        raise UsageError(message.format(locale=locale_name(locale)))
    task = functools.partial(_uses_of, open_site=open_site, locale=tree.locale)
    folders = sorted(tree.folders)
    chunks = spread(task, folders, jobs, lambda: None, progress)
    return repeated(use for chunk in chunks for use in chunk)


def _uses_of(folders: Sequence[str], open_site: Callable[[], Site], locale: str) -> list[Use]:
    site = open_site()
    tree = site.tree(locale)
    assert tree is not None
    paths = [(tree.page_path(folder), folder) for folder in folders]
    pages = [
        Page(Source.decode(Path(path).read_bytes()), path, locale, folder) for path, folder in paths
    ]
    pairs = pair_up(pages, site).pairs.values()
    return [use for pair in pairs for use in uses(pair)]
