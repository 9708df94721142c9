"""`mdnkit model run`: runs script files in one context of the model."""

import math
from pathlib import Path

import click

from mdnkit.cli._options import GivenPath
from mdnkit.discovery import unit_names
from mdnkit.examples import engines
from mdnkit.examples.choice import DEFAULT
from mdnkit.messages import _


def _a_time(context: click.Context, parameter: click.Parameter, seconds: float) -> float:
    """Return a limit of time; raises BadParameter for one that never begins, or that is none."""
    if not 0 < seconds < math.inf:
        raise click.BadParameter(_("name a number of seconds above 0"))
    return seconds


def _print_line(line: str) -> None:
    click.echo(line.replace("\n", "\\n"))


@click.command("run")
@click.option(
    "--scope",
    metavar="SCOPE",
    default="Window",
    show_default=True,
    help="The global interface, or what Web IDL calls it: Window, ServiceWorkerGlobalScope, ServiceWorker, ShadowRealm, ...",
)
@click.option(
    "--html",
    metavar="FILE",
    type=GivenPath(exists=True, dir_okay=False),
    help="The markup of the document, in the scope Window.",
)
@click.option(
    "--engine",
    type=click.Choice(unit_names(engines.__name__)),
    default=DEFAULT,
    show_default=True,
)
@click.option(
    "--seconds",
    metavar="SECONDS",
    callback=_a_time,
    type=float,
    default=60.0,
    show_default=True,
    help="Processor time for all scripts.",
)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=GivenPath(exists=True, dir_okay=False),
)
@click.pass_context
def command(
    context: click.Context, scope: str, html: Path | None, engine: str, seconds: float,
    files: tuple[Path, ...],
) -> None:  # fmt: skip
    """Run script files, in order, in one context of the model.

    Prints what they log, a line each. Exits 1 when a script throws or does not come to its end.
    """
    from mdnkit.errors import UsageError
    from mdnkit.examples.scripts_apart import run_scripts_apart
    from mdnkit.model.realm import scope_named, scopes

    named = scope_named(scope)
    if named is None:
        known = ", ".join(sorted(scopes()))
        message = _("There is no global scope {scope}; known are: {known}.")
        raise UsageError(message.format(scope=scope, known=known))
    sources = [path.read_text("utf-8-sig", "replace") for path in files]
    markup = html.read_text("utf-8-sig", "replace") if html else ""
    report = run_scripts_apart(
        engine, named, sources, html=markup, seconds=seconds, heard=_print_line
    )
    for error in report.errors:
        where = f"{files[error.source]}:{error.line}:{error.column}"
        click.echo(f"{where}: {error.name}: {error.message}", err=True)
    if report.limit:
        message = _("Stopped: the limit of {limit} was reached.")
        click.echo(message.format(limit=report.limit), err=True)
    if report.errors or report.limit:
        context.exit(1)
