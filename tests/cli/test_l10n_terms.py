"""`mdnkit l10n terms` as people call it."""

import json
from pathlib import Path

import pytest
from l10n_world import World, make_world
from trees import write


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> World:
    return make_world(tmp_path, monkeypatch, capsys)


def test_the_only_locale_needs_no_name(world: World) -> None:
    named = world.run("terms", "--locale", "de", "--format", "json")
    assert json.loads(named.out)["locale"] == "de"
    assert world.run("terms", "--format", "json") == named


def test_one_of_several_locales_must_be_named(world: World) -> None:
    write(Path("german"), {"fr/a": "Texte.\n"})
    said = world.run("terms")
    assert (said.code, said.out) == (2, "")
    assert said.err == "mdnkit: Choose one of the locales with --locale: de, fr.\n"
