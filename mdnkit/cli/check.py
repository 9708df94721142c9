"""`mdnkit check`: every rule over pages, files or folders."""

import sys
from pathlib import Path

import click

from mdnkit import reports
from mdnkit.check import check, check_text
from mdnkit.cli._options import configure, roots_options, split_ids
from mdnkit.cli._progress import progress
from mdnkit.errors import UsageError
from mdnkit.finding import Report, Severity
from mdnkit.messages import _


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(reports.formats()), default="text", show_default=True, help="How findings are written.")
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write the report to FILE instead of standard output.")
@click.option("--select", multiple=True, metavar="RULES", callback=split_ids, help="Run only these rules: ids and globs, comma-separated.")
@click.option("--ignore", multiple=True, metavar="RULES", callback=split_ids, help="Leave these rules out.")
@click.option("--fail-on", type=click.Choice([str(level) for level in Severity]), help="The least severity that ends with status 1 (default: error).")
@click.option("--examples/--no-examples", default=None, help="Run JavaScript examples (default: up to 50 pages).")
@click.option("--jobs", type=click.IntRange(min=0), metavar="N", help="Processes for large runs (default: one a core).")
@click.option("--stdin-filename", metavar="FILE", type=click.Path(path_type=Path), help="The path that standard input (`-`) stands for.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours in text output.")
@click.option("--quiet", is_flag=True, help="Print nothing when there is nothing to report.")
@roots_options
def command(
    paths: tuple[Path, ...],
    format_: str,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    examples: bool | None,
    jobs: int | None,
    stdin_filename: Path | None,
    color: str,
    quiet: bool,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> int:
    """Check pages, translations and examples.

    PATH is a page or a folder (default: the configured roots, else the current folder); `-` reads standard input.
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run.
    """  # noqa: D301 - click reads this text
    from_stdin = paths == (Path("-"),)
    places = (stdin_filename or Path("index.md"),) if from_stdin else paths
    config = configure(
        places or (Path(),), config_file, content_root, translated_roots, source_history,
        select=select, ignore=ignore, fail_on=fail_on, jobs=jobs,
    )  # fmt: skip
    if from_stdin:
        text = sys.stdin.buffer.read()
        report = check_text(text, places[0], config, examples=examples is not False)
    else:
        roots = [root for root in (config.content_root, *config.translated_roots) if root]
        with progress() as shown:
            report = check(paths or roots or (Path(),), config, examples=examples, progress=shown)
    failed = any(finding.severity.rank >= config.fail_on.rank for finding in report.findings)
    if not (quiet and not report.findings):
        _write(report, format_, output, color)
    return int(failed)


def _write(report: Report, format_: str, output: Path | None, color: str) -> None:
    """Write the report to a file or to standard output."""
    painted = color == "always" or (color == "auto" and output is None and sys.stdout.isatty())
    data = reports.render(report, format_, painted).encode("utf-8", "replace")
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        message = _("The report cannot be written to {path}: {reason}.")
        raise UsageError(message.format(path=output, reason=error.strerror)) from error
