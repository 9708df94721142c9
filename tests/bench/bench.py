"""How long the commands take, as whole processes: `tox -e bench`, with CONTENT_ROOT (and CONTENT_TRANSLATED_ROOT) set.

Prints a table in Markdown, with the median of several runs. Other tools are measured in the same way: `--peers` names the
folder of a Node.js project that has them (see `peers.py`).
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

from peers import peers

ONE_PAGE = "en-us/web/css/reference/properties/scrollbar-width/index.md"
"""A page of about the mean size."""


README = Path(__file__).parent.parent.parent / "README.md"
HEAD = ("| run | wall s | CPU s | MB, largest process |", "|---|---|---|---|")


class Figure(NamedTuple):
    """The medians of several runs of one command."""

    wall: float
    cpu: float
    megabytes: float


def measure(
    command: Sequence[str], runs: int, before: Sequence[str] = (), without: str = ""
) -> Figure:
    """Return the figures of `command`, run several times; the file or folder `before` is removed each time.

    `without`: a variable of the environment that it does not see.
    """
    environment = {name: value for name, value in os.environ.items() if name != without}
    figures: list[Figure] = []
    for _ in range(runs):
        for path in before:
            shutil.rmtree(path, ignore_errors=True)
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        figures.append(Figure(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return Figure(*map(statistics.median, zip(*figures, strict=True)))


def row(title: str, figure: Figure) -> str:
    """Return a line of the table."""
    return f"| {title} | {figure.wall:.2f} | {figure.cpu:.2f} | {figure.megabytes:.0f} |"


def write_table(rows: Sequence[str]) -> None:
    """Put the table into the README, between its marks."""
    text = README.read_text("utf-8")
    before, begin, rest = text.partition("<!-- bench: begin -->\n")
    _, end, after = rest.partition("<!-- bench: end -->")
    README.write_text(before + begin + "\n".join((*HEAD, *rows)) + "\n" + end + after, "utf-8")


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--peers", type=Path, help="measure other tools too; the folder of their Node.js project"
    )
    parser.add_argument("--readme", action="store_true", help="write the table into the README")
    options = parser.parse_args()
    if "CONTENT_ROOT" not in os.environ:
        print("CONTENT_ROOT must name the folder that holds en-us/.", file=sys.stderr)
        return 2
    content = Path(os.environ["CONTENT_ROOT"])
    english, page = str(content / "en-us"), str(content / ONE_PAGE)
    cache = tempfile.mkdtemp(prefix="mdnkit-bench-")
    os.environ["XDG_CACHE_HOME"] = cache
    mdnkit = [sys.executable, "-m", "mdnkit"]
    rows: list[str] = []

    def add(
        title: str, command: Sequence[str], runs: int, before: Sequence[str] = (), without: str = ""
    ) -> None:
        figure = measure(command, runs, before, without)
        rows.append(row(title, figure))
        print(rows[-1], flush=True)

    print("\n".join(HEAD))
    add("check, one page", [*mdnkit, "check", "--no-examples", page], options.runs * 3)
    add("check, one page with its examples", [*mdnkit, "check", page], options.runs)
    # Who writes English pages has no translations at hand.
    alone = "CONTENT_TRANSLATED_ROOT"
    check = [*mdnkit, "check", english]
    add("check, all English pages, cold", check, options.runs, [cache], without=alone)
    add("check, all English pages, warm", check, options.runs, without=alone)
    translated = os.environ.get("CONTENT_TRANSLATED_ROOT")
    if translated:
        german = str(Path(translated) / "de")
        add("check, all German pages", [*mdnkit, "check", "--no-cache", german], 1)
        add("l10n status", [*mdnkit, "l10n", "status", "--locale", "de"], options.runs)
    examples = [*mdnkit, "examples", "--format", "summary", english]
    add("examples, all English pages, cold", examples, 1, [cache])
    add("examples, all English pages, warm", examples, options.runs)
    if options.peers:
        for peer in peers(options.peers, content / "en-us", content / ONE_PAGE, Path(cache)):
            add(peer.title, peer.command, 1 if peer.whole else options.runs)
    if options.readme:
        write_table(rows)
    shutil.rmtree(cache, ignore_errors=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
