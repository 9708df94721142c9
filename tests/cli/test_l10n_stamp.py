"""`mdnkit l10n stamp`."""

from pathlib import Path

import pytest
from l10n_world import GERMAN, World, make_world, translated


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


AGREES = GERMAN.replace("run();", "walk();") + "\nDas Ende.\n"


def test_a_page_that_says_so_already_is_left_alone(world: World) -> None:
    world.translate(AGREES, world.second)
    before = world.file.stat().st_mtime_ns
    assert world.run("stamp", "german/de/a") == (
        0,
        f"german/de/a/index.md: already names {world.second[:10]}\n",
        "",
    )
    assert world.file.stat().st_mtime_ns == before


def test_a_page_that_agrees_is_stamped_and_nothing_else_is_changed(world: World) -> None:
    text = translated(AGREES, world.first).replace("title: Titel", "title: 'Titel' # Kommentar")
    world.file.write_bytes(text.replace("\n", "\r\n").encode())
    said = world.run("stamp", "german/de/a/index.md")
    assert said == (
        0,
        f"german/de/a/index.md: now names {world.second[:10]}; in English since the commit before: "
        "structure, prose of 2 segments, code\n",
        "",
    )
    assert world.file.read_bytes().decode() == text.replace(world.first, world.second).replace(
        "\n", "\r\n"
    )


def test_the_key_is_added_where_it_is_missing(world: World) -> None:
    world.translate(AGREES, "")
    assert world.run("stamp", "german/de/a").code == 0
    assert world.file.read_text("utf-8") == translated(AGREES, world.second)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            AGREES.replace("## Beispiele\n", ""),
            "The section `## Examples` of the English page is missing",
        ),
        (AGREES.replace("- Zwei\n", ""), "a list item of the English page is missing"),
        (
            GERMAN + "\nDas Ende.\n",
            "The code differs from English: `run();`, in English `walk();`.",
        ),
    ],
)
def test_a_page_that_does_not_agree_is_refused(world: World, body: str, why: str) -> None:
    world.translate(body, world.first)
    said = world.run("stamp", "german/de/a")
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith(
        f"german/de/a/index.md: not stamped, it does not agree with English at {world.second[:10]}: line "
    )
    assert why in said.out and said.out.count("\n") == 1
    assert world.file.read_text("utf-8") == translated(body, world.first)
    assert world.run("stamp", "--force", "german/de/a").code == 0
    assert world.file.read_text("utf-8") == translated(body, world.second)


def test_another_commit_can_be_named(world: World) -> None:
    world.translate(GERMAN, "")
    assert world.run("stamp", "--commit", "HEAD~1", "german/de/a").code == 0
    assert world.file.read_text("utf-8") == translated(GERMAN, world.first)
    said = world.run("stamp", "--commit", "nope", "german/de/a")
    assert (said.code, said.out) == (2, "")
    assert (
        said.err
        == "mdnkit: The English history has no revision `nope`; name a commit of it, or fetch.\n"
    )


def test_check_writes_nothing(world: World) -> None:
    world.translate(AGREES, world.first)
    said = world.run("stamp", "--check", "german/de/a")
    assert said.code == 1
    assert said.out.startswith(f"german/de/a/index.md: would name {world.second[:10]}; in English")
    assert world.file.read_text("utf-8") == translated(AGREES, world.first)
    world.translate(AGREES, world.second)
    assert world.run("stamp", "--check", "german/de/a").code == 0


def test_one_page_that_is_refused_does_not_stop_the_others(world: World) -> None:
    world.translate(AGREES, "")
    other = world.file.parents[1] / "x/index.md"
    other.parent.mkdir()
    other.write_text(translated("Text.\n", "", "X"), "utf-8")
    said = world.run("stamp", "german/de/x", "german/de/a")
    assert said.code == 1
    assert said.out.splitlines() == [
        "german/de/x/index.md: not stamped, there is no English page for it; it was removed or renamed",
        f"german/de/a/index.md: now names {world.second[:10]}",
    ]


def test_front_matter_that_cannot_be_read_is_not_written(world: World) -> None:
    world.file.write_text(AGREES, "utf-8")
    said = world.run("stamp", "--force", "german/de/a")
    assert said.code == 1
    assert "not stamped, The page has no front matter" in said.out
    assert world.file.read_text("utf-8") == AGREES


def test_a_page_that_english_has_no_more_is_refused(world: World) -> None:
    world.translate(AGREES, world.second)
    before = world.file.read_bytes()
    (world.english.pages / "a/index.md").unlink()
    world.english.commit_all()
    assert world.run("stamp", "german/de/a") == (
        1,
        "german/de/a/index.md: not stamped, there is no English page for it; it was removed or renamed\n",
        "",
    )
    assert world.file.read_bytes() == before
