"""`mdnkit l10n infer`."""

from pathlib import Path

import pytest
from l10n_world import ENGLISH, GERMAN, World, make_world, translated
from repositories import page


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


def test_a_page_without_english_has_no_commit(world: World) -> None:
    folder = world.file.parents[1] / "x"
    folder.mkdir()
    (folder / "index.md").write_text(translated("Text.\n", "", "X"), "utf-8")
    assert world.run("infer", "german/de/x") == (
        1,
        "german/de/x/index.md: there is no English page for it\n",
        "",
    )


def test_the_commit_is_the_one_the_page_agrees_with(world: World) -> None:
    world.translate(GERMAN, "")
    said = world.run("infer", "german/de/a")
    assert said == (
        0,
        f"german/de/a/index.md: {world.first}, agreement 100.0 %, confidence high\n",
        "",
    )
    world.translate(GERMAN.replace("run", "walk") + "\nDas Ende.\n", "")
    assert world.second in world.run("infer", "german/de/a").out


def test_commits_that_do_as_well_are_named(world: World) -> None:
    world.translate(GERMAN, "")
    third = world.english.commit(a=page("A", ENGLISH))
    said = world.run("infer", "german/de/a")
    assert said.out == (
        f"german/de/a/index.md: {third}, agreement 100.0 %, confidence medium; "
        f"as well with 1 other: {world.first[:10]}\n"
    )


def test_another_page_is_not_taken_for_a_translation(world: World) -> None:
    world.translate("# Eins\n\n> Zwei\n\n```css\na {}\n```\n\n1. Drei\n\n[x](/de/docs/X)\n", "")
    said = world.run("infer", "--write", "german/de/a")
    assert said.code == 1
    assert "confidence low" in said.out
    assert "sourceCommit" not in world.file.read_text("utf-8")


def test_only_pages_without_a_commit_are_written(world: World) -> None:
    world.translate(GERMAN, world.second)
    world.run("infer", "--write", "german/de/a")
    assert world.file.read_text("utf-8") == translated(GERMAN, world.second)
    world.translate(GERMAN, "")
    world.run("infer", "--write", "german/de/a")
    assert world.file.read_text("utf-8") == translated(GERMAN, world.first)
