"""The states as one HTML file."""

from collections.abc import Sequence
from html import escape

from mdnkit.l10n.html_document import Cell, Table, TableRow, document
from mdnkit.l10n.state import State
from mdnkit.l10n.status import PageStatus, Status
from mdnkit.l10n.status_formats._facts import CHANGED, NUMERIC, header, row
from mdnkit.messages import _
from mdnkit.site.slug import HOST, docs_path, locale_name


def render(status: Status, pages: Sequence[PageStatus], width: int | None) -> str:
    """Return an HTML document that needs no network."""
    title = _("State of the translations into {locale}").format(locale=locale_name(status.locale))
    counts = "".join(
        f"<li>{escape(state)} <b>{count}</b></li>"
        for state, count in status.summary().items()
        if count
    )
    remarks = "".join(f'<p class="faint">{escape(remark)}</p>' for remark in status.remarks)
    present = {page.state for page in pages}
    table = Table(
        header(bool(pages) and pages[0].popularity is not None),
        tuple(str(state) for state in State if state in present),
        _("State"),
        [_row(page, status.locale) for page in pages],
    )
    return document(title, f'<ul class="counts">{counts}</ul>{remarks}', table)


def _row(page: PageStatus, locale: str) -> TableRow:
    cells = row(page)
    where = "en-us" if page.state is State.MISSING else locale
    url = HOST + docs_path(where, page.slug)
    link = Cell(f'<a href="{escape(url)}">{escape(page.slug)}</a>', value=page.slug)
    others = (Cell(escape(text), kind=_kind(number)) for number, text in enumerate(cells[1:], 1))
    return TableRow(page.state, (link, *others))


def _kind(column: int) -> str:
    """Return how a column is laid out; only the last one of words may be broken."""
    return "number" if column in NUMERIC else "" if column == CHANGED else "short"
