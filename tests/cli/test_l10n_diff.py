"""`mdnkit l10n diff`."""

import json
from pathlib import Path

import pytest
from l10n_world import GERMAN, World, make_world, translated
from repositories import page


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


def test_nothing_changed(world: World) -> None:
    world.translate(GERMAN, world.second)
    said = world.run("diff", "german/de/a")
    second = world.second[:10]
    assert said == (
        0,
        f"german/de/a/index.md: English from {second} to {second}: nothing changed.\n",
        "",
    )


def test_what_changed_stands_beside_the_translation(world: World) -> None:
    said = world.run("diff", "german/de/a")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"german/de/a/index.md: English from {world.first[:10]} to {world.second[:10]}: structure, prose of\n"
        "2 segments, code.\n"
        "\n"
        "Line 8, changed (prose): paragraph\n"
        'English before: A [-sentence-] with a [link](/en-US/docs/Web) and\n{{domxref("Event")}}.\n'
        'English now: A {+phrase+} with a [link](/en-US/docs/Web) and\n{{domxref("Event")}}.\n'
        'de: Ein Satz mit einem [Link](/de/docs/Web) und {{domxref("Event")}}.\n'
        "\n"
        "Line 15, changed (code): Examples › fence\n"
        "English before:\n```js\n[-run-]();\n```\n"
        "English now:\n```js\n{+walk+}();\n```\n"
        "de:\n```js\nrun();\n```\n"
        "\n"
        "Line 15, added (structure, prose): Examples › paragraph\n"
        "English now: {+The end.+}\n"
    )


def test_other_revisions_can_be_compared(world: World) -> None:
    world.translate(GERMAN, "")
    data = json.loads(world.run("diff", "german/de/a", "--since", "HEAD~1", "--format", "json").out)
    assert (data["since"], data["until"]) == (world.first, world.second)
    back = json.loads(
        world.run(
            "diff", "german/de/a", "--since", "HEAD", "--until", "HEAD~1", "--format", "json"
        ).out
    )
    assert [segment["fate"] for segment in back["segments"]] == ["changed", "changed", "removed"]


def test_json_is_for_programs(world: World) -> None:
    data = json.loads(world.run("diff", "german/de/a", "--format", "json").out)
    assert {key: value for key, value in data.items() if key != "segments"} == {
        "version": 1,
        "path": "german/de/a/index.md",
        "locale": "de",
        "slug": "A",
        "since": world.first,
        "until": world.second,
        "changes": ["structure", "prose", "code"],
        "segmentsChanged": 3,
        "details": {"structure": 1, "prose": 2, "code": 1},
    }
    assert data["segments"][1] == {
        "fate": "changed",
        "what": ["code"],
        "section": "Examples",
        "shape": "fence",
        "old": "```js\nrun();\n```",
        "new": "```js\nwalk();\n```",
        "translation": "```js\nrun();\n```",
        "line": 15,
    }


def test_html_goes_to_a_file(world: World) -> None:
    said = world.run("diff", "german/de/a", "--format", "html", "--output", "diff.html")
    assert said == (0, "", "")
    text = Path("diff.html").read_text("utf-8")
    assert "A <del>sentence</del> with" in text and "A <ins>phrase</ins> with" in text
    assert '<td data-label="Translation (de)" class="text" lang="de">Ein Satz' in text


UNKNOWN = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("commit", "said"),
    [
        (
            "",
            "german/de/a/index.md: it has no l10n.sourceCommit; `mdnkit l10n infer` finds one, or name one with --since.",
        ),
        (
            "abc",
            "german/de/a/index.md: its l10n.sourceCommit `abc` is no commit id; mend it, or name one with --since.",
        ),
        (UNKNOWN, "german/de/a/index.md: The English history at hand does not have the commit"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(world: World, commit: str, said: str) -> None:
    world.translate(GERMAN, commit)
    code, out, err = world.run("diff", "german/de/a")
    assert (code, out) == (2, "")
    assert err.startswith(f"mdnkit: {said}") and err.count("\n") == 1


def test_what_is_no_translation_is_refused(world: World) -> None:
    assert (
        world.run("diff", "nope.md").err
        == "mdnkit: nope.md cannot be read: No such file or directory.\n"
    )
    english = world.english.pages / "a/index.md"
    assert (
        world.run("diff", str(english)).err
        == f"mdnkit: {english} is no translated page; name the index.md of one.\n"
    )
    assert "has no revision `nope`" in world.run("diff", "german/de/a", "--since", "nope").err


def test_a_page_that_was_not_there_is_said(world: World) -> None:
    third = world.english.commit(young=page("Young"))
    folder = world.file.parents[1] / "young"
    folder.mkdir()
    (folder / "index.md").write_text(translated("Text.\n", world.first, "Young"), "utf-8")
    assert "did not exist at its l10n.sourceCommit" in world.run("diff", "german/de/young").err
    assert third != world.first
