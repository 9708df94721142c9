"""A refresh writes what changed and nothing else; `mdnkit model refresh` says what it did."""

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from mdnkit.cli.model.refresh import command
from mdnkit.model import refresh
from mdnkit.model.packages import COMPAT, DOMAINS, ELEMENTS, ENCODING, EVENTS, IDL

GARDEN_IDL = """\
// Source: Garden (https://garden.example/)
[Exposed=Window] interface EventTarget {};
[Exposed=Window] interface Event {};
[Exposed=Window] interface HTMLElement : EventTarget { attribute any ongrow; };
[Global=Window, Exposed=Window] interface Window : EventTarget {};
"""
ROWS = [{"type": "grow", "interface": "Event", "targets": [{"target": "HTMLElement"}]}]
ELEMENT_FILE = {
    "spec": {"title": "Garden", "url": "https://garden.example/"},
    "elements": [{"name": "bed", "interface": "HTMLElement"}],
}
COMPAT_DATA = {"api": {"Bed": {"__compat": {"status": {"standard_track": True}}}}}
ENCODINGS = """\
  var encodings = [
    {
      "encodings": [
        {
          "labels": ["utf-8", "utf8"],
          "name": "UTF-8"
        },
        {
          "labels": ["plant"],
          "name": "Plant"
        }
      ]
    }
  ];
"""
TABLES = ("big5", "euc-kr", "gb18030", "jis0208", "jis0212")
INDEXES = json.dumps(
    {**{name: [None] * 101 + [65] for name in TABLES}, "gb18030-ranges": [[0, 128]], "plant": [120]}
)


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """The packages, unpacked, with one small file each."""
    folder = tmp_path / "packages"
    files = {
        IDL: ("garden.idl", GARDEN_IDL),
        EVENTS: ("events.json", json.dumps(ROWS)),
        ELEMENTS: ("garden.json", json.dumps(ELEMENT_FILE)),
        COMPAT: ("data.json", json.dumps(COMPAT_DATA)),
        ENCODING: ("lib/encoding.js", ENCODINGS),
        DOMAINS: ("lib/mappingTable.json", "[[[65, 66], 2], [67, 3]]"),
    }
    for package, (name, text) in files.items():
        place = folder / package.name
        (place / name).parent.mkdir(parents=True)
        told = {
            "name": package.name,
            "version": package.version,
            "license": "MIT",
            "repository": {"url": "https://garden.example/"},
        }
        (place / "package.json").write_text(json.dumps(told))
        (place / name).write_text(text)
    indexes = f'global["encoding-indexes"] =\n{INDEXES};\n'
    (folder / ENCODING.name / "lib" / "encoding-indexes.js").write_text(indexes)
    return folder


def test_each_file_has_a_definition_a_line(packages: Path) -> None:
    texts = refresh.compiled(packages)
    assert texts["scopes.json"] == '{\n"Window":{"names":["Window"]}\n}\n'
    assert texts["compat.json"] == '{\n"api.Bed":{"":"s"}\n}\n'
    assert texts["domains.json"] == '{\n"disallowed 000":"43"\n}\n'
    assert texts["elements.json"] == (
        '{\n"bed":{"interface":"HTMLElement","namespace":"html","spec":"garden"}\n}\n'
    )
    assert texts["events.json"] == (
        '{\n"grow":[{"confidence":"low","doubts":["unstated"],"interface":"Event",'
        '"source":"unstated","spec":"garden","targets":{"HTMLElement":{}}}]\n}\n'
    )
    assert texts["encodings.json"].splitlines()[1:-1] == [
        '"plant":{"index":"x","labels":["plant"]},',
        '"utf-8":{"labels":["unicode11utf8","unicode20utf8","utf-8","utf8","x-unicode20utf8"]}',
    ]
    assert texts["indexes.json"].splitlines()[1:4] == [
        '"big5 00100":"\\ufffdA",',
        '"euc-kr 00100":"\\ufffdA",',
        '"gb18030 00100":"\\ufffdA",',
    ]
    assert texts["interfaces.json"].splitlines()[1:-1] == [
        '"Event":{"exposed":["Window"],"members":[],"spec":"garden"},',
        '"EventTarget":{"exposed":["Window"],"members":[],"spec":"garden"},',
        '"HTMLElement":{"exposed":["Window"],"members":[{"k":"attribute","n":"ongrow","t":"any"}],'
        '"parent":"EventTarget","spec":"garden"},',
        '"Window":{"exposed":["Window"],"ext":{"Global":["Window"]},"members":[],'
        '"parent":"EventTarget","spec":"garden"}',
    ]


def test_a_second_refresh_changes_nothing(packages: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    texts = refresh.compiled(packages)
    assert refresh.write(texts, data) == sorted(texts)
    before = {path.name: path.stat().st_mtime_ns for path in data.iterdir()}
    assert refresh.write(refresh.compiled(packages), data) == []
    assert {path.name: path.stat().st_mtime_ns for path in data.iterdir()} == before


def test_only_what_differs_is_written_and_leftovers_go(packages: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    texts = refresh.compiled(packages)
    refresh.write(texts, data)
    (data / "enums.json").write_text("{}\n")
    (data / "mixins.json").write_text("{}\n")
    assert refresh.outdated(texts, data) == ["enums.json", "mixins.json"]
    assert refresh.write(texts, data) == ["enums.json", "mixins.json"]
    assert sorted(path.name for path in data.iterdir()) == sorted(texts)


def test_check_writes_nothing_and_fails(packages: Path) -> None:
    before = {path.name: path.read_bytes() for path in refresh.DATA.iterdir()}
    result = CliRunner().invoke(command, ["--from", str(packages), "--check"])
    assert result.exit_code == 1
    assert result.output.startswith("Out of date: callbacks.json, compat.json, ")
    assert {path.name: path.read_bytes() for path in refresh.DATA.iterdir()} == before


def test_the_command_writes_and_then_has_nothing_to_write(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "write", partial(refresh.write, folder=tmp_path / "data"))
    first = CliRunner().invoke(command, ["--from", str(packages)])
    assert (first.exit_code, first.output.split(",")[0]) == (0, "Written: callbacks.json")
    second = CliRunner().invoke(command, ["--from", str(packages)])
    assert (second.exit_code, second.output) == (0, "The data is up to date.\n")
