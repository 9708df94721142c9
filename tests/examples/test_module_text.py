"""Modules as asynchronous functions."""

import pytest

from mdnkit.examples.module_text import as_function


def body(text: str) -> str:
    function = as_function(text)
    assert function is not None
    assert function.startswith('(async () => { "use strict"; ') and function.endswith("\n})()")
    return function.removeprefix('(async () => { "use strict"; ').removesuffix("\n})()")


@pytest.mark.parametrize(
    "text",
    ["await x;\nf();", "const a = 1; // export const b\n'export default c';", "a.export = 1", ""],
)
def test_what_exports_nothing_stays(text: str) -> None:
    assert body(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export const a = 1;\nexport let b;", "       const a = 1;\n       let b;"),
        ("export function f() {}", "       function f() {}"),
        ("export default class A {}", "               class A {}"),
        ("export default class {}", "void           class {}"),
        ("export default function () {}", "void           function () {}"),
        ("export default f(1);", "void           f(1);"),
        ("const a = 1;\nexport { a as default,\n b };", "const a = 1;\n" + " " * 22 + "\n    ;"),
    ],
)
def test_exports_become_declarations_in_their_places(text: str, expected: str) -> None:
    assert body(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "import a from './a.js';",
        "f();\n  import './a.js';",
        "export * from './a.js';",
        "export { a } from './a.js'",
        "x = import.meta.url",
    ],
)
def test_what_needs_modules_is_none(text: str) -> None:
    assert as_function(text) is None


def test_imports_at_run_time_stay() -> None:
    assert body("const m = await import('./a.js');") == "const m = await import('./a.js');"
