"""The difference as one HTML file."""

from html import escape

from mdnkit.l10n.change_words import change_words
from mdnkit.l10n.difference import Difference, Fate, Row
from mdnkit.l10n.difference_formats._row_words import row_place, row_words
from mdnkit.l10n.html_document import Cell, Table, TableRow, document
from mdnkit.l10n.word_marks import Piece, mark_words
from mdnkit.messages import _
from mdnkit.site.slug import locale_name

_ENGLISH = "en-US"
_CODE = ("fence", "code", "html")


def render(difference: Difference, width: int, color: bool) -> str:
    """Return an HTML document that needs no network."""
    locale = locale_name(difference.locale)
    title = _("What changed in English: {slug}").format(slug=difference.slug)
    summary = _("From commit {since} to {until}: {words}.").format(
        since=difference.since[:10],
        until=difference.until[:10],
        words=change_words(difference.change) or _("nothing"),
    )
    intro = f'<p>{escape(summary)}</p>\n<p class="faint"><code>{escape(difference.path)}</code></p>'
    headings = (
        _("Line"), _("Change"), _("English before"), _("English now"),
        _("Translation ({locale})").format(locale=locale),
    )  # fmt: skip
    present = {row.fate for row in difference.rows}
    kinds = tuple(str(fate) for fate in Fate if fate in present)
    rows = [_row(row, locale) for row in difference.rows]
    return document(title, intro, Table(headings, kinds, _("Change"), rows))


def _row(row: Row, locale: str) -> TableRow:
    old, new = mark_words(row.old, row.new)
    kind = "code" if row.shape.rpartition("/")[2] in _CODE else "text"
    change = f'{escape(row_words(row))}<span class="where">{escape(row_place(row))}</span>'
    return TableRow(
        row.fate,
        (
            Cell(str(row.line), kind="number"),
            Cell(change),
            Cell(_marked(old, "del"), kind=kind, language=_ENGLISH),
            Cell(_marked(new, "ins"), kind=kind, language=_ENGLISH),
            Cell(escape(row.translation), kind=kind, language=locale),
        ),
    )


def _marked(pieces: tuple[Piece, ...], tag: str) -> str:
    return "".join(
        f"<{tag}>{escape(piece.text)}</{tag}>" if piece.differs else escape(piece.text)
        for piece in pieces
    )
