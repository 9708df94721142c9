"""What a context is made of: names, facts as text, and the index of behaviour."""

import json

import pytest

from mdnkit.model.plain_scope import PLAIN
from mdnkit.model.realm import MODEL_LINES, areas, facts, realm
from mdnkit.model.scope_text import ScopeText
from mdnkit.model.spelling import Spelling, spelling, used_ids
from mdnkit.model.type_code import TypeCodes, arguments_code, constant_value, default_value

KEYS_OF_THE_MODEL = {
    "new", "target", "event parent", "items", "pairs", "named", "set named", "delete named", "set item",
    "activation", "handler owner", "toString", "async iterate", "transfer",
    "event connect",
}  # fmt: skip
"""Keys of behaviour that are no members."""


def line(text: ScopeText, name: str) -> str:
    """Return the line of `name`, looked up the way a context does; empty for none."""
    wide = text.width + 8
    for at in range(0, len(text.names), wide):
        if text.names[at : at + text.width].rstrip() == name:
            start = int(text.names[at + text.width : at + wide])
            return text.lines[start : text.lines.index("\n", start)]
    return ""


# Names that a script can use


@pytest.mark.parametrize(
    "source",
    [
        "items[0]", "items['key']", 'a["b"].c', "[1, 2].map(f)", "const [a, b] = c;", "x = [y];",
        "for (const a of b) {}", "return [x];", "if ('serviceWorker' in navigator) {}",
    ],
)  # fmt: skip
def test_scripts_that_spell_what_they_use(source: str) -> None:
    found = spelling((source,))
    assert (found.indexes, found.indexes_global) == (False, False)


@pytest.mark.parametrize(
    "source",
    ["items[i]", "a[b.c]", "f()[x]", "for (const key in object) {}", "if (name in navigator) {}",
     "Reflect.get(a, b)", "eval(text)", "const { [key]: value } = object;", "\\u0061lert()"],
)  # fmt: skip
def test_scripts_that_look_members_up(source: str) -> None:
    found = spelling((source,))
    assert (found.indexes, found.indexes_global) == (True, False)


@pytest.mark.parametrize(
    "source",
    ["window[name]", "globalThis[`${a}`]", "self?.[x]", "for (const key in window) {}",
     "Object.getOwnPropertyNames(globalThis)"],
)  # fmt: skip
def test_scripts_that_look_globals_up(source: str) -> None:
    assert spelling((source,)).indexes_global is True


def test_words_are_found_everywhere() -> None:
    assert spelling(("a.b('c'); // d", "e `${f}`")).words >= {"a", "b", "c", "d", "e", "f"}


def test_ids_that_scripts_use_as_names() -> None:
    html = "<p id=one><p id='two'><p ID=\"three\"><p id=log><p id=unused>"
    assert used_ids(html, spelling(("one; three.x; two; log('x')",))) == ("one", "two", "three")
    assert used_ids(html, Spelling(frozenset(), everything=True))[-1] == "unused"


# Types and values


def test_codes_of_types() -> None:
    codes = TypeCodes(
        {"Client": "interface", "Init": "dictionary", "Kind": "enum"},
        {"Alias": "(Client or Init)?"},
    )
    assert codes.code("DOMString") == "DOMString"
    assert codes.code("unsigned long long") == "unsigned long long"
    assert codes.code("Client?") == ["?", ["interface", "Client"]]
    assert codes.code("Promise<sequence<Kind>>") == ["promise", ["sequence", ["enum", "Kind"]]]
    assert codes.code("record<DOMString, any>") == ["record", "DOMString", "any"]
    assert codes.code("Alias") == ["?", ["union", ["interface", "Client"], ["dictionary", "Init"]]]
    assert codes.code("([Clamp] octet or Client)") == [
        "union",
        ["with", "octet", "Clamp"],
        ["interface", "Client"],
    ]
    assert codes.code("[AllowShared] Uint8Array") == "Uint8Array"
    assert codes.code("EventHandler") == ["handler", "EventHandler"]


def test_defaults_and_constants() -> None:
    assert [default_value(text) for text in ('"x"', "{}", "[]", "null", "0x10", "-1", "1.5", "true")] == [
        "x", {}, [], None, 16, -1, 1.5, True,
    ]  # fmt: skip
    assert default_value("Infinity") == "Infinity"
    assert (constant_value("0xFFFFFFFF"), constant_value("true")) == (4294967295, True)
    assert constant_value("Infinity") == float("inf")


