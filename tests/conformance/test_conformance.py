"""Holds the model against web-platform-tests, where the environment variable WPT_ROOT names a checkout
of them. What fails is in the table of known gaps, and what is in the table fails.
"""

import os
from pathlib import Path

import pytest
from gaps import known_gaps
from table import SUITES, rows

ROOT = Path(os.environ.get("WPT_ROOT", "/nonexistent"))
PRESENT = [suite for suite in SUITES if (ROOT / suite).exists()]

ENGINES = ("quickjs", "v8")

WITHOUT_A_REASON = ("", "unknown", "todo")


def test_every_gap_has_a_reason() -> None:
    gaps = known_gaps()
    reasons = [*(gap.reason for gap in gaps.gaps), *gaps.skipped.values()]

    assert not [one for one in reasons if one.lower().strip(".") in WITHOUT_A_REASON]


@pytest.mark.skipif(not PRESENT, reason="WPT_ROOT names no checkout of web-platform-tests")
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("suite", PRESENT)
def test_only_the_known_gaps_fail(suite: str, engine: str) -> None:
    gaps = known_gaps().of(engine)
    found = list(rows(ROOT, [suite], engine))
    failures = [(row.file, row.scope, row.sub_test) for row in found if not row.passed]

    assert found
    assert [one for one in failures if not gaps.reason(*one)] == []
    assert gaps.unused(failures, {row.file for row in found}) == []
