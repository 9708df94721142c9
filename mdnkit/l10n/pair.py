"""A translation beside the English page that it was made from."""

from dataclasses import dataclass

from mdnkit.page.page import Page


@dataclass(frozen=True, slots=True)
class Pair:
    """What a translation rule is given."""

    translation: Page
    state: str
    """The state of the translation in the words of `mdnkit l10n status`: current, behind, unknown-commit ..."""
    commit: str = ""
    """The `l10n.sourceCommit` of the translation."""
    original: Page | None = None
    """The English page as it was at that commit; None when it cannot be had."""
    commits_behind: int | None = None
    """How many later commits changed the English page; None where nobody counted."""
