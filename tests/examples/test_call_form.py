"""The forms of syntax sections, as MDN writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.examples.call_form import call_forms, lists_forms


def read(code: str) -> list[tuple[bool, str, str, tuple[str, ...], bool]]:
    return [(f.is_new, f.receiver, f.name, f.parameters, f.variadic) for f in call_forms(code)]


@pytest.mark.parametrize(
    "code",
    [
        "const value = list[index];",
        "for (initialization; condition; afterthought)\n  statement",
        "slice(start[, end])",
        "if (a)\n  b",
        "open(",
        'open("',
        "caches.match(request).then((response) => {})",
        "function FindProxyForURL(url, host)",
        "",
        "// nothing but a comment",
    ],
)
def test_what_is_no_list_of_forms(code: str) -> None:
    assert read(code) == []


def test_methods_constructors_and_static_methods() -> None:
    code = "open()\nopen(url, target)\n\nnew URL(url)\nURL.parse(url); // returns null\n"
    assert read(code) == [
        (False, "", "open", (), False),
        (False, "", "open", ("url", "target"), False),
        (True, "", "URL", ("url",), False),
        (False, "URL", "parse", ("url",), False),
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("push(element1, /* …, */ elementN)", ("element1",)),
        ("push(element1, /* ... */ elementN)", ("element1",)),
        ("push(...items)", ()),
        ("push(element1, ...)", ("element1",)),
        ("push(element1, …)", ("element1",)),
    ],
)
def test_any_number_of_arguments(code: str, names: tuple[str, ...]) -> None:
    assert read(code) == [(False, "", "push", names, True)]


def test_several_lines_values_and_a_comma_at_the_end() -> None:
    code = "animate(\n  // the frames\n  keyframes,\n  { duration: 3, f(a, b) {} },\n  'a, b',\n)"
    assert read(code) == [(False, "", "animate", ("keyframes", "", ""), False)]


def test_indexed_access_stands_beside_forms() -> None:
    assert read("item(index)\n[index]\n") == [(False, "", "item", ("index",), False)]


def test_spans_are_those_of_the_code() -> None:
    code = "// WebGL 2:\nreadPixels(x, y)\n  readPixels(x)\n"
    assert [code[slice(*form.span)] for form in call_forms(code)] == [
        "readPixels(x, y)",
        "readPixels(x)",
    ]


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ('addEventListener("x", (event) => { })\n\nonx = (event) => { }\n', True),
        ('addEventListener("x", (event) => {});\n\nonx = (event) => {};\n', True),
        ("slice(start)\nslice(start, end)", True),
        ("element.animate({ opacity: 1 }, 2000);\n", False),
        ('addEventListener("x", (event) => {\n  console.log(event.type);\n});\nstart();\n', False),
        ("onx = (event) => {\n  console.log(event.type);\n};\n", False),
    ],
)
def test_forms_are_told_from_programs(code: str, answer: bool) -> None:
    assert lists_forms(code) is answer


@given(st.text(st.sampled_from("ab()[]{},.;\"'`/*…\n new"), max_size=60))
def test_any_text_is_read(code: str) -> None:
    for form in call_forms(code):
        assert code[form.span.end - 1] == ")"
    lists_forms(code)
