"""How the formats write what they say of a page."""

from datetime import UTC, datetime

from mdnkit.l10n.change_words import change_words
from mdnkit.l10n.status import PageStatus
from mdnkit.messages import _


def day(page: PageStatus) -> str:
    """Return the day (UTC) of the English that a page was made from, such as `2026-01-02`; empty where it is not known."""
    return "" if page.since is None else datetime.fromtimestamp(page.since, UTC).date().isoformat()


def header(pages_have_views: bool) -> tuple[str, ...]:
    """Return the names of the columns."""
    names = (_("Page"), _("State"), _("Since"), _("Commits"), _("Segments"), _("Changed"))
    return (*names, _("Views")) if pages_have_views else names


def row(page: PageStatus) -> tuple[str, ...]:
    """Return what the columns say of a page."""
    cells = (
        page.slug,
        str(page.state),
        day(page),
        "" if page.commits_behind is None else str(page.commits_behind),
        str(page.change.segments) if page.change else "",
        change_words(page.change) if page.change else "",
    )
    return cells if page.popularity is None else (*cells, f"{page.popularity:g}")


NUMERIC = (3, 4, 6)
"""The columns that hold numbers."""
CHANGED = 5
"""The column that says what changed."""
