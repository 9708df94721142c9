"""`mdnkit examples`: runs the examples of pages and shows what became of each."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import click

from mdnkit.cli._options import PATH, configure, in_english_for_programs, roots_options
from mdnkit.cli._progress import progress
from mdnkit.discovery import unit_names
from mdnkit.examples import engines
from mdnkit.examples.choice import AUTO
from mdnkit.examples.description import describe
from mdnkit.examples.published_report import (
    compare_pages,
    describe_published,
    published_json,
    run_published,
    source_files,
)
from mdnkit.examples.run import iterate_rows
from mdnkit.examples.run_cache import open_run_cache
from mdnkit.examples.summary import Summary
from mdnkit.given import read_page
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.published.page import read_published
from mdnkit.rules.page.source import source_readable
from mdnkit.site.find_pages import find_pages, no_page
from mdnkit.site.open_site import open_site


@click.command("examples")
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=PATH)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "summary"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
    help="`summary` counts the classes and tells why examples do not run without assumptions.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes (default: one a core)."
)
@click.option(
    "--engine",
    type=click.Choice([AUTO, *unit_names(engines.__name__)]),
    default=AUTO,
    show_default=True,
    help="`auto` takes quickjs, and v8 for scripts that name what quickjs has not. `chromium` needs mdnkit[chromium]"
    " and an installed browser.",
)
@click.option(
    "--published",
    metavar="FILE",
    type=PATH,
    help="A saved page of MDN, HTML or its text: its examples are run, and compared with those of PATH (default: the"
    " page at its address, and the translations of that).",
)
@click.option("--no-cache", is_flag=True, help="Run everything anew, and keep nothing.")
@roots_options
def command(
    paths: tuple[Path, ...],
    format_: str,
    jobs: int | None,
    engine: str,
    published: Path | None,
    no_cache: bool,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> int:
    """Run the JavaScript examples of pages against the event model.

    PATH is a page or a folder (default: the configured roots, else the current folder). Each example is shown with its
    class, its global scope, what it needs, and what it did on each event, for each outcome.
    Exits with 1 when a page cannot be read.
    """
    config = configure(
        paths or (Path(),), config_file, content_root, translated_roots, source_history
    )
    site = open_site(config)
    workers = jobs or config.jobs or os.cpu_count() or 1
    counts = Summary()
    cache = None if no_cache else open_run_cache(config)
    told: dict[str, Any] = {}
    found: Iterator[dict[str, Any]]
    unreadable: list[str] = []
    files: Sequence[str | Path]
    with progress() as shown, closing(cache) if cache else nullcontext():

        def pages() -> Iterator[Page]:
            for number, file in enumerate(files, 1):
                page = read_page(file, site)
                unreadable.extend(_unreadable(page))
                yield page
                if shown is not None:
                    shown(number, len(files))

        if published is not None:
            saved = read_published(published)
            given = find_pages(paths, config.exclude, config.base) if paths else None
            files = source_files(saved, site) if given is None else given
            compared = compare_pages(saved, list(pages()))
            told = {"published": published_json(saved, compared)}
            if format_ == "text":
                sys.stdout.write(describe_published(saved, compared))
            told_runs = run_published(saved, compared, Facts(), workers, engine)
            found = (run.to_json() for run in told_runs)
        else:
            where = paths or config.roots or (Path(),)
            files = find_pages(where, config.exclude, config.base)
            if not files:
                raise no_page(where)
            found = iterate_rows(pages(), Facts(), workers, engine, cache)
        rows = counts.watch(found)
        if format_ == "json":
            _write_json(rows, counts, told)
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        for row in rows:
            if format_ == "text":
                sys.stdout.write(describe(row, width))
    if format_ != "json":
        sys.stdout.write(counts.text() if format_ == "summary" else counts.line())
    sys.stdout.flush()
    for line in unreadable:
        click.echo(line, err=True)
    return int(bool(unreadable))


def _unreadable(page: Page) -> Iterator[str]:
    """Yield in one line why a page cannot be read, as `mdnkit check` finds it; nothing of one that can be."""
    for problem in source_readable.check(page):
        line = page.source.position(problem.span.start).line
        yield f"{page.path}:{line}: {problem.message}"


def _write_json(rows: Iterator[dict[str, Any]], counts: Summary, told: dict[str, Any]) -> None:
    """Write the runs in the shape of the contract, version 1; they wait in a file until the summary is known."""
    import json
    import tempfile

    with tempfile.TemporaryFile("w+", encoding="utf-8") as waiting:
        for number, row in enumerate(rows):
            waiting.write(",\n" if number else "")
            waiting.write(json.dumps(row))
        head = {"version": 1, "summary": counts.to_json(), **told}
        parts = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        sys.stdout.write("{" + ",\n".join(parts) + ',\n"examples": [\n')
        waiting.seek(0)
        shutil.copyfileobj(waiting, sys.stdout)
        sys.stdout.write("\n]}\n")
