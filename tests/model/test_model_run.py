"""`mdnkit model run`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mdnkit.cli.model.run import command
from mdnkit.errors import UsageError


def ran(folder: Path, *sources: str, options: tuple[str, ...] = ()) -> Result:
    paths = []
    for number, source in enumerate(sources):
        path = folder / f"{number}.js"
        path.write_text(source, "utf-8")
        paths.append(str(path))
    return CliRunner().invoke(command, [*options, *paths], catch_exceptions=False)


def test_it_prints_what_scripts_log(tmp_path: Path) -> None:
    found = ran(
        tmp_path,
        "const a = 1;",
        "console.log('a', a, [2], document.title);\nconsole.error('b\\nc');",
    )
    assert (found.exit_code, found.stdout, found.stderr) == (0, "a 1 [2] \nb\\nc\n", "")


def test_timers_and_the_life_of_the_scope(tmp_path: Path) -> None:
    source = """setTimeout(() => console.log("later"), 1e6);
                document.addEventListener("DOMContentLoaded", () => console.log("content"));
                window.onload = () => console.log("load");"""
    assert ran(tmp_path, source).stdout == "content\nload\nlater\n"


def test_scopes(tmp_path: Path) -> None:
    source = "addEventListener('install', (e) => console.log(e.constructor.name, typeof document));"
    found = ran(tmp_path, source, options=("--scope", "ServiceWorkerGlobalScope"))
    assert found.stdout == "InstallEvent undefined\n"
    with pytest.raises(UsageError, match=r"There is no global scope Moon; known are: .*Window"):
        ran(tmp_path, source, options=("--scope", "Moon"))


def test_files_are_decoded_as_browsers_do(tmp_path: Path) -> None:
    path = tmp_path / "latin.js"
    path.write_bytes(b"\xef\xbb\xbfconsole.log('caf\xe9');")
    found = CliRunner().invoke(command, [str(path)], catch_exceptions=False)
    assert (found.exit_code, found.stdout) == (0, "caf\N{REPLACEMENT CHARACTER}\n")


def test_markup(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p id=x>text", "utf-8")
    found = ran(
        tmp_path, "console.log(x.textContent);", options=("--html", str(tmp_path / "page.html"))
    )
    assert found.stdout == "text\n"


def test_a_script_that_throws(tmp_path: Path) -> None:
    found = ran(tmp_path, "console.log(1);", "\n  null.x;", "console.log(2);")
    assert (found.exit_code, found.stdout) == (1, "1\n2\n")
    assert found.stderr == f"{tmp_path / '1.js'}:2:3: TypeError: cannot read property 'x' of null\n"


def test_a_script_without_end(tmp_path: Path) -> None:
    found = ran(tmp_path, "console.log(1);", "while (true);", options=("--seconds", "0.2"))
    assert (found.exit_code, found.stdout) == (1, "1\n")
    assert found.stderr == "Stopped: the limit of time was reached.\n"


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_limit_of_time_that_is_none(tmp_path: Path, seconds: str) -> None:
    found = ran(tmp_path, "console.log(1);", options=("--seconds", seconds))
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.endswith("'--seconds': name a number of seconds above 0\n")
