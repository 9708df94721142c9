"""What the system refuses to a run ends it with one line, like any other reason; a reader who leaves ends it silently."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(
    "command", (("l10n",), ("rules",), ("check", "-"), ("model", "show", "Event"))
)
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


@pytest.mark.parametrize(
    "command", (("l10n",), ("rules",), ("model", "show", "Event"), ("--help",))
)
def test_a_reader_of_a_command_leaves(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert left(tmp_path, *command) == (0, b"")


@pytest.mark.parametrize(("text", "status"), ((PAGE, 0), (PAGE + "{{Nope}}\n" * 3000, 1)))
def test_findings_that_nobody_reads_are_findings(tmp_path: Path, text: str, status: int) -> None:
    (tmp_path / "index.md").write_text(text)
    assert left(tmp_path, "check", "index.md", "--select=macro-unknown") == (status, b"")


CLEAN = PAGE + "Text.\n"
OPTIONS = "--select=macro-unknown"


def closed(folder: Path, streams: str, *command: str) -> tuple[int, bytes, bytes]:
    """Return status, output and errors of a command that a shell runs with some streams closed, or leading elsewhere."""
    words = (sys.executable, "-m", "mdnkit", "--lang", "en", *command)
    said = subprocess.run(
        ("sh", "-c", f'"$@" {streams}', "sh", *words), capture_output=True, check=False, timeout=60,
        stdin=subprocess.DEVNULL, cwd=folder, env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    return said.returncode, said.stdout, said.stderr


@pytest.mark.parametrize(("text", "status"), ((CLEAN, 0), (PAGE + "{{Nope}}\n", 1)))
@pytest.mark.parametrize("streams", (">&-", "2>&-", "<&-", "<&- >&- 2>&-"))
def test_a_check_does_without_streams(tmp_path: Path, text: str, status: int, streams: str) -> None:
    (tmp_path / "index.md").write_text(text)
    code, out, err = closed(tmp_path, streams, "check", "index.md", OPTIONS)
    assert (code, err) == (status, b"")
    assert (b"Checked 1 page" in out) == (">&-" not in streams or streams == "2>&-")


def test_a_fix_does_without_streams(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text(PAGE + "> [!note]\n> Text.\n")
    arguments = ("check", "index.md", "--select=callout-marker", "--fix")
    assert closed(tmp_path, "<&- >&- 2>&-", *arguments) == (0, b"", b"")
    assert (tmp_path / "index.md").read_text() == PAGE + "> [!NOTE]\n> Text.\n"


def test_standard_input_that_is_closed_is_no_empty_page(tmp_path: Path) -> None:
    assert closed(tmp_path, "<&-", "check", "-") == (
        2,
        b"",
        b"mdnkit: Standard input is closed; pipe a page into it, or name a file.\n",
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("streams", ("2>/dev/full", "2>&-", ">/dev/full 2>/dev/full"))
def test_where_the_reason_cannot_be_written_the_status_says_it(
    tmp_path: Path, streams: str
) -> None:
    assert closed(tmp_path, streams, "check", "nope") == (2, b"", b"")
