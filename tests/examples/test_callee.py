"""What a page about a method or a constructor describes, as Web IDL has it."""

import pytest

from mdnkit.examples.callee import callee_of
from mdnkit.model.facts import Facts

FACTS = Facts()


@pytest.mark.parametrize(
    "slug",
    [
        "Web/JavaScript/Reference/Global_Objects/Array/at",
        "Web/API/Element",
        "Web/API/Element/id",
        "Web/API/Element/click_event",
        "Web/API/Nothing/at",
        "Web/API/Node/Node",
        "Web/API/URL/parse",
        "Web/API/Element/append_static",
        "Web/API/KeyboardLayoutMap/set",
        "Web/API/Event/toString",
    ],
)
def test_what_web_idl_does_not_have(slug: str) -> None:
    assert callee_of(slug, FACTS) is None


@pytest.mark.parametrize(
    ("slug", "kind", "names"),
    [
        ("Element/append", "method", [["nodes"]]),
        ("Window/fetch", "method", [["input", "init"]]),
        ("HTMLElement/append", "method", [["nodes"]]),
        ("URL/parse_static", "static", [["url", "base"]]),
        ("console/log_static", "static", [["data"]]),
        ("URL/URL", "constructor", [["url", "base"]]),
        ("HTMLImageElement/Image", "constructor", [["width", "height"]]),
        ("Window/scrollBy", "method", [["options"], ["x", "y"]]),
        ("Headers/forEach", "method", [["callback", "thisArg"]]),
        ("CustomStateSet/add", "method", [["value"]]),
        ("HighlightRegistry/set", "method", [["key", "value"]]),
        ("FileSystemDirectoryHandle/values", "method", [[]]),
        ("URL/toString", "method", [[]]),
    ],
)
def test_callees(slug: str, kind: str, names: list[list[str]]) -> None:
    found = callee_of(f"Web/API/{slug}", FACTS)
    assert found is not None
    assert found.kind == kind
    assert [[one.name for one in overload] for overload in found.overloads] == names


def test_keys_of_the_compatibility_data() -> None:
    static, method = (
        callee_of(f"Web/API/URL/{name}", FACTS) for name in ("parse_static", "toJSON")
    )
    assert static is not None and static.key == "api.URL.parse_static"
    assert method is not None and method.key == "api.URL.toJSON"
