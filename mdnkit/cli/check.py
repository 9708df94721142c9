"""`mdnkit check`: every rule over pages, files or folders."""

import os
import sys
from pathlib import Path
from typing import Any, TextIO

import click

from mdnkit import reports
from mdnkit.cli import reading
from mdnkit.cli._grouped import GroupedCommand
from mdnkit.cli._options import (
    PATH,
    configure,
    in_english_for_programs,
    in_english_if_given,
    roots_options,
    split_ids,
)
from mdnkit.cli._progress import progress
from mdnkit.config import Config
from mdnkit.errors import UsageError, WriteError
from mdnkit.finding import Report, Severity
from mdnkit.messages import _
from mdnkit.run import Request, Result, run

GROUPS = {
    "Which pages": ("since", "staged", "stdin_filename"),
    "Which rules": ("select", "ignore", "examples"),
    "What to do": ("fix", "diff", "baseline", "update_baseline", "jobs", "no_cache"),
    "The report": ("format_", "output", "fail_on", "color", "quiet"),
    "Where pages are": ("content_root", "translated_roots", "source_history", "config_file"),
}


@click.command("check", cls=GroupedCommand, groups=GROUPS)
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=PATH)
@click.option(
    "--since",
    metavar="REV",
    help="Only pages changed since the branch left REV, committed or not. The files' text is checked.",
)
@click.option(
    "--staged",
    is_flag=True,
    help="Only pages staged for the next commit. The staged text is checked, not the files'.",
)
@click.option(
    "--stdin-filename",
    metavar="FILE",
    type=PATH,
    help="The path that standard input (`-`) stands for.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    callback=split_ids,
    help="Run only these rules: ids and globs, comma-separated.",
)
@click.option(
    "--ignore", multiple=True, metavar="RULES", callback=split_ids, help="Leave these rules out."
)
@click.option(
    "--examples/--no-examples",
    default=None,
    help="Run JavaScript examples (default: up to 50 pages).",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended, and report what remains.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=PATH,
    callback=in_english_if_given,
    help="Known findings, which are not reported.",
)
@click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    metavar="N",
    help="Processes for large runs (default: one a core).",
)
@click.option("--no-cache", is_flag=True, help="Check every page, also where nothing has changed.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(reports.formats()),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=PATH,
    help="Write the report to FILE instead of standard output.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in Severity]),
    help="The least severity that ends with status 1 (default: error).",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours in text output.",
)
@click.option("--quiet", is_flag=True, help="Print nothing when there is nothing to report.")
@roots_options
def command(
    paths: tuple[Path, ...],
    since: str | None,
    staged: bool,
    stdin_filename: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    examples: bool | None,
    fix: bool,
    diff: bool,
    baseline: Path | None,
    update_baseline: bool,
    jobs: int | None,
    no_cache: bool,
    format_: str,
    output: Path | None,
    fail_on: str | None,
    color: str,
    quiet: bool,
    **where: Any,
) -> int:
    """Check pages, translations and examples.

    PATH is a page or a folder (default: the configured roots, else the current folder); `-` reads standard input.
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run.

    With --fix and --staged, pages are mended and staged whose files have what is staged; others are only reported.
    With --fix, `-` writes the mended page to standard output and the report to standard error. With --diff the
    differences go to standard output and the report to standard error; the exit status is 1 when there are any.
    """
    from_stdin = Path("-") in paths
    _check_usage(from_stdin, since, staged, diff, update_baseline)
    _check_standard_input(paths, stdin_filename)
    places = (stdin_filename or Path("index.md"),) if from_stdin else paths
    rules: dict[str, Any] = {"select": select, "ignore": ignore, "fail_on": fail_on}
    config = configure(places or (Path(),), **where, **rules, jobs=jobs)
    if fix and not diff and not places:
        _refuse_unnamed(config)
    request = Request(
        paths=places or config.roots or (Path(),),
        text=_standard_input() if from_stdin else None,
        since=since,
        staged=staged,
        baseline=baseline,
        update_baseline=update_baseline,
        fix=fix or diff,
        write=fix and not diff and not from_stdin,
        cache=not no_cache,
        examples=examples,
    )
    with progress() as shown:
        result = run(request, config, shown)
    with reading():
        if diff:
            _print(_diff(result))
        elif fix and request.text is not None:
            _print(_mended(result, request.text))
        if result.report.findings or output is not None or not quiet:
            _write(result.report, format_, output, color, aside=diff or (fix and from_stdin))
    _check_written(result)
    failed = _has_failed(result.report, config.fail_on) or (diff and result.rewritten)
    return int(bool(failed))


