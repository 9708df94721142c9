"""`mdnkit examples`: runs the examples of pages and shows what became of each."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mdnkit.check import read_page
from mdnkit.cli._options import configure, in_english_for_programs, roots_options
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
from mdnkit.examples.run import ExampleRun, iterate_examples
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.published.page import read_published
from mdnkit.site.find_pages import find_pages
from mdnkit.site.open_site import open_site


@click.command("examples")
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "summary"]),
    callback=in_english_for_programs,
    default="text",
    show_default=True,
    help="`summary` counts the classes only.",
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
    type=click.Path(path_type=Path),
    help="A saved page of MDN, HTML or its text: its examples are run, and compared with those of PATH (default: the"
    " page at its address, and the translations of that).",
)
@roots_options
def command(
    paths: tuple[Path, ...],
    format_: str,
    jobs: int | None,
    engine: str,
    published: Path | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Run the JavaScript examples of pages against the event model.

    PATH is a page or a folder (default: the configured roots, else the current folder). Each example is shown with its
    class, its global scope, what it needs, and what it did on each event, for each outcome.
    """
    config = configure(
        paths or (Path(),), config_file, content_root, translated_roots, source_history
    )
    site = open_site(config)
    workers = jobs or config.jobs or os.cpu_count() or 1
    counts = _Counts()
    told: dict[str, Any] = {}
    with progress() as shown:

        def pages() -> Iterator[Page]:
            for number, file in enumerate(files, 1):
                yield read_page(file, site)
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
            found = run_published(saved, compared, Facts(), workers, engine)
        else:
            roots = tuple(root for root in (config.content_root, *config.translated_roots) if root)
            files = find_pages(paths or roots or (Path(),), config.exclude, config.base)
            found = iterate_examples(pages(), Facts(), workers, engine)
        runs = counts.watch(found)
        if format_ == "json":
            _write_json(runs, counts, told)
            return
        for run in runs:
            if format_ == "text":
                sys.stdout.write(describe(run))
    sys.stdout.write(counts.summary())


class _Counts:
    """Counts runs as they pass by; runs are not kept, as there may be many."""

    def __init__(self) -> None:
        self.classes: Counter[str] = Counter()
        self.assumed = 0

    def watch(self, runs: Iterator[ExampleRun]) -> Iterator[ExampleRun]:
        """Yield `runs`, counting them."""
        for run in runs:
            self.classes[str(run.class_)] += 1
            self.assumed += run.class_ == "runs" and bool(run.run.assumptions)
            yield run

    def summary(self) -> str:
        """Return the counts in words."""
        listed = ", ".join(f"{count:,} {name}" for name, count in self.classes.most_common())
        text = f"{self.classes.total():,} examples: {listed or 'none'}.\n"
        if self.assumed:
            text += f"{self.assumed:,} of those that run met values that the model made up.\n"
        return text


def _write_json(runs: Iterator[ExampleRun], counts: _Counts, told: dict[str, Any]) -> None:
    """Write the runs in the shape of the contract, version 1; they wait in a file until the summary is known."""
    import json
    import shutil
    import tempfile

    with tempfile.TemporaryFile("w+", encoding="utf-8") as waiting:
        for number, run in enumerate(runs):
            waiting.write(",\n" if number else "")
            waiting.write(json.dumps(run.to_json()))
        summary = {"examples": counts.classes.total(), "runs": counts.classes["runs"]}
        head = {"version": 1, "summary": summary, **told}
        rows = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        sys.stdout.write("{" + ",\n".join(rows) + ',\n"examples": [\n')
        waiting.seek(0)
        shutil.copyfileobj(waiting, sys.stdout)
        sys.stdout.write("\n]}\n")
