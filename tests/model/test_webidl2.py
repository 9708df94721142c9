"""A second compile of the pinned Web IDL, with webidl2 from npm, gives the definitions that the data holds.

Not among the default tests, as it fetches packages: MDNKIT_NPM=1 python -m pytest tests/model/test_webidl2.py. A folder in
MDNKIT_NPM that holds the unpacked packages is used instead of fetching them.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mdnkit.model.facts import FOLDER
from mdnkit.model.packages import IDL, Package, fetched, found

WEBIDL2 = Package("webidl2", "24.5.0", ())
SCRIPT = Path(__file__).with_name("webidl2_tables.mjs")

pytestmark = pytest.mark.skipif(
    not os.environ.get("MDNKIT_NPM"), reason="fetches packages: set MDNKIT_NPM"
)

Json = dict[str, Any]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """Return what webidl2 makes of the pinned files."""
    given = Path(os.environ["MDNKIT_NPM"])
    folder = tmp_path_factory.mktemp("npm")
    webidl2, idl = (
        found(one, given) if given.is_dir() else fetched(one, folder) for one in (WEBIDL2, IDL)
    )
    done = subprocess.run(
        ["node", str(SCRIPT), str(webidl2), str(idl)], capture_output=True, text=True, check=True
    )
    told: Json = json.loads(done.stdout)
    return told


def shipped(table: str) -> Json:
    told: Json = json.loads((FOLDER / "data" / f"{table}.json").read_text("ascii"))
    return told


def argument_texts(rows: list[Json]) -> list[Any]:
    return [[row["n"], row["t"], "opt" in row, "var" in row, row.get("def")] for row in rows]


def member_row(row: Json) -> list[Any]:
    """Return a member as the script writes it."""
    types = row.get("t", [])
    return [
        row["k"],
        row.get("n", ""),
        [types] if isinstance(types, str) else types,
        argument_texts(row.get("args", [])),
        "ro" in row,
        "static" in row,
        row.get("special", ""),
        row.get("v"),
    ]


def holder(row: Json) -> Json:
    """Return an interface or a namespace as the script writes it, constructors among its members."""
    members = [member_row(one) for one in row["members"]]
    members += [
        ["constructor", "", [], argument_texts(one), False, False, "", None]
        for one in row.get("constructors", ())
    ]
    return {"parent": row.get("parent"), "members": ordered(members)}


def ordered(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=json.dumps)


@pytest.mark.parametrize("table", ["interfaces", "namespaces"])
def test_interfaces_with_all_their_members(tables: Json, table: str) -> None:
    ours = {name: holder(row) for name, row in shipped(table).items()}
    theirs = {
        name: {"parent": row["parent"], "members": ordered(row["members"])}
        for name, row in tables[table].items()
    }
    assert ours == theirs


def test_dictionaries(tables: Json) -> None:
    ours = {
        name: {
            "parent": row.get("parent"),
            "members": ordered(
                [[one["n"], one["t"], "req" in one, one.get("def")] for one in row["members"]]
            ),
        }
        for name, row in shipped("dictionaries").items()
    }
    theirs = {
        name: {"parent": row["parent"], "members": ordered(row["members"])}
        for name, row in tables["dictionaries"].items()
    }
    assert ours == theirs


def test_enumerations_type_definitions_and_callbacks(tables: Json) -> None:
    assert {name: row["values"] for name, row in shipped("enums").items()} == tables["enums"]
    assert {name: row["t"] for name, row in shipped("typedefs").items()} == tables["typedefs"]
    assert {
        name: [row["t"], argument_texts(row["args"])] for name, row in shipped("callbacks").items()
    } == tables["callbacks"]
