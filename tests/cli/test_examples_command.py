"""`mdnkit examples` on a small tree: the forms of its answer, and that nothing runs twice."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mdnkit.cli import main
from mdnkit.examples import pool

PAGE = """---
title: X
slug: X
page-type: guide
---

## Examples

```js
const list = [1, 2];
```

```js
console.log(list.length);
```

```js
draw(list);
```
"""


@pytest.fixture
def mdnkit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    folder = tmp_path / "files" / "en-us" / "x"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(PAGE)
    (tmp_path / "mdnkit.toml").write_text('content-root = "files"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONTENT_ROOT", raising=False)
    monkeypatch.delenv("CONTENT_TRANSLATED_ROOT", raising=False)

    def call(*words: str) -> str:
        assert main(list(words)) == 0
        return capsys.readouterr().out

    return call


def test_json(mdnkit: Callable[..., str]) -> None:
    answer = json.loads(mdnkit("examples", "--format", "json", "--jobs", "1"))
    assert answer["version"] == 1
    assert answer["summary"]["classes"] == {"runs": 1, "runs-after": 1, "needs-context": 1}
    told = [(row["line"], row["class"], row["after"], row["needs"]) for row in answer["examples"]]
    assert told == [
        (9, "runs", [], []),
        (13, "runs-after", [9], []),
        (17, "needs-context", [9], ["draw"]),
    ]
    assert answer["examples"][1]["trace"] == [{"op": "log", "member": "console.log", "args": [2]}]


def test_a_second_command_runs_nothing(
    mdnkit: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = mdnkit("examples")
    monkeypatch.setattr(pool, "_Worker", None)
    assert mdnkit("examples") == first
    with pytest.raises(AssertionError):
        mdnkit("examples", "--no-cache")


def test_what_changed_is_run_again(mdnkit: Callable[..., str]) -> None:
    mdnkit("examples")
    page = Path("files/en-us/x/index.md")
    page.write_text(page.read_text().replace("[1, 2]", "[1, 2, 3]"))
    assert "logs 3" in mdnkit("examples")


def test_a_damaged_cache_is_no_problem(mdnkit: Callable[..., str]) -> None:
    first = mdnkit("examples")
    Path(".mdnkit_cache/examples.sqlite3").write_bytes(b"damaged" * 1000)
    assert mdnkit("examples") == first
    assert mdnkit("examples") == first


def test_a_check_uses_what_examples_found_and_the_other_way_round(
    mdnkit: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mdnkit("check")
    monkeypatch.setattr(pool, "_Worker", None)
    mdnkit("examples")
    mdnkit("check")


def test_half_a_character_is_shown_by_its_number(tmp_path: Path) -> None:
    page = tmp_path / "index.md"
    front = "---\ntitle: X\nslug: X\npage-type: guide\n---\n\n"
    page.write_text(f'{front}```js\nconsole.log("😀".charAt(0));\n```\n', "utf-8")
    command = [sys.executable, "-m", "mdnkit", "examples", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\ud83d" in done.stdout


def test_a_page_that_cannot_be_read_is_told(
    mdnkit: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def read(path: str) -> bytes:
        if "/y/" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return Path(path).read_bytes()

    before = mdnkit("examples", "files", "--jobs", "1")
    page = Path("files/en-us/y/index.md")
    page.parent.mkdir()
    page.write_text(PAGE)
    monkeypatch.setattr("mdnkit.given.file_bytes", read)
    assert main(["examples", "files", "--jobs", "1"]) == 1
    said = capsys.readouterr()
    assert said.out == before
    assert said.err == f"{page}:1: The file cannot be read: Permission denied.\n"
