"""`mdnkit l10n new`: lays out the translation of an English page."""

from pathlib import Path

import click

from mdnkit.cli._options import configure, roots_options
from mdnkit.edits import write_atomically
from mdnkit.errors import WriteError
from mdnkit.l10n.new_translation import NewTranslation, lay_out
from mdnkit.messages import _
from mdnkit.site.open_site import open_site
from mdnkit.site.shown_path import shown_path


@click.command("new")
@click.argument("slug")
@click.option(
    "--locale", required=True, metavar="LOCALE", help="The locale to translate into, such as de."
)
@click.option("--force", is_flag=True, help="Replace a page that is already there.")
@roots_options
def command(
    slug: str,
    locale: str,
    force: bool,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Lay out the English page SLUG for translation: its text, with the front matter of a translation.

    l10n.sourceCommit names the last commit that touched the page; links lead to the pages of the
    locale. A page that is already there is not touched.
    """
    config = configure((), config_file, content_root, translated_roots, source_history)
    new = lay_out(open_site(config), slug, locale)
    _write(new, force)
    click.echo(shown_path(new.file))


def _write(new: NewTranslation, force: bool) -> None:
    data = new.text.encode("utf-8", "surrogateescape")
    try:
        new.file.parent.mkdir(parents=True, exist_ok=True)
        if force:
            write_atomically(new.file, data)
            return
        with new.file.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        message = _("{path} is already there; --force would replace it.")
        raise WriteError(message.format(path=shown_path(new.file))) from error
    except OSError as error:
        message = _("{path} was not written: {error}.")
        raise WriteError(message.format(path=shown_path(new.file), error=error.strerror)) from error
