"""`mdnkit examples`: runs the examples of pages and shows what became of each."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from mdnkit.check import read_page
from mdnkit.cli._options import configure, roots_options
from mdnkit.cli._progress import progress
from mdnkit.examples.run import ExampleRun, iterate_examples
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page
from mdnkit.site.find_pages import find_pages
from mdnkit.site.open_site import open_site


@click.command("examples")
@click.argument("paths", nargs=-1, metavar="[PATH...]", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "summary"]),
    default="text",
    show_default=True,
    help="`summary` counts the classes only.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes (default: one a core)."
)
@roots_options
def command(
    paths: tuple[Path, ...],
    format_: str,
    jobs: int | None,
    config_file: Path | None,
    content_root: str | None,
    translated_roots: tuple[str, ...],
    source_history: str | None,
) -> None:
    """Run the JavaScript examples of pages against the event model.

    PATH is a page or a folder (default: the configured roots, else the current folder). Each example is shown with its
    class, its global scope, what it needs, and what it did on each event, for each outcome.
    """
    import os

    config = configure(
        paths or (Path(),), config_file, content_root, translated_roots, source_history
    )
    site = open_site(config)
    roots = tuple(root for root in (config.content_root, *config.translated_roots) if root)
    files = find_pages(paths or roots or (Path(),), config.exclude, config.base)
    workers = jobs or config.jobs or os.cpu_count() or 1
    with progress() as shown:

        def pages() -> Iterator[Page]:
            for number, file in enumerate(files, 1):
                yield read_page(file, site)
                if shown is not None:
                    shown(number, len(files))

        runs = list(iterate_examples(pages(), Facts(), workers))
    if format_ == "json":
        _write_json(runs)
    elif format_ == "text":
        from mdnkit.examples.description import describe

        for run in runs:
            sys.stdout.write(describe(run))
    if format_ != "json":
        _write_summary(runs)


def _write_json(runs: list[ExampleRun]) -> None:
    """Write the runs in the shape of the contract, version 1."""
    import json

    count = sum(run.class_ == "runs" for run in runs)
    data = {
        "version": 1,
        "summary": {"examples": len(runs), "runs": count},
        "examples": [run.to_json() for run in runs],
    }
    sys.stdout.write(json.dumps(data, indent=2) + "\n")


def _write_summary(runs: list[ExampleRun]) -> None:
    counts = Counter(str(run.class_) for run in runs)
    assumed = sum(run.class_ == "runs" and bool(run.run.assumptions) for run in runs)
    listed = ", ".join(f"{count:,} {name}" for name, count in counts.most_common())
    sys.stdout.write(f"{len(runs):,} examples: {listed or 'none'}.\n")
    if assumed:
        sys.stdout.write(f"{assumed:,} of those that run met values that the model made up.\n")
