"""Runs the scripts of tests/model/behaviour: one file an area, one line for each test that they
contain.

The first line of a file is a comment that names its scope; a second one may give the markup of the
document.
"""

import re
from pathlib import Path

import pytest

from mdnkit.examples.engines import engine
from mdnkit.examples.scripts import run_scripts

FOLDER = Path(__file__).parent
SCRIPTS = sorted((FOLDER / "behaviour").glob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_behaviour(path: Path) -> None:
    text = path.read_text("utf-8")
    first, second, *_ = text.split("\n")
    scope = first.removeprefix("// scope: ")
    html = second.removeprefix("// html: ") if second.startswith("// html: ") else ""
    harness = (FOLDER / "harness.js").read_text("utf-8")
    names = re.findall(r'^test\("([^"]+)"', text, re.MULTILINE)

    report = run_scripts(engine("quickjs"), scope, [harness, text], html=html, seconds=10)

    assert report.errors == ()
    assert report.limit is None
    assert sorted(report.lines) == sorted(f"ok {name}" for name in names)
    assert names
