"""What rows of the element data compile to."""

from typing import Any

from mdnkit.model.compile_elements import compile_elements

INTERFACES: dict[str, Any] = {
    "HTMLElement": {"parent": "Element"},
    "HTMLAnchorElement": {"parent": "HTMLElement"},
    "SVGElement": {"parent": "Element"},
    "SVGAElement": {"parent": "SVGElement"},
    "SVGOldElement": {"parent": "SVGElement"},
    "MathMLElement": {"parent": "Element"},
    "Element": {},
}


def rows(*pairs: tuple[str, str | None]) -> dict[str, Any]:
    """Return a file of the package with these tags and interfaces."""
    return {
        "elements": [
            {"name": tag, **({"interface": interface} if interface else {})}
            for tag, interface in pairs
        ]
    }


def test_html_has_the_bare_tag_and_a_namesake_says_its_namespace() -> None:
    files = {
        "SVG11": rows(("a", "SVGAElement"), ("old", "SVGOldElement")),
        "SVG2": rows(("a", "SVGAElement")),
        "html": rows(("a", "HTMLAnchorElement")),
        "mathml": rows(("a", "MathMLElement"), ("mi", "MathMLElement")),
    }
    assert compile_elements(files, INTERFACES) == {
        "a": {"interface": "HTMLAnchorElement", "namespace": "html", "spec": "html"},
        "svg:a": {"interface": "SVGAElement", "namespace": "svg", "spec": "SVG2"},
        "mathml:a": {"interface": "MathMLElement", "namespace": "mathml", "spec": "mathml"},
        "old": {"interface": "SVGOldElement", "namespace": "svg", "spec": "SVG11"},
        "mi": {"interface": "MathMLElement", "namespace": "mathml", "spec": "mathml"},
    }


def test_a_row_without_interface_says_nothing() -> None:
    assert compile_elements({"ruby": rows(("ruby", None))}, INTERFACES) == {}


def test_an_obsolete_element_says_so() -> None:
    files = {"html": {"elements": [{"name": "tt", "interface": "HTMLElement", "obsolete": True}]}}
    assert compile_elements(files, INTERFACES) == {
        "tt": {"interface": "HTMLElement", "namespace": "html", "spec": "html", "obsolete": True}
    }
