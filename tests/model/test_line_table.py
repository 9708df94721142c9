"""Reading one definition of a file that holds one a line."""

from pathlib import Path

import pytest

from mdnkit.model.line_table import LineTable

TEXT = """\
{
"":[],
"A":{"n":"B"},
"AB":{"n":"\\"A\\":","x":{"A":1}},
"\\u00e9":2
}
"""


@pytest.fixture
def table(tmp_path: Path) -> LineTable:
    path = tmp_path / "table.json"
    path.write_text(TEXT)
    return LineTable(path)


def test_names_are_those_at_the_start_of_a_line(table: LineTable) -> None:
    assert table.names() == ["", "A", "AB", "é"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A", {"n": "B"}), ("AB", {"n": '"A":', "x": {"A": 1}}), ("", []), ("é", 2), ("B", None)],
)
def test_get(table: LineTable, name: str, expected: object) -> None:
    assert table.get(name) == expected
    assert (name in table) is (expected is not None)


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        ("", True),
        ("A", True),
        ("AB", True),
        ("ABC", False),
        ("B", False),
        ("é", True),
        ("\\", False),
    ],
)
def test_whether_a_name_begins_so(table: LineTable, beginning: str, expected: bool) -> None:
    assert table.has_below(beginning) is expected


def test_items_are_all_definitions(table: LineTable) -> None:
    assert dict(table.items()) == {name: table.get(name) for name in table.names()}


def test_names_of_the_lines_that_mention_a_text(table: LineTable) -> None:
    assert table.mentioning('"n":') == ["A", "AB"]
