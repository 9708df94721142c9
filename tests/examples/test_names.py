"""Which names a script binds, and which it leaves to others."""

import pytest

from mdnkit.examples.names import bare, free_names, top_level_names

FREE = {
    "a use": ("gl.clear(color);", ("gl", "color")),
    "declarations": (
        "const a = 1; let b, c = 2; function f() {} class C {} a + b + c + f + C;",
        (),
    ),
    "patterns": ("const { a, b: { c } } = x; const [d, ...e] = y; a + c + d + e;", ("x", "y")),
    "parameters": ("(a, { b }) => a + b; c => c; function f(d = 1, ...e) { d + e; }", ()),
    "tests are no parameters": ("if (ready) { go(); }", ("ready", "go")),
    "methods": ("class A {\n  static run(x) {\n    x;\n  }\n}", ()),
    "keys": ("({ key: value, short });", ("value", "short")),
    "choices": ("a ? b : c;", ("a", "b", "c")),
    "text": ("// gl\n'gl' + \"gl\" + /gl/ + `gl ${own}`;", ("own",)),
    "what is tested for": ("typeof maybe === 'undefined'; maybe;", ()),
    "imports": ("import a, { b as c } from 'x'; a + c;", ()),
    "catch": ("try { go(); } catch (error) { error; }", ("go",)),
    "assigned": ("total = 1;\ntotal;", ()),
}


@pytest.mark.parametrize(("code", "expected"), FREE.values(), ids=FREE)
def test_free_names(code: str, expected: tuple[str, ...]) -> None:
    assert free_names(code) == expected


TOP_LEVEL = {
    "declarations": ("const a = 1;\nasync function f() {\n  const inner = 1;\n}\nclass C {}", {"a", "f", "C"}),
    "patterns": ("const { a, b } = x;\nlet [c] = y;", {"a", "b", "c"}),
    "exports and imports": ("export function f() {}\nimport g, { h } from 'x';", {"f", "g", "h"}),
    "assignments": ("total = 1;\nobject.total = 2;\nif (total == 1);", {"total"}),
    "comments": ("// const a = 1;\n/*\nconst b = 1;\n*/", set()),
}  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), TOP_LEVEL.values(), ids=TOP_LEVEL)
def test_top_level_names(code: str, expected: set[str]) -> None:
    assert top_level_names(code) == expected


def test_a_comment_that_is_not_closed_goes_on_to_the_end() -> None:
    assert bare("a; /* b; /* c; 'd'") == "a;  "
    assert bare("/* " * 50_000) == " "
