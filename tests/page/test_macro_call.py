"""Macro calls in raw text: what is one, what is none, and what is wrong with it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdnkit.edits import apply_edits
from mdnkit.page.macro_call import (
    MacroCall,
    mask_macro_calls,
    parse_macro_calls,
    unescape_braces,
)
from mdnkit.page.macro_mistake import Mistake
from mdnkit.span import Span


def calls_in(text: str) -> tuple[MacroCall, ...]:
    return parse_macro_calls(text, Span(0, len(text)))


def only_call(text: str) -> MacroCall:
    (call,) = calls_in(text)
    return call


def mistake_in(text: str) -> Mistake:
    mistake = only_call(text).mistake
    assert mistake
    return mistake


@pytest.mark.parametrize(
    "text",
    [
        r"\{{Compat}}",
        r"\{{domxref('a'}}",
        r"{\{Compat}}",
        "{{ }}",
        "{{}}",
        "{Compat}",
        "{ {Compat} }",
        "&#123;{Compat}}",
        'style={{ color: "red" }}',
        "{{ user.name }}",
        "{{ next.url }}",
        "{{ items | first }}",
        "{{ format(date) }}",
        "{{{html}}}",
        "{{#if next}}",
        "{{1}}",
        "{{ .Title }}",
        r"\frac{{{a}}}{2}",
        "{{foo('a}}",
        "if (a) {if (b) {next('x')}}",
        "`${Glossary('x')}}`",
        "a << next >> b",
        "cout << Next >> x",
        "<<next>>",
        "<<name('a')>>",
        "<<<Compat>>>",
        r"\<<Compat>>",
        "<<Compat>",
    ],
)
def test_text_is_no_call(text: str) -> None:
    assert calls_in(text) == ()


def test_a_call_names_its_parts() -> None:
    text = 'See {{ domxref ( "Event.target" , "target" ) }}.'
    call = only_call(text)
    assert text[slice(*call.span)] == text[4:-1]
    assert text[slice(*call.name_span)] == call.name == "domxref"
    assert [text[slice(*argument.span)] for argument in call.arguments] == [
        '"Event.target"',
        '"target"',
    ]
    assert (call.mistake, call.angle) == (None, False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{{foo}}", []),
        ("{{foo()}}", []),
        ("{{foo( )}}", []),
        ('{{foo("a")}}', [("a", "string")]),
        ("{{foo('a', `b`)}}", [("a", "string"), ("b", "string")]),
        ('{{foo("")}}', [(None, "string")]),
        ("{{foo('', 1)}}", [(None, "string"), (1, "int")]),
        ('{{foo("a",,"b")}}', [("a", "string"), (None, "empty"), ("b", "string")]),
        ('{{foo(,"b")}}', [(None, "empty"), ("b", "string")]),
        (
            "{{foo(-12, 0, -0.5, 10.25)}}",
            [(-12, "int"), (0, "int"), (-0.5, "float"), (10.25, "float")],
        ),
        ("{{foo(true, false)}}", [(True, "boolean"), (False, "boolean")]),
        (r'{{foo("a\"b\\c\/d\n\u00e9")}}', [('a"b\\c/d\né', "string")]),
        ('{{foo("}}", "{{bar}}")}}', [("}}", "string"), ("{{bar}}", "string")]),
        ('{{foo("a",\n  "b")}}', [("a", "string"), ("b", "string")]),
        (f"{{{{foo({'1' * 5000})}}}}", [(float("inf"), "float")]),
    ],
)
def test_arguments(text: str, values: list[tuple[object, str]]) -> None:
    assert [(item.value, item.kind) for item in only_call(text).arguments] == values


def test_an_empty_slot_lies_after_its_comma() -> None:
    assert [item.span for item in only_call('{{foo("a",,1)}}').arguments] == [
        Span(6, 9),
        Span(10, 10),
        Span(11, 12),
    ]


def test_arguments_as_text() -> None:
    call = only_call('{{foo("a", 404, 1.5, true, "")}}')
    assert [call.text(index) for index in range(6)] == ["a", "404", "1.5", "true", "", ""]
    assert call.argument(4) is None
    assert call.argument(9) is None


def test_names_fold_as_in_mdn() -> None:
    assert only_call("{{Non-standard_Header}}").key == "non_standard_header"


def test_an_escaped_brace_protects_one_brace_only() -> None:
    assert [call.span for call in calls_in(r"\{{{Compat}}")] == [Span(2, 12)]


def test_only_the_part_asked_for_is_read() -> None:
    text = '{{a}} {{b}} {{c("x")}}'
    assert [call.name for call in parse_macro_calls(text, Span(5, 20))] == ["b"]


@pytest.mark.parametrize("text", ['<<domxref("Event")>>', "<<Compat>>", "<< next('a') >>"])
def test_known_macros_in_angle_brackets(text: str) -> None:
    call = only_call(f"a {text} b")
    assert call.angle
    assert call.span == Span(2, 2 + len(text))


def test_angle_brackets_inside_an_argument_are_text() -> None:
    assert [call.angle for call in calls_in('{{Glossary("<<Compat>>")}}')] == [False]


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ('{{domxref("a"}}', "lost-parenthesis", (13, 13)),
        ('{{domxref "a")}}', "lost-parenthesis", (10, 10)),
        ('{{domxref("a"))}}', "extra-parenthesis", (14, 15)),
        ('{{domxref(("a")}}', "extra-parenthesis", (10, 11)),
        ('{{domxref("a)}}', "lost-quote", (12, 12)),
        ('{{domxref(a")}}', "lost-quote", (10, 10)),
        ("{{domxref(a)}}", "unquoted-argument", (10, 11)),
        ("{{domxref(“a”)}}", "curly-quotes", (10, 13)),
        ('{{domxref("a" "b")}}', "lost-comma", (13, 13)),
        ('{{domxref("a",)}}', "trailing-comma", (13, 14)),
        ('{{domxref("a "b" c")}}', "inner-quote", (13, 14)),
        (r'{{domxref("a\b\d")}}', "bad-escape", (14, 16)),
        ('{{domxref("a\nb")}}', "newline-in-string", (12, 13)),
        ("{{RFC(100%)}}", "bad-number", (6, 10)),
        ("{{RFC(007)}}", "bad-number", (6, 9)),
        ("{{Kompatibilität}}", "bad-name", (2, 16)),
        ("{{Compat}", "lost-brace", (8, 9)),
        ("{{Compat", "lost-brace", (8, 8)),
        ('{domxref("a")}}', "lost-brace", (0, 1)),
        ("{{{Compat}}}", "extra-brace", (0, 1)),
        ("{{Compat.}}", "unexpected-text", (8, 9)),
    ],
)
def test_mistakes(text: str, kind: str, at: tuple[int, int]) -> None:
    mistake = mistake_in(text)
    assert (mistake.kind, mistake.span) == (kind, at)
    assert only_call(text).span == Span(0, len(text))
    assert only_call(text).arguments == ()


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ('{{domxref("A.b()}}', '{{domxref("A.b()")}}'),
        ("{{domxref(A.b()}}", '{{domxref("A.b()")}}'),
        ("{{domxref(A.b())}}", '{{domxref("A.b()")}}'),
        ('{{domxref("A, "b")}}', '{{domxref("A", "b")}}'),
        ("{{domxref(A, 'b')}}", "{{domxref(\"A\", 'b')}}"),
        ("{{domxref(„A“, »b«)}}", '{{domxref("A", "b")}}'),
        ('{{domxref("A” )}}', '{{domxref("A" )}}'),
        ('{{domxref "A"}}', '{{domxref("A")}}'),
        ('{{domxref(("A"))}}', '{{domxref("A")}}'),
        ("{{{{Compat}}}}", "{{Compat}}"),
        ('{{domxref("A") }', '{{domxref("A")}}'),
        ("{{Compat\n", "{{Compat}}\n"),
    ],
)
def test_a_fix_where_only_one_is_right(text: str, fixed: str) -> None:
    assert apply_edits(text, [mistake_in(text).fix]) == fixed


@pytest.mark.parametrize(
    "text",
    [
        '{{domxref("A.,"b()", "b()"}}',
        "{{domxref('A\")}}",
        '{{domxref("say "A, he said")}}',
        '{{EmbedLiveSample("a", 007)}}',
        "{{EmbedLiveSample(null)}}",
        '{{EmbedLiveSample({"a": 1})}}',
        "{{domxref",
        '{{domxref("A and more text',
        "{{domxref(A B\nC",
    ],
)
def test_no_fix_where_several_would_do(text: str) -> None:
    assert mistake_in(text).fix == ()


def test_after_a_mistake_the_next_call_is_found() -> None:
    text = '{{domxref("a"}} {{Compat}} {{domxref("b) {{Specifications}}'
    found = [(call.name, call.mistake is None) for call in calls_in(text)]
    assert found == [
        ("domxref", False),
        ("Compat", True),
        ("domxref", False),
        ("Specifications", True),
    ]


def test_what_an_open_call_swallows() -> None:
    text = 'a {{domxref("b") c\n\n## D\n\n{{Specifications}} e'
    first = calls_in(text)[0]
    assert first.mistake
    assert first.mistake.swallowed
    assert text[slice(*first.mistake.swallowed)] == " c\n\n## D\n\n{{Specifications}}"


def test_what_an_open_string_swallows() -> None:
    text = '{{domxref("a)}} b {{domxref("c")}} d'
    first, second = calls_in(text)
    assert first.mistake
    assert first.mistake.swallowed
    assert text[slice(*first.mistake.swallowed)] == ' b {{domxref("c")}}'
    assert second.mistake is None


def test_a_mask_keeps_length_and_lines() -> None:
    text = 'a {{b}} {{c("x",\r\n "y")}} d'
    assert mask_macro_calls(text, calls_in(text)) == "a ⟬xxx⟭ ⟬xxxxxxx\r\nxxxxxx⟭ d"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a {{Compat(\n\n{{b}} c", "a ⟬xxxxxxx⟭\n\n⟬xxx⟭ c"),
        ("a {{Compat(\r\n", "a ⟬xxxxxxx⟭\r\n"),
        ('a {{Compat("x", \n\n', "a ⟬xxxxxxxxxxx⟭ \n\n"),
    ],
)
def test_a_call_without_end_does_not_end_with_white_space(text: str, masked: str) -> None:
    assert mask_macro_calls(text, calls_in(text)) == masked


def test_a_mask_of_nothing_is_the_text_itself() -> None:
    text = "no calls"
    assert mask_macro_calls(text, ()) is text


def test_one_backslash_goes_before_each_brace() -> None:
    assert unescape_braces(r"\{{a}} \{b\} \\{c} \d") == r"{{a}} {b} \{c} \d"


WORDS = [
    "{{", "}}", "{", "}", "(", ")", "<<", ">>", ",", "\\", "\\n", '"', "'", "`", "“", "”",
    "Compat", "domxref", "next", "foo", "ä", "1", "-0.5", "true", " ", "\n", "\r\n", "\n\n", "\x00",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS)).map("".join)


@given(PIECES | st.text())
def test_calls_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for call in calls_in(text):
        assert end <= call.span.start < call.span.end <= len(text)
        end = call.span.end
        assert text[slice(*call.name_span)] == call.name
        assert call.span.contains(call.name_span)
        assert all(call.span.contains(argument.span) for argument in call.arguments)
        if call.mistake:
            assert call.span.contains(call.mistake.span)


PLAIN = st.sampled_from(['"a"', '""', "'b'", "'\"'", '"\'"', "`c`", r'"\""', "1", "true", "", " "])


@given(st.lists(PLAIN), st.sampled_from([",", ", ", " ,\n"]))
def test_values_are_those_of_the_arguments(slots: list[str], comma: str) -> None:
    for call in calls_in(f"{{{{foo({comma.join(slots)})}}}}"):
        values = [argument.value for argument in call.arguments]
        assert [call.argument(index) for index in range(len(values))] == values
        assert call.argument(len(values)) is None


@given(PIECES)
def test_a_fix_makes_the_call_well_formed(text: str) -> None:
    for call in calls_in(text):
        if call.mistake and call.mistake.fix:
            fixed = calls_in(apply_edits(text, [call.mistake.fix]))
            at = call.span.start
            assert [item.mistake for item in fixed if item.span.start == at] == [None]


@given(PIECES | st.text())
@example("{{Compat(\n\n{{foo}}")
def test_a_mask_changes_neither_length_nor_lines(text: str) -> None:
    masked = mask_macro_calls(text, calls_in(text))
    assert len(masked) == len(text)
    assert [i for i, letter in enumerate(masked) if letter in "\r\n"] == [
        i for i, letter in enumerate(text) if letter in "\r\n"
    ]


@given(st.lists(st.text() | st.integers(-(10**9), 10**9) | st.booleans() | st.none()))
def test_written_arguments_are_read_back(values: list[str | int | bool | None]) -> None:
    given_values = [*values, "end"]
    text = f"{{{{foo({', '.join(map(_written, given_values))})}}}}"
    assert [item.value for item in only_call(text).arguments] == [
        None if value == "" else value for value in given_values
    ]


def _written(value: str | int | bool | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
