"""`mdnkit config`: what it shows, and what it refuses as a run would."""

from pathlib import Path

import pytest

from mdnkit.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder that has a configuration."""
    monkeypatch.delenv("CONTENT_ROOT", raising=False)
    monkeypatch.delenv("CONTENT_TRANSLATED_ROOT", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mdnkit.toml").write_text('ignore = ["link-*"]\n')
    return tmp_path


def test_values_and_where_they_came_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f'ignore           = ["link-*"]  # {folder / "mdnkit.toml"}, key ignore' in lines
    assert 'fail-on          = "error"  # default' in lines


def test_a_path_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "nope"]) == 2
    assert capsys.readouterr() == ("", "mdnkit: There is no file or folder `nope`.\n")


def test_a_rule_that_nobody_knows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mdnkit.toml").write_text('ignore = ["link-brokn"]\n')
    assert main(["config"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"mdnkit: {folder / 'mdnkit.toml'}, key ignore: ")
    assert "link-broken" in said.err and said.err.count("\n") == 1
