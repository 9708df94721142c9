"""How formats for readers say what became of a segment, and where it stands."""

from mdnkit.l10n.change_words import detail_name
from mdnkit.l10n.difference import Fate, Row
from mdnkit.l10n.shape_words import shape_words
from mdnkit.messages import _


def row_words(row: Row) -> str:
    """Return what became of a segment: `changed (prose, links)`."""
    fates = {
        Fate.CHANGED: _("changed"),
        Fate.ADDED: _("added"),
        Fate.REMOVED: _("removed"),
        Fate.MOVED: _("moved"),
    }
    what = ", ".join(map(detail_name, row.what))
    return f"{fates[row.fate]} ({what})" if what else fates[row.fate]


def row_place(row: Row) -> str:
    """Return where a segment stands: the heading above it and its place in the structure."""
    place = shape_words(row.shape) if row.shape else ""
    return " › ".join(part for part in (row.section, place) if part)
