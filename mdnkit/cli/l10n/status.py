"""`mdnkit l10n status`: the state of every translated page, and the queue of what to do first."""

import functools
import os
import sys
from pathlib import Path
from typing import Any

import click

from mdnkit.cli._options import configure, roots_options
from mdnkit.cli._progress import progress
from mdnkit.errors import UsageError
from mdnkit.l10n.state import State
from mdnkit.l10n.status import PageStatus, Status, status
from mdnkit.messages import _
from mdnkit.site.open_site import open_site
from mdnkit.site.site import Site
from mdnkit.site.slug import EN_US, locale_name

_TO_DO = frozenset(State) - {State.CURRENT, State.UNKNOWN_COMMIT, State.MISSING}
"""States that the table shows unless others are asked for: where a translator has work now."""

_ROWS = 50
"""Rows of the table unless another number is asked for."""


@click.command("status")
@click.option("--locale", metavar="LOCALE", help="The locale (default: the only one there is).")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How the states are written.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="STATE",
    type=click.Choice([state.value for state in State]),
    help=f"Only pages in this state ({', '.join(State)}); may be given more than once.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help="At most N pages (default: 50 in a table, all in JSON).",
)
@roots_options
def command(
    locale: str | None,
    format_: str,
    only: tuple[str, ...],
    limit: int | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Show how up to date the pages of a locale are, and what to do first.

    Each page is compared with the English page at its l10n.sourceCommit. Pages are in the order
    in which they should be looked at: those whose state is hidden, then those that are behind, the
    most changed first. The table shows those with work to do; --only shows others.
    """
    config = configure((), config_file, content_root, translated_roots, source_history)
    opening = functools.partial(open_site, config)
    with progress() as shown:
        found = status(opening, locale or _only_locale(opening()), config.jobs, shown)
    pages = [page for page in found.pages if not only or page.state in only]
    if format_ == "json":
        click.echo(_json(found, pages[:limit]))
    else:
        queue = [page for page in pages if only or page.state in _TO_DO]
        _write_table(found, queue, _ROWS if limit is None else limit)
    for remark in found.remarks:
        click.echo(remark, err=True)


def _only_locale(site: Site) -> str:
    """Return the one locale that the roots have; raises UsageError."""
    locales = [name for name in site.locales() if name != EN_US]
    if len(locales) == 1:
        return locales[0]
    if not locales:
        raise UsageError(_("There are no translations: name their folder with --translated-root."))
    names = ", ".join(map(locale_name, locales))
    raise UsageError(_("Choose one of the locales with --locale: {names}.").format(names=names))


def _json(found: Status, pages: list[PageStatus]) -> str:
    """Return the states for programs. The summary counts all pages, whatever is listed."""
    import json

    data = {
        "version": 1,
        "locale": locale_name(found.locale),
        "summary": {str(state): count for state, count in found.summary().items()},
        "pages": [_json_page(page) for page in pages],
        "remarks": list(found.remarks),
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _json_page(page: PageStatus) -> dict[str, Any]:
    return {
        "path": _shown(page.path),
        "slug": page.slug,
        "state": str(page.state),
        "sourceCommit": page.source_commit or None,
        "commitsBehind": page.commits_behind,
        "changes": [str(kind) for kind in page.change.kinds] if page.change else [],
        "segmentsChanged": page.change.segments if page.change else None,
    }


def _shown(path: str) -> str:
    """Return a path relative to the current folder where it lies below it, with `/`."""
    return os.path.abspath(path).removeprefix(os.path.join(os.getcwd(), "")).replace(os.sep, "/")


def _write_table(found: Status, pages: list[PageStatus], limit: int) -> None:
    """Write the counts, and the queue."""
    counts = [(str(state), count) for state, count in found.summary().items() if count]
    width = max((len(state) for state, _count in counts), default=0)
    for state, count in counts:
        click.echo(f"{state:<{width}}  {count:>6}")
    rows = [_row(page) for page in pages[:limit]]
    if not rows:
        return
    click.echo()
    header = (_("Page"), _("State"), _("Commits"), _("Segments"), _("Changed"))
    if sys.stdout.isatty():
        _write_rich(header, rows)
    else:
        _write_plain(header, rows)
    if len(pages) > limit:
        message = _("{count} more; --limit shows more of them.")
        click.echo(message.format(count=len(pages) - limit))


def _row(page: PageStatus) -> tuple[str, ...]:
    commits = "" if page.commits_behind is None else str(page.commits_behind)
    segments = str(page.change.segments) if page.change else ""
    kinds = ", ".join(page.change.kinds) if page.change else ""
    return (page.slug, str(page.state), commits, segments, kinds)


def _write_plain(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write aligned columns."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, *rows):
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _write_rich(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a table that fits the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for name in header:
        numeric = name in header[2:4]
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
