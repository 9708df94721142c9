"""Modules as asynchronous functions, and what they import and export."""

import pytest

from mdnkit.examples.module_text import (
    Import,
    Module,
    as_function,
    read_module,
    requested,
    without_import,
)


def module(text: str) -> Module:
    found = read_module(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    ["await x;\nf();", "const a = 1; // export const b\n'export default c';", "a.export = 1", ""],
)
def test_what_exports_nothing_stays(text: str) -> None:
    assert module(text) == Module(text, (), (), (), False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export const a = 1;\nexport let b;", "       const a = 1;\n       let b;"),
        ("export function f() {}", "       function f() {}"),
        ("export default class A {}", "               class A {}"),
        ("export default class {}", "const ıdefault=class {}"),
        ("export default function () {}", "const ıdefault=function () {}"),
        ("export default  f(1);", "const ıdefault= f(1);"),
        ("const a = 1;\nexport { a as default,\n b };", "const a = 1;\n" + " " * 22 + "\n     "),
        ("import a, {\n  b\n} from './a.js'; f();", "           \n   \n                 f();"),
        ("import './a.js'\nf();", "               \nf();"),
        ("export * from './a.js';", " " * 23),
    ],
)
def test_imports_and_exports_leave_the_places_of_the_rest(text: str, expected: str) -> None:
    assert module(text).body == expected
    assert len(expected) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a from 'x'", [("a", "default")]),
        ("import * as a from 'x'", [("a", "*")]),
        ("import a, * as b from 'x'", [("a", "default"), ("b", "*")]),
        (
            "import { a, b as c, default as d, } from 'x'",
            [("a", "a"), ("c", "b"), ("d", "default")],
        ),
        ("import {a}from'x'with{type:'json'}", [("a", "a")]),
        ("import { /* one */ a } from 'x'", [("a", "a")]),
        ("import {} from 'x'", []),
        ("import a from 'x';\na = 1;\n{\n  let a;\n}\nexport { a };", [("a", "default")]),
    ],
)
def test_what_is_imported(text: str, expected: list[tuple[str, str]]) -> None:
    assert module(text).imports == tuple(Import(local, name, "x") for local, name in expected)
    assert module(text).sources == ("x",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export const a = f(b, c), d = [1, 2];", [("a", "a"), ("d", "d")]),
        ("export let a, b", [("a", "a"), ("b", "b")]),
        ("export const { a, b: c } = d;", [("a", "a"), ("c", "c")]),
        ("export async function a(b) {}", [("a", "a")]),
        ("export function* a() {}", [("a", "a")]),
        ("export default class A {}", [("default", "A")]),
        ("export default 1;", [("default", "ıdefault")]),
        ("export { a, b as c };", [("a", "a"), ("c", "b")]),
        ("export { a as b } from './c.js';", []),
    ],
)
def test_what_is_exported(text: str, expected: list[tuple[str, str]]) -> None:
    assert module(text).exports == tuple(expected)


@pytest.mark.parametrize(
    "text",
    [
        "if (x) {\n  import a from './a.js';\n}",
        "import a from './a.js';\nimport a from './b.js';",
        "import a from './a.js';\nconst a = 1;",
        "import a from './a.js';\nlet b, a;",
        "import a from './a.js';\nexport function a() {}",
        "import defer * as a from './a.js';",
        "import a from a;",
        "import a from './a.js';\nreturn a;",
    ],
)
def test_what_is_no_module_or_written_otherwise(text: str) -> None:
    assert read_module(text) is None


def test_a_function_tells_its_exports_as_its_first_act() -> None:
    assert as_function(module("f();")) == '(async function () { "use strict"; f();\n})()'
    assert as_function(module("export let b = 1, a;"), "x.js") == (
        '(async function () { "use strict"; ımport_file("x.js", { __proto__: null, '
        'get "a"() { return a; }, get "b"() { return b; } });        let b = 1, a;\n})()'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.import('x'); // import('x')", "a.import('x'); // import('x')"),
        ("x = { import() { } }; class A { import(a, (b)) {} }", None),
        ("m = await import('./a.js');", "m = await ımport('./a.js');"),
        ("if (import ('x')) {}", "if (ımport ('x')) {}"),
        ("import.meta.url", "ımport_meta.url"),
        ("import  .  meta", "ımport_meta    "),
    ],
)
def test_what_stands_for_import_at_run_time(text: str, expected: str | None) -> None:
    assert without_import(text) == (text if expected is None else expected)


def test_what_a_script_asks_for() -> None:
    text = "import a from './a.js';\nimport('./b.js'); import(c); import(\n  \"./d.js\", {});"
    assert requested(text) == ("./a.js", "./b.js", "./d.js")
    assert requested("f();") == ()
