"""The sub-tests of the suites that are known to fail, and the files that are not run, each with its
reason.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Gap(NamedTuple):
    """Sub-tests that fail for one reason."""

    files: tuple[str, ...]
    scope: str
    """Empty: in every scope that the file is for."""
    sub_tests: tuple[str, ...]
    """Names; `*` stands for any text. `(harness)` is an end that the harness calls an error."""
    reason: str
    engine: str
    """Empty: in every engine."""

    def covers(self, file: str, scope: str, sub_test: str) -> bool:
        """Say whether a failure is one of these."""
        return (
            any(_matches(pattern, file) for pattern in self.files)
            and self.scope in ("", scope)
            and any(_matches(pattern, sub_test) for pattern in self.sub_tests)
        )


class Gaps(NamedTuple):
    """The whole table."""

    gaps: tuple[Gap, ...]
    skipped: Mapping[str, str]
    """Files and folders that are not run, and why."""

    def of(self, engine: str) -> "Gaps":
        """Return the table of one engine."""
        return self._replace(gaps=tuple(gap for gap in self.gaps if gap.engine in ("", engine)))

    def why_skipped(self, file: str) -> str:
        """Return why a file is not run; empty when it is."""
        return next((why for at, why in self.skipped.items() if _matches(at, file)), "")

    def reason(self, file: str, scope: str, sub_test: str) -> str:
        """Return why a sub-test fails; empty when it ought to pass."""
        found = (gap.reason for gap in self.gaps if gap.covers(file, scope, sub_test))
        return next(found, "")

    def unused(self, failures: Iterable[tuple[str, str, str]], files: Iterable[str]) -> list[str]:
        """Return the entries for these files that no failure (file, scope, sub-test) needs any
        more.
        """
        found, run = tuple(failures), tuple(files)
        return [
            f"{file}: {sub_test}"
            for gap in self.gaps
            for file in gap.files
            if any(_matches(file, one) for one in run)
            for sub_test in gap.sub_tests
            if not any(
                gap._replace(files=(file,), sub_tests=(sub_test,)).covers(*failure)
                for failure in found
            )
        ]


def known_gaps() -> Gaps:
    """Read the table."""
    rows = tomllib.loads((HERE / "known_gaps.toml").read_text("utf-8"))
    gaps = (
        Gap(
            tuple(row["files"]),
            row.get("scope", ""),
            tuple(row["sub_tests"]),
            row["reason"],
            row.get("engine", ""),
        )
        for row in rows["gap"]
    )
    skipped = {file: row["reason"] for row in rows["skip"] for file in row["files"]}
    return Gaps(tuple(gaps), skipped)


def _matches(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None
