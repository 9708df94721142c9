"""Writes one HTML file that needs nothing else: a heading, and a table that readers filter and sort."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

from mdnkit.messages import ENGLISH, _, language, languages


class Cell(NamedTuple):
    """A cell of the table."""

    html: str
    """What it shows; escaped by whoever makes it."""
    value: str | None = None
    """What it is sorted by; None: its text."""
    kind: str = ""
    """number, short (never broken), text or code: how it is laid out."""
    language: str = ""
    """The locale of its words, where that is not the reader's."""


class TableRow(NamedTuple):
    """A row of the table."""

    kind: str
    """One of the kinds that the table can be filtered by."""
    cells: Sequence[Cell]


class Table(NamedTuple):
    """The table of a document."""

    headings: Sequence[str]
    kinds: Sequence[str]
    """In the order in which the filter offers them."""
    kind_label: str
    rows: Sequence[TableRow]


def document(title: str, intro: str, table: Table) -> str:
    """Return an HTML document; `intro` is HTML, everything else but the cells is text."""
    body = f"<h1>{escape(title)}</h1>\n{intro}\n"
    body += _table(table) if table.rows else f"<p>{escape(_('There is nothing to show.'))}</p>"
    spoken = language().partition("_")[0].lower()
    return Template(_part("html")).substitute(
        language=spoken if spoken in languages() else ENGLISH,
        title=escape(title),
        style=_part("css"),
        script=_part("js"),
        body=body,
    )


def _part(name: str) -> str:
    return Path(__file__).with_suffix(f".{name}").read_text("utf-8")


def _table(table: Table) -> str:
    options = "".join(
        f'<option value="{escape(kind)}">{escape(kind)}</option>' for kind in table.kinds
    )
    headings = "".join(
        f'<th scope="col"><button type="button">{escape(heading)}</button></th>'
        for heading in table.headings
    )
    return (
        '<div class="controls">'
        f'<label>{escape(_("Find"))} <input id="filter-text" type="search"></label>'
        f'<label>{escape(table.kind_label)} <select id="filter-kind">'
        f'<option value="">{escape(_("all"))}</option>{options}</select></label>'
        '<output id="shown" class="faint"></output> '
        f'<button id="show-all" type="button" hidden>{escape(_("Show all"))}</button></div>\n'
        f"<table>\n<thead><tr>{headings}</tr></thead>\n<tbody>\n"
        + "".join(_rows(table))
        + "</tbody>\n</table>"
    )


def _rows(table: Table) -> Iterable[str]:
    for row in table.rows:
        cells = "".join(map(_cell, table.headings, row.cells))
        yield f'<tr data-kind="{escape(row.kind)}">{cells}</tr>\n'


def _cell(heading: str, cell: Cell) -> str:
    value = "" if cell.value is None else f' data-value="{escape(cell.value)}"'
    layout = f' class="{"text code" if cell.kind == "code" else cell.kind}"' if cell.kind else ""
    language = f' lang="{escape(cell.language)}"' if cell.language else ""
    return f'<td data-label="{escape(heading)}"{layout}{value}{language}>{cell.html}</td>'
