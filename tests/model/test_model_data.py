"""The shipped data: its form, its size, and that nothing in it points nowhere."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mdnkit.model.compat import Compat
from mdnkit.model.facts import FOLDER
from mdnkit.model.packages import PINNED

FILES = sorted((FOLDER / "data").glob("*.json"))
BUILT_IN = """
    any undefined boolean byte octet bigint object symbol unrestricted float double unsigned short
    long DOMString USVString ByteString CSSOMString ArrayBuffer SharedArrayBuffer DataView
    Int8Array Int16Array Int32Array Uint8Array Uint16Array Uint32Array Uint8ClampedArray
    BigInt64Array BigUint64Array Float16Array Float32Array Float64Array sequence record Promise
    FrozenArray ObservableArray async_sequence or
    WindowProxy
    AllowResizable AllowShared Clamp EnforceRange LegacyNullToEmptyString
"""


def table(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / "data" / f"{name}.json").read_text("ascii"))
    return told


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_definition_a_line_sorted_and_ascii(path: Path) -> None:
    lines = path.read_text("ascii").split("\n")
    assert (lines[0], lines[-2:]) in (("{", ["}", ""]), ("[", ["]", ""]))
    entries = [line.removesuffix(",") for line in lines[1:-2]]
    assert [line.endswith(",") for line in lines[1:-2]] == [True] * (len(entries) - 1) + [False]
    if lines[0] == "[":
        return
    for entry in entries:
        one = json.loads(f"{{{entry}}}")
        assert len(one) == 1
        compact = json.dumps(one, sort_keys=True, separators=(",", ":"))
        assert compact == f"{{{entry}}}"
    names = [next(iter(json.loads(f"{{{entry}}}"))) for entry in entries]
    assert names == sorted(set(names))
    assert entries == sorted(entries), "lines are found by halving"


def test_size() -> None:
    interfaces, namespaces = table("interfaces"), table("namespaces")
    assert {name: len(table(name)) for name in ("dictionaries", "enums", "typedefs")} == {
        "dictionaries": 930,
        "enums": 398,
        "typedefs": 148,
    }
    assert (len(interfaces), len(namespaces), len(table("callbacks"))) == (1141, 9, 75)
    assert len(table("scopes")) == 9
    kinds = [member["k"] for entry in interfaces.values() for member in entry["members"]]
    specials = sum(kinds.count(kind) for kind in ("getter", "setter", "deleter"))
    assert kinds.count("attribute") == 5001
    assert kinds.count("operation") + specials == 2739
    assert kinds.count("const") == 1277
    assert sum(len(entry.get("constructors", ())) for entry in interfaces.values()) == 458
    events = [entry for entries in table("events").values() for entry in entries]
    assert (len(table("events")), len(events)) == (316, 444)
    assert sum("cancelable" in entry for entry in events) == 92


def test_size_of_the_compatibility_data() -> None:
    compat = table("compat")
    assert (len(compat), sum(map(len, compat.values()))) == (3255, 20968)
    flags = [told.partition(" ")[0] for features in compat.values() for told in features.values()]
    assert {flag.rstrip("BGW") for flag in flags} == {"", "d", "ds", "e", "es", "s"}
    assert sum("BGW" in flag for flag in flags) == 6598
    assert sum(" " in told for features in compat.values() for told in features.values()) == 8254


def test_every_feature_is_found_by_its_name() -> None:
    compat = Compat(FOLDER / "data" / "compat.json")
    keys = [
        f"{tree}.{rest}".removesuffix(".")
        for tree, features in table("compat").items()
        for rest in features
    ]
    assert [key for key in keys if compat.feature(key) is None] == []


def test_sources_are_the_pinned_packages_and_name_every_other_file() -> None:
    sources = json.loads((FOLDER / "data" / "sources.json").read_text("ascii"))
    assert [(one["package"], one["version"]) for one in sources] == [
        (package.name, package.version) for package in PINNED
    ]
    assert {one["package"]: one["licence"] for one in sources} == {
        "@webref/idl": "MIT",
        "@webref/events": "MIT",
        "@webref/elements": "MIT",
        "@mdn/browser-compat-data": "CC0-1.0",
        "@sinonjs/text-encoding": "(Unlicense OR Apache-2.0)",
        "tr46": "MIT",
    }
    named = sorted(file for one in sources for file in one["files"])
    assert named == [path.name for path in FILES if path.name != "sources.json"]


def test_every_definition_names_a_known_specification() -> None:
    specs = table("specs")
    for name in ("interfaces", "namespaces", "dictionaries", "enums", "typedefs", "callbacks"):
        for entry in table(name).values():
            named = {entry["spec"], *entry.get("partials", ())}
            named |= {one["spec"] for one in entry.get("members", ()) if "spec" in one}
            assert named <= specs.keys()
    assert {entry["spec"] for entry in table("elements").values()} <= specs.keys()


def types(value: Any) -> list[str]:
    """Return every type text below `value`."""
    if isinstance(value, dict):
        own = value.get("t", [])
        found = [own] if isinstance(own, str) else list(own)
        return found + [text for one in value.values() for text in types(one)]
    if isinstance(value, list):
        return [text for one in value for text in types(one)]
    return []


def test_every_type_is_defined() -> None:
    tables = {
        name: table(name)
        for name in ("interfaces", "namespaces", "dictionaries", "enums", "typedefs", "callbacks")
    }
    aliases = {
        name
        for entry in tables["interfaces"].values()
        for name in entry.get("ext", {}).get("LegacyWindowAlias", ())
    }
    known = aliases.union(BUILT_IN.split(), *tables.values())
    used = {word for text in types(tables) for word in re.findall(r"\w+", text)}
    assert used - known == set()


def test_every_exposure_names_a_scope() -> None:
    answers = {name for entry in table("scopes").values() for name in entry["names"]} | {"*"}
    # Scopes that specifications name without defining their global interface in Web IDL.
    undefined = {"SharedStorageWorklet", "InterestGroupScriptRunnerGlobalScope"}
    used = {
        name
        for kind in ("interfaces", "namespaces")
        for entry in table(kind).values()
        for one in (entry, *entry["members"])
        for name in one.get("exposed", ())
    }
    assert used - answers <= undefined


def test_every_event_has_provenance_targets_and_a_confidence_with_its_reason() -> None:
    interfaces = table("interfaces")
    for kind, entries in table("events").items():
        for entry in entries:
            where = (kind, entry["interface"])
            assert entry["source"], where
            assert entry["confidence"] == ("low" if "doubts" in entry else "high"), where
            assert entry["interface"] in interfaces, where
            assert entry["targets"] and entry["targets"].keys() <= interfaces.keys(), where
            assert "spec" in entry or entry["confidence"] == "low", where


def test_every_element_has_an_interface_of_its_namespace() -> None:
    interfaces = table("interfaces")
    roots = {"html": "HTMLElement", "svg": "SVGElement", "mathml": "MathMLElement"}
    for tag, entry in table("elements").items():
        chain = [entry["interface"]]
        while parent := interfaces[chain[-1]].get("parent"):
            chain.append(parent)
        assert roots[entry["namespace"]] in chain, tag
