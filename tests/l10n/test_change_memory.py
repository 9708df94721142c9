"""Changes that were found before."""

import json
from pathlib import Path

import pytest

from mdnkit.l10n.change import Change, Detail, Kind
from mdnkit.l10n.change_memory import recall, remember

ONE, TWO = ("1" * 40, "2" * 40), ("1" * 40, "3" * 40)
CHANGE = Change((Kind.PROSE, Kind.CODE), 3, ((Detail.PROSE, 2), (Detail.CODE_COMMENTS, 1)))


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    assert recall(tmp_path) == {}


def test_what_was_found_is_known_the_next_time(tmp_path: Path) -> None:
    remember(tmp_path, {}, {ONE: CHANGE}, [ONE])
    assert recall(tmp_path) == {ONE: CHANGE}
    remember(tmp_path, recall(tmp_path), {TWO: Change()}, [TWO])
    assert recall(tmp_path) == {ONE: CHANGE, TWO: Change()}


def test_what_nobody_asks_for_is_forgotten_when_it_gets_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mdnkit.l10n.change_memory.MOST", 1)
    remember(tmp_path, {ONE: CHANGE}, {TWO: Change()}, [TWO])
    assert recall(tmp_path) == {TWO: Change()}


@pytest.mark.parametrize(
    "change",
    [
        {"made-by": "mdnkit 0"},
        {"changes": []},
        {"changes": {"a": [[], 0, {}]}},
        {"changes": {"a b": [["nonsense"], 0, {}]}},
        {"changes": {"a b": [[], "many", {}]}},
        {"changes": {"a b": [[], 0, []]}},
        {"changes": {"a b": 7}},
    ],
)
def test_a_foreign_file_is_not_trusted(tmp_path: Path, change: dict[str, object]) -> None:
    remember(tmp_path, {}, {ONE: CHANGE}, [ONE])
    file = tmp_path / "l10n/changes.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    assert recall(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, "\0"])
def test_a_damaged_file_is_not_trusted(tmp_path: Path, text: str) -> None:
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n/changes.json").write_text(text)
    assert recall(tmp_path) == {}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "l10n").write_text("a file where a folder should be")
    remember(tmp_path, {}, {ONE: CHANGE}, [ONE])
    assert recall(tmp_path) == {}