def _check_usage(
    from_stdin: bool,
    since: str | None,
    staged: bool,
    diff: bool,
    update_baseline: bool,
) -> None:
    """Raise UsageError for options that do not go together."""
    if staged and since is not None:
        raise UsageError(_("`--staged` and `--since` are two ways to choose pages; give one."))
    if from_stdin and (staged or since is not None):
        raise UsageError(_("Standard input is one text; `--since` and `--staged` choose files."))
    if diff and update_baseline:
        raise UsageError(_("`--diff` writes nothing; leave out `--update-baseline`."))


def _check_standard_input(paths: tuple[Path, ...], stdin_filename: Path | None) -> None:
    """Raise UsageError where standard input is given beside other paths, or a name for it without it."""
    others = [str(path) for path in paths if path != Path("-")]
    if others and len(others) < len(paths):
        message = _("Standard input (`-`) is checked alone; leave out `-`, or {others}.")
        raise UsageError(message.format(others=", ".join(others)))
    if stdin_filename is not None and paths != (Path("-"),):
        raise UsageError(
            _("`--stdin-filename` names the page that standard input has; give `-` as PATH.")
        )


def _standard_input() -> bytes:
    """Return the text of standard input. Raises UsageError where it was closed."""
    if sys.stdin is None:
        raise UsageError(_("Standard input is closed; pipe a page into it, or name a file."))
    return sys.stdin.buffer.read()


def _refuse_unnamed(config: Config) -> None:
    """Raise UsageError where files would be rewritten that neither the user nor a configuration has named."""
    if config.roots_of_environment:
        message = _(
            "`--fix` without PATH would rewrite pages below {roots}, which only the environment names; give them as PATH."
        )
        roots = ", ".join(map(str, config.roots_of_environment))
        raise UsageError(message.format(roots=roots))


def _has_failed(report: Report, fail_on: Severity) -> bool:
    return any(finding.severity.rank >= fail_on.rank for finding in report.findings)


def _check_written(result: Result) -> None:
    """Raise WriteError when a mended page could not be written."""
    if result.unwritten:
        more = len(result.unwritten) - 1
        also = _(" (Files like it: {count} more.)").format(count=more) if more else ""
        raise WriteError(result.unwritten[0] + also)


def _mended(result: Result, text: bytes) -> bytes:
    """Return the page of standard input as it is now."""
    texts = [page.after.encode("utf-8", "surrogateescape") for page in result.rewritten]
    return texts[0] if texts else text


def _diff(result: Result) -> bytes:
    from mdnkit.diff import unified_diff

    texts = [unified_diff(page.path, page.before, page.after) for page in result.rewritten]
    return "".join(texts).encode("utf-8", "surrogateescape")


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def _wants_color(stream: TextIO) -> bool:
    """Return whether a stream shows colours and its reader has not declined them. https://no-color.org/"""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(report: Report, format_: str, output: Path | None, color: str, aside: bool) -> None:
    """Write the report to a file, to standard output, or where that is taken to standard error."""
    stream = sys.stderr if aside else sys.stdout
    painted = color == "always" or (color == "auto" and output is None and _wants_color(stream))
    data = reports.render(report, format_, painted).encode("utf-8", "replace")
    if output is None and aside:
        click.echo(data, err=True, nl=False)
    elif output is None:
        _print(data)
    else:
        try:
            output.write_bytes(data)
        except OSError as error:
            message = _("The report cannot be written to {path}: {reason}.")
            raise UsageError(message.format(path=output, reason=error.strerror)) from error
