"""`mdnkit model refresh`: compiles the model's data anew."""

from pathlib import Path

import click

from mdnkit.cli._options import GivenPath
from mdnkit.messages import _


@click.command("refresh")
@click.option(
    "--from",
    "folder",
    metavar="FOLDER",
    type=GivenPath(exists=True, file_okay=False),
    help="A folder that holds the packages unpacked, instead of fetching them with npm.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the data is out of date.")
@click.pass_context
def command(context: click.Context, folder: Path | None, check: bool) -> None:
    """Compile the model's data anew from its pinned packages.

    Needs mdnkit[refresh], and npm unless --from names the unpacked packages.
    """
    from mdnkit.model.refresh import compiled, outdated, write

    texts = compiled(folder)
    changed = outdated(texts) if check else write(texts)
    if not changed:
        click.echo(_("The data is up to date."))
        return
    message = _("Out of date: {names}") if check else _("Written: {names}")
    click.echo(message.format(names=", ".join(changed)))
    if check:
        context.exit(1)
