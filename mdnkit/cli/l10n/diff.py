"""`mdnkit l10n diff`: what changed in English since a translation was made."""

import os
import shutil
import sys
from pathlib import Path

import click

from mdnkit.cli._options import PATH, configure, in_english_for_programs, roots_options
from mdnkit.cli.l10n._pages import read_translation, write_output
from mdnkit.l10n.difference_formats import formats, render
from mdnkit.l10n.page_difference import page_difference
from mdnkit.site.open_site import open_site


@click.command("diff")
@click.argument("page", type=PATH)
@click.option(
    "--since",
    metavar="REV",
    help="Compare from this revision, instead of the page's l10n.sourceCommit.",
)
@click.option(
    "--until", metavar="REV", help="Compare with this revision, instead of the newest commit."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(formats()),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
    help="How the difference is written.",
)
@click.option(
    "--output",
    type=PATH,
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)
@roots_options
def command(
    page: Path,
    since: str | None,
    until: str | None,
    format_: str,
    output: Path | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Show what changed in English since PAGE was translated, segment by segment.

    The English page at the l10n.sourceCommit of PAGE is compared with the newest one; what the
    translation has for each changed segment stands beside it.
    """  # fmt: skip
    config = configure((page,), config_file, content_root, translated_roots, source_history)
    site = open_site(config)
    difference = page_difference(read_translation(page, site), site, since, until)
    to_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else 80
    # https://no-color.org
    color = to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    write_output(render(difference, format_, width, color), output)
