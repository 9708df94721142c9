"""How long the commands take, as whole processes: `tox -e bench`, with CONTENT_ROOT (and CONTENT_TRANSLATED_ROOT) set.

Prints a table in Markdown, with the median of several runs. Other tools are measured in the same way where they are
installed; `--peers` names the folder of a Node.js project that has markdownlint-cli2 and prettier.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ONE_PAGE = "en-us/web/css/reference/properties/scrollbar-width/index.md"
"""A page of about the mean size."""


class Figure(NamedTuple):
    """The medians of several runs of one command."""

    wall: float
    cpu: float
    megabytes: float


def measure(command: Sequence[str], runs: int, before: Sequence[str] = ()) -> Figure:
    """Return the figures of `command`, run several times; the file or folder `before` is removed each time."""
    figures: list[Figure] = []
    for _ in range(runs):
        for path in before:
            shutil.rmtree(path, ignore_errors=True)
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        figures.append(Figure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return Figure(*map(statistics.median, zip(*figures, strict=True)))


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path)
    options = parser.parse_args()
    if "CONTENT_ROOT" not in os.environ:
        print("CONTENT_ROOT must name the folder that holds en-us/.", file=sys.stderr)
        return 2
    content = Path(os.environ["CONTENT_ROOT"])
    english, page = str(content / "en-us"), str(content / ONE_PAGE)
    cache = tempfile.mkdtemp(prefix="mdnkit-bench-")
    os.environ["XDG_CACHE_HOME"] = cache
    mdnkit = [sys.executable, "-m", "mdnkit"]
    rows: list[tuple[str, Figure]] = []

    def add(title: str, command: Sequence[str], runs: int, before: Sequence[str] = ()) -> None:
        figure = measure(command, runs, before)
        rows.append((title, figure))
        print(
            f"| {title} | {figure.wall:.2f} | {figure.cpu:.2f} | {figure.megabytes:.0f} |",
            flush=True,
        )

    print("| run | wall s | CPU s | MB, largest process |\n|---|---|---|---|")
    add("check, one page", [*mdnkit, "check", "--no-examples", page], options.runs * 3)
    add("check, one page with its examples", [*mdnkit, "check", page], options.runs)
    add("check, all English pages, cold", [*mdnkit, "check", english], options.runs, [cache])
    add("check, all English pages, warm", [*mdnkit, "check", english], options.runs)
    translated = os.environ.get("CONTENT_TRANSLATED_ROOT")
    if translated:
        german = str(Path(translated) / "de")
        add("check, all German pages", [*mdnkit, "check", "--no-cache", german], 1)
        add("l10n status", [*mdnkit, "l10n", "status", "--locale", "de"], options.runs)
    add("examples, web/api/[a-c]*", [*mdnkit, "examples", "--format", "summary", *_abc(content)], 1)
    if options.peers:
        tools = options.peers / "node_modules" / ".bin"
        add("markdownlint-cli2, one page", [str(tools / "markdownlint-cli2"), page], options.runs)
        add("prettier, one page", [str(tools / "prettier"), "--check", page], options.runs)
    shutil.rmtree(cache, ignore_errors=True)
    return 0


def _abc(content: Path) -> list[str]:
    return [
        str(path) for path in sorted((content / "en-us/web/api").glob("[a-c]*")) if path.is_dir()
    ]


if __name__ == "__main__":
    raise SystemExit(main())
