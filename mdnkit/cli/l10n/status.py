"""`mdnkit l10n status`: the state of every translated page, and the queue of what to do first."""

import functools
import shutil
import sys
from pathlib import Path

import click

from mdnkit.cli._options import PATH, configure, in_english_for_programs, roots_options
from mdnkit.cli._progress import progress
from mdnkit.cli.l10n._pages import only_locale, write_output
from mdnkit.globs import compile_globs, is_within
from mdnkit.l10n.popularities import read_popularities
from mdnkit.l10n.state import State
from mdnkit.l10n.status import PageStatus, status
from mdnkit.l10n.status_formats import formats, render
from mdnkit.messages import _
from mdnkit.site.open_site import open_site

_TO_DO = frozenset(State) - {State.CURRENT, State.UNKNOWN_COMMIT, State.MISSING}
"""States that people are shown unless others are asked for: where a translator has work now."""

_FOR_PEOPLE = ("table", "markdown")
"""Formats that are read from top to bottom, and so show the head of the queue."""

_ROWS = 50
"""Pages that these formats show unless another number is asked for."""


@click.command("status")
@click.option("--locale", metavar="LOCALE", help="The locale (default: the only one there is).")
@click.option(
    "--format",
    "format_",
    type=click.Choice(formats()),
    callback=in_english_for_programs,
    default="table",
    show_default=True,
    help="How the states are written.",
)
@click.option(
    "--output",
    type=PATH,
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="STATE",
    type=click.Choice([state.value for state in State]),
    help=f"Only pages in this state ({', '.join(State)}); may be given more than once.",
)
@click.option(
    "--path",
    "globs",
    multiple=True,
    metavar="GLOB",
    help="Only pages whose folder below the locale fits, such as `web/css/**`; may be given more than once.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    help="At most N pages (default: 50 in a table and in Markdown, else all).",
)
@click.option(
    "--popularities",
    type=PATH,
    metavar="FILE",
    help="JSON object from slugs to page views; pages that are read most come first.",
)
@roots_options
def command(
    locale: str | None,
    format_: str,
    output: Path | None,
    only: tuple[str, ...],
    globs: tuple[str, ...],
    limit: int | None,
    popularities: Path | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Show how up to date the pages of a locale are, and what to do first.

    Each page is compared with the English page at its l10n.sourceCommit. Pages are in the order
    in which they should be looked at: those whose state is hidden, then those that are behind, the
    most changed, oldest and most read first. Tables show those with work to do; --only shows others.
    """
    config = configure((), config_file, content_root, translated_roots, source_history)
    opening = functools.partial(open_site, config)
    views = read_popularities(popularities) if popularities else None
    with progress() as shown:
        found = status(opening, locale or only_locale(opening()), config.jobs, shown, views)
    states = only or (_TO_DO if format_ in _FOR_PEOPLE else State)
    pages = [page for page in found.pages if page.state in states and _fits(page, globs)]
    if limit is None and format_ in _FOR_PEOPLE:
        limit = _ROWS
    to_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else None
    write_output(render(found, pages[:limit], format_, width), output)
    if limit is not None and len(pages) > limit > 0 and format_ == "table":
        message = _("{count} more; --limit shows more of them.")
        click.echo(message.format(count=len(pages) - limit), err=output is not None)
    for remark in found.remarks:
        click.echo(remark, err=True)


def _fits(page: PageStatus, globs: tuple[str, ...]) -> bool:
    pattern = compile_globs(globs)
    return pattern is None or is_within(page.folder, pattern)
