"""Prints how many sub-tests of each suite pass, by scope: `python tests/conformance/table.py ROOT [FOLDER...]`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gaps import known_gaps
from suite import DEDICATED, SERVICE, SHARED, WINDOW, run_file, scopes, suite_files

PAGES = (
    "dom/events/Body-FrameSet-Event-Handlers.html",
    "dom/events/CustomEvent.html",
    "dom/events/Event-cancelBubble.html",
    "dom/events/Event-constants.html",
    "dom/events/Event-defaultPrevented.html",
    "dom/events/Event-defaultPrevented-after-dispatch.html",
    "dom/events/Event-dispatch-detached-input-and-change.html",
    "dom/events/Event-init-while-dispatching.html",
    "dom/events/Event-initEvent.html",
    "dom/events/Event-propagation.html",
    "dom/events/Event-returnValue.html",
    "dom/events/Event-stopImmediatePropagation.html",
    "dom/events/Event-subclasses-constructors.html",
    "dom/events/Event-type.html",
    "dom/events/Event-type-empty.html",
    "dom/events/EventListener-handleEvent.html",
    "dom/events/EventTarget-dispatchEvent.html",
    "dom/events/EventTarget-this-of-listener.html",
    "dom/events/remove-all-listeners.html",
)
"""Pages whose scripts need nothing but their markup."""

SUITES = (
    "dom/events",
    "dom/abort",
    "html/webappapis/timers",
    "html/webappapis/microtask-queuing",
    "html/webappapis/structured-clone",
    "html/webappapis/atob",
    "webidl",
    "dom/idlharness.any.js",
    "dom/idlharness.window.js",
    "service-workers/idlharness.https.any.js",
    "background-fetch/idlharness.https.any.js",
    "console",
    "fetch/api/body",
    "hr-time",
    "streams",
    "url",
    "xhr/formdata",
    *PAGES,
)
"""Folders and files that the model is held against."""

SCOPES = (WINDOW, DEDICATED, SHARED, SERVICE)
HARNESS = "(harness)"
"""Stands for the harness itself where a file does not come to its end."""


class Row(NamedTuple):
    """One sub-test in one scope."""

    suite: str
    file: str
    scope: str
    sub_test: str
    passed: bool
    message: str


def rows(root: Path, suites: Sequence[str], engine: str) -> Iterator[Row]:
    """Run the suites in an engine and yield what came of every sub-test; files that the table of
    gaps skips are left out.
    """
    gaps = known_gaps()
    for suite in suites:
        files = [suite] if (root / suite).is_file() else suite_files(root, suite)
        for file in files:
            if gaps.why_skipped(file):
                continue
            for scope in scopes(root, file):
                result = run_file(root, file, scope, engine)
                for one in result.sub_tests:
                    passed = one.status == "pass"
                    yield Row(suite, file, scope, one.name, passed, one.message)
                if result.error:
                    yield Row(suite, file, scope, HARNESS, False, result.error)


def table(found: Sequence[Row]) -> str:
    """Return the numbers as a Markdown table."""
    passed = Counter((row.suite, row.scope) for row in found if row.passed)
    run = Counter((row.suite, row.scope) for row in found)
    names = [scope.removesuffix("GlobalScope") for scope in SCOPES]
    lines = [f"| suite | {' | '.join(names)} |", "|---" * (1 + len(SCOPES)) + "|"]
    for suite in dict.fromkeys(row.suite for row in found):
        cells = (
            f"{passed[suite, scope]}/{run[suite, scope]}" if run[suite, scope] else ""
            for scope in SCOPES
        )
        lines.append(f"| {suite} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Run the suites and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "root",
        type=Path,
        help="a checkout of web-platform-tests, or a part of one: https://github.com/web-platform-tests/wpt",
    )
    parser.add_argument("suites", nargs="*", default=SUITES, help="files and folders in it")
    parser.add_argument("--engine", default="quickjs")
    parser.add_argument(
        "-v", action="store_true", help="print the failures that are no known gaps, too"
    )
    options = parser.parse_args()
    found = list(rows(options.root, options.suites, options.engine))
    gaps = known_gaps().of(options.engine)
    for row in found if options.v else ():
        if not row.passed and not gaps.reason(row.file, row.scope, row.sub_test):
            print(f"{row.file} ({row.scope}): {row.sub_test}: {row.message}")
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] - a text stream here
    raise SystemExit(main())
