"""Where link macros lead, and the words that inline macros show."""

import pytest

from mdnkit.macros.targets import Target, render_text, target
from mdnkit.page.macro_call import MacroCall, parse_macro_calls
from mdnkit.span import Span


def call_of(text: str) -> MacroCall:
    (call,) = parse_macro_calls(text, Span(0, len(text)))
    return call


@pytest.mark.parametrize(
    "text",
    [
        "{{Compat}}",
        "{{domxref}}",
        '{{domxref("")}}',
        '{{cssxref(" ")}}',
        "{{foo('a')}}",
        "{{domxref('a'}}",
    ],
)
def test_no_target(text: str) -> None:
    assert target(call_of(text)) is None


@pytest.mark.parametrize(
    ("text", "slug", "shown"),
    [
        ('{{SVGElement("circle")}}', "Web/SVG/Reference/Element/circle", "<circle>"),
        ('{{SVGAttr("viewBox")}}', "Web/SVG/Reference/Attribute/viewBox", "viewBox"),
        ('{{MathMLElement("MI")}}', "Web/MathML/Reference/Element/mi", "<mi>"),
        ('{{HTMLElement("Input")}}', "Web/HTML/Reference/Elements/input", "<input>"),
        ('{{HTTPHeader("Accept")}}', "Web/HTTP/Reference/Headers/Accept", "Accept"),
        ('{{HTTPMethod("GET")}}', "Web/HTTP/Reference/Methods/GET", "GET"),
        ("{{HTTPStatus(404)}}", "Web/HTTP/Reference/Status/404", "404"),
        (
            '{{CSP("img-src")}}',
            "Web/HTTP/Reference/Headers/Content-Security-Policy/img-src",
            "img-src",
        ),
        (
            '{{WebExtAPIRef("tabs.query()")}}',
            "Mozilla/Add-ons/WebExtensions/API/tabs/query",
            "tabs.query()",
        ),
    ],
)
def test_one_page_shown_as_code(text: str, slug: str, shown: str) -> None:
    assert target(call_of(text)) == Target((slug,), "", shown, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{Glossary("DOM tree")}}', Target(("Glossary/DOM_tree",), "", "DOM tree", False)),
        ('{{Glossary("DOM", "trees")}}', Target(("Glossary/DOM",), "", "trees", False)),
        (
            '{{HTMLElement("input", "field", "#value")}}',
            Target(("Web/HTML/Reference/Elements/input",), "value", "field", False),
        ),
        (
            '{{HTTPHeader("Accept#syntax", "its syntax", "", 1)}}',
            Target(("Web/HTTP/Reference/Headers/Accept",), "syntax", "its syntax", False),
        ),
        (
            "{{RFC(9110)}}",
            Target(("https://datatracker.ietf.org/doc/html/rfc9110",), "", "RFC 9110", False),
        ),
        (
            '{{RFC(9110, "HTTP Semantics", "12.5")}}',
            Target(
                ("https://datatracker.ietf.org/doc/html/rfc9110",),
                "section-12.5",
                "RFC 9110, section 12.5: HTTP Semantics",
                False,
            ),
        ),
    ],
)
def test_links_with_words_of_their_own(text: str, expected: Target) -> None:
    assert target(call_of(text)) == expected


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Event", "Web/API/Event"),
        ("Event.target", "Web/API/Event/target"),
        ("Event.prototype.preventDefault()", "Web/API/Event/preventDefault"),
        ("Fetch API", "Web/API/Fetch_API"),
        ("Window/fetch", "Web/API/Window/fetch"),
    ],
)
def test_domxref_takes_the_path_of_a_member(name: str, first: str) -> None:
    found = target(call_of(f'{{{{domxref("{name}")}}}}'))
    assert found
    assert (found.candidates[0], found.text, found.code) == (first, name, True)


def test_domxref_knows_static_members_and_those_of_window() -> None:
    found = target(call_of('{{domxref("fetch")}}'))
    assert found
    assert found.candidates == ("Web/API/fetch", "Web/API/fetch_static", "Web/API/Window/fetch")


def test_domxref_adds_the_anchor_to_its_words() -> None:
    found = target(call_of('{{domxref("RequestInit", "", "#mode", "nocode")}}'))
    assert found
    assert (found.anchor, found.text, found.code) == ("mode", "RequestInit.mode", False)


@pytest.mark.parametrize(
    ("name", "first", "shown"),
    [
        ("color", "Properties/color", "color"),
        ("&lt;color&gt;", "Values/color", "<color>"),
        ("<color>", "Values/color", "<color>"),
        ("calc()", "Values/calc_function", "calc()"),
        (":hover", "Selectors/:hover", ":hover"),
        (":host()", "Selectors/:host_function", ":host()"),
        ("@media/color", "At-rules/@media/color", "color"),
        ("width#auto", "Properties/width", "width"),
    ],
)
def test_cssxref_looks_where_the_name_says(name: str, first: str, shown: str) -> None:
    found = target(call_of(f'{{{{cssxref("{name}")}}}}'))
    assert found
    assert (found.candidates[0], found.text) == (f"Web/CSS/Reference/{first}", shown)


def test_cssxref_tries_values_and_their_groups_after_properties() -> None:
    found = target(call_of('{{cssxref("blur")}}'))
    assert found
    slugs = [slug.removeprefix("Web/CSS/") for slug in found.candidates]
    assert slugs[:4] == [
        "Reference/Properties/blur",
        "Reference/Values/blur",
        "Reference/Values/blur_value",
        "Reference/Values/blur_function",
    ]
    assert "Reference/Values/filter-function/blur" in slugs
    assert slugs[-1] == "blur"


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Array", "Global_Objects/Array"),
        ("Array.prototype.map()", "Global_Objects/Array/map"),
        ("typeof", "Operators/typeof"),
        ("Statements/for...of", "Statements/for...of"),
        ("Collator", "Global_Objects/Intl/Collator"),
        ("Instant/from", "Global_Objects/Temporal/Instant/from"),
    ],
)
def test_jsxref_may_leave_the_folder_out(name: str, page: str) -> None:
    found = target(call_of(f'{{{{jsxref("{name}")}}}}'))
    assert found
    assert f"Web/JavaScript/Reference/{page}" in found.candidates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{domxref("Event.target", "target")}}', "target"),
        ("{{Deprecated_Inline}}", "Deprecated"),
        ('{{LiveSampleLink("box", "the box")}}', "the box"),
        ("{{Compat}}", ""),
        ("{{foo('a')}}", ""),
        ("{{domxref('a'}}", ""),
    ],
)
def test_words_for_a_reader(text: str, words: str) -> None:
    assert render_text(call_of(text)) == words
