"""What the system refuses to a run ends it with one line, like any other reason; a reader who leaves ends it silently."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("command", (("rules",), ("check", "-"), ("model", "show", "Event")))
def test_a_full_disk_is_no_mistake_of_mdnkit(command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        said = subprocess.run(
            (sys.executable, "-m", "mdnkit", "--lang", "en", *command),
            input=b"", stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
        )  # fmt: skip
    assert (said.returncode, said.stderr) == (2, b"mdnkit: No space left on device\n")


PAGE = "---\ntitle: X\nslug: X\npage-type: guide\n---\n\n"


def left(folder: Path, *command: str) -> tuple[int, bytes]:
    """Return the status of a command whose output nobody reads, and what it says of that."""
    reading, writing = os.pipe()
    os.close(reading)
    said = subprocess.run(
        (sys.executable, "-m", "mdnkit", "--lang", "en", *command), stdout=writing, stderr=subprocess.PIPE,
        check=False, timeout=60, cwd=folder, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    os.close(writing)
    return said.returncode, said.stderr


@pytest.mark.parametrize("format_", ("text", "json", "summary"))
def test_a_reader_of_examples_leaves(tmp_path: Path, format_: str) -> None:
    fence = "```js\nconsole.log(1);\n```\n\n"
    (tmp_path / "index.md").write_text(PAGE + fence * 300)
    assert left(tmp_path, "examples", "index.md", "--no-cache", "--format", format_) == (0, b"")


@pytest.mark.parametrize("command", (("rules",), ("model", "show", "Event"), ("--help",)))
def test_a_reader_of_a_command_leaves(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert left(tmp_path, *command) == (0, b"")


@pytest.mark.parametrize(("text", "status"), ((PAGE, 0), (PAGE + "{{Nope}}\n" * 3000, 1)))
def test_findings_that_nobody_reads_are_findings(tmp_path: Path, text: str, status: int) -> None:
    (tmp_path / "index.md").write_text(text)
    assert left(tmp_path, "check", "index.md", "--select=macro-unknown") == (status, b"")