def test_codes_of_arguments() -> None:
    rows = [
        {"n": "a", "t": "any"},
        {"n": "b", "t": "any", "opt": True, "def": "0"},
        {"n": "c", "t": "any", "var": True},
    ]
    assert arguments_code(rows, str) == [["a", "any", 0], ["b", "any", 1, 0], ["c", "any", 2]]


# Facts of a scope


def test_a_scope_has_what_it_exposes() -> None:
    worker, window = realm("ServiceWorkerGlobalScope").facts, realm("Window").facts
    assert {"Clients", "EventTarget", "console"} <= worker.globals.keys()
    assert "Document" not in worker.globals
    assert line(worker, "Document") == ""
    assert window.globals["Image"] == "HTMLImageElement"
    assert window.globals["webkitURL"] == "URL"
    assert "EventListener" not in window.globals
    assert line(window, "<canvas>") == "HTMLCanvasElement"
    assert line(window, "<svg:circle>") == "SVGCircleElement"


def test_the_line_of_an_interface() -> None:
    kind, head, names, offsets, *rows = line(
        realm("ServiceWorkerGlobalScope").facts, "NavigationPreloadManager"
    ).split("\t")
    assert (kind, json.loads(head), names) == ("i", {}, "disable enable getState setHeaderValue")
    assert [int(offsets[at : at + 6]) for at in (0, 6, 24)] == [
        0,
        len(rows[0]) + 1,
        sum(map(len, rows)) + 4,
    ]
    assert json.loads(rows[3]) == [
        "o", "setHeaderValue", 0, [[[["value", "ByteString", 0]], ["promise", "undefined"]]]
    ]  # fmt: skip


def test_the_index_is_sorted() -> None:
    text = realm("Window").facts
    wide = text.width + 8
    names = [text.names[at : at + text.width] for at in range(0, len(text.names), wide)]
    assert names == sorted(names)
    assert text.lines.isascii()


def test_the_settings_of_a_context() -> None:
    found = json.loads(
        realm("ServiceWorkerGlobalScope").settings(Spelling(frozenset({"Clients", "own"})))
    )
    assert found["names"] == [["Clients", "Clients"]]
    assert found["lazy"] == []
    assert (found["all"], found["every"], found["scope"]) == (
        False,
        False,
        "ServiceWorkerGlobalScope",
    )
    assert found["outcomes"]["BackgroundFetchRegistration.recordsAvailable"] == [True, False]
    looking = json.loads(
        realm("ServiceWorkerGlobalScope").settings(Spelling(frozenset(), indexes_global=True))
    )
    assert ["Clients", "Clients"] in looking["lazy"]


def test_there_is_no_other_scope() -> None:
    with pytest.raises(KeyError):
        realm("Nothing")


# Behaviour


def test_files_of_behaviour_are_short_enough_to_tell_their_lines_from_those_of_scripts() -> None:
    found = areas()
    wide = found.width + 16
    rows = [found.places[at : at + wide] for at in range(0, len(found.places), wide)]
    files = [found.text[int(row[-16:-8]) : int(row[-8:])] for row in rows if row[0] == "/"]
    assert len(found.text) == sum(map(len, files))
    assert rows == sorted(rows)
    assert all(file.count("\n") < MODEL_LINES for file in (*files, found.kit))
    assert found.text.isascii()


def test_behaviour_is_for_members_that_exist() -> None:
    """A member that a refresh of the facts takes away or moves shows here."""
    known = facts()
    members = {PLAIN: {"self"}}
    for name in (*known.names("interfaces"), *known.names("namespaces")):
        interface = known.interface(name)
        assert interface
        for member in interface.members:
            members.setdefault(name, set()).add(member.name)
            members.setdefault(member.mixin or name, set()).add(member.name)
    missing = [
        f"{file}: {owner}.{key}"
        for owner, keys in areas().behaviours.items()
        for key, file in keys.items()
        if key not in KEYS_OF_THE_MODEL
        and not key.startswith("new ")
        and key.removeprefix("get ").removeprefix("set ").removeprefix("static ")
        not in members.get(owner, set())
    ]
    assert missing == []
