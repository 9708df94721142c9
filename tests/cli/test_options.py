"""Options that several commands share."""

import sys
from pathlib import Path

import pytest
from l10n_world import World, make_world
from repositories import git


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


def test_a_history_that_is_at_hand_is_read_silently(world: World) -> None:
    said = world.run("infer", "german/de/a", "--source-history", str(world.english.folder))
    assert (said.code, said.err) == (0, "")


def test_the_first_clone_of_a_history_is_announced_on_a_terminal(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    git(world.english.folder, "bundle", "create", "--quiet", "../english.bundle", "HEAD")
    first = world.run("infer", "german/de/a", "--source-history", "english.bundle")
    bundle = Path("english.bundle").absolute()
    assert first.err == f"Reading the English history from {bundle} (once)\n"
    again = world.run("infer", "german/de/a", "--source-history", "english.bundle")
    assert (again.code, again.out, again.err) == (0, first.out, "")


def test_a_history_that_cannot_be_fetched_is_one_line(world: World) -> None:
    said = world.run("status", "--source-history", "file:///nope")
    assert (said.code, said.out, said.err) == (
        2,
        "",
        "mdnkit: The English history file:///nope cannot be fetched ('/nope' does not appear to be a git repository);"
        " mend `source-history`.\n",
    )
