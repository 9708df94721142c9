"""A translation beside the English page that it was made from."""

import functools
from dataclasses import dataclass

from mdnkit.l10n.alignment import Aligned, Match, align
from mdnkit.page.page import Page


@dataclass(frozen=True)
class Pair:
    """What a translation rule is given."""

    translation: Page
    state: str
    """The state of the translation in the words of `mdnkit l10n status`: current, behind, unknown-commit ..."""
    commit: str = ""
    """The `l10n.sourceCommit` of the translation."""
    original: Page | None = None
    """The English page as it was at that commit; None when it cannot be had."""

    @functools.cached_property
    def aligned(self) -> Aligned:
        """The segments of both pages, aligned; nothing without an original."""
        return Aligned(()) if self.original is None else align(self.original, self.translation)

    @property
    def matches(self) -> tuple[Match, ...]:
        """The aligned segments alone."""
        return self.aligned.matches
