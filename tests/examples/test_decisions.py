"""By what a script decides what to do."""

import time

import pytest

from mdnkit.examples.decisions import decisions
from mdnkit.examples.names import free_names
from mdnkit.model.facts import Facts

COMPARED = {
    "a property": ('if (event.key === "Enter") go();', {"key": ["Enter"]}),
    "turned round": ("'a' == e.code; 13 === e.keyCode;", {"code": ["a"], "keyCode": [13]}),
    "a result": ('if (storage.getItem("x") !== "on") go();', {"getItem()": ["on"]}),
    "a variable": (
        'const state = result.state; if (state === "granted") go();',
        {"state": ["granted"]},
    ),
    "another name": (
        'const kind = event.data.type; if (kind === "ping") go();',
        {"kind": ["ping"], "type": ["ping"]},
    ),
    "a switch": (
        'switch (e.data.type) { case "a": { switch (x) { case 1: } } break; case "b": }',
        {"type": ["a", "b"], "x": [1]},
    ),
    "an order": ("status >= 200 && status < 300", {"status": [200, 199, 300, 299]}),
    "a part": ('if (type.startsWith("image/")) go();', {"type": ["image/"]}),
    "a list": ('["a", "b"].includes(e.key)', {"key": ["a", "b"]}),
    "comments": ('// e.key === "a"\n/* e.key === "b" */', {}),
    "types": ('typeof x === "undefined"', {"x": ["undefined"]}),
}


@pytest.mark.parametrize(("code", "expected"), COMPARED.values(), ids=COMPARED)
def test_compared(code: str, expected: dict[str, list[object]]) -> None:
    assert decisions(code).compared == expected


CONSTANTS = {
    "in strings": ('kind === "Node.ELEMENT_NODE"', {"kind": ["Node.ELEMENT_NODE"]}),
    "unknown": ("x.kind === Node.MADE_UP || x.kind === my.Node.TEXT_NODE", {}),
    "equal": ("if (xhr.readyState === XMLHttpRequest.DONE) go();", {"readyState": [4]}),
    "turned round": ("Event.AT_TARGET === e.eventPhase", {"eventPhase": [2]}),
    "hexadecimal": ("f.kind === NodeFilter.SHOW_TEXT", {"kind": [4]}),
    "a switch": (
        "switch (n.nodeType) { case Node.ELEMENT_NODE: a(); break; case Node.TEXT_NODE: }",
        {"nodeType": [1, 3]},
    ),
}


@pytest.mark.parametrize(("code", "expected"), CONSTANTS.values(), ids=CONSTANTS)
def test_constants_of_interfaces(code: str, expected: dict[str, list[object]]) -> None:
    assert decisions(code, Facts()).compared == expected


TESTED = {
    "if": ("if (response.ok) go();", {"ok"}),
    "not": ("if (!response.ok && !done) go();", {"ok", "done"}),
    "choice": ("const a = media.matches ? 1 : 2;", {"matches"}),
    "choice by a result's property": ("const a = list(1).first?.ready ? 1 : 2;", {"ready"}),
    "choice after a line break": ("const a = list\n  .first\n  .ready && 2;", {"ready"}),
    "chains are no choices": ("a?.b ?? c.d", set()),
    "result": ("if (await cache.match(x)) go();", {"match()"}),
    "variable": ("const cursor = request.result; if (cursor) go();", {"cursor", "result"}),
    "promise": ("find({ a: b() }).then((device) => { if (device) go(); });", {"device", "find()"}),
    "comparisons are none": ("if (a.b === c) go();", set()),
}  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), TESTED.values(), ids=TESTED)
def test_tested(code: str, expected: set[str]) -> None:
    assert decisions(code).tested == expected


def test_names_of_conditions() -> None:
    found = decisions("const w = box.width; if (w > limit.max) go(other);")
    assert found.names == {"w", "width", "limit", "max"}


LONG = {
    "path": "x" + ".a" * 20_000 + " ? 1 : 2;",
    "path over lines": "x" + "\n  .a" * 20_000 + " ? 1 : 2;",
    "switches that nothing closes": "if (x.a) {" + "switch (b) {" * 5_000,
    "declarations that are none": "if (x.a) {" + "const b = " * 8_000,
    "parentheses": "if (x.a) {" + "(b) {" * 8_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_what_is_long_is_read_once(kind: str) -> None:
    start = time.process_time()
    assert decisions(LONG[kind]).tested == {"a"}
    assert "x" in free_names(LONG[kind])
    # A tenth of this is usual; what reads a text anew from each of its places takes more than this.
    assert time.process_time() - start < 4
