"""What the browser compatibility data compiles to."""

from typing import Any

import pytest

from mdnkit.model.compile_compat import compile_compat, own_page, split_key

PAGES = "https://developer.mozilla.org/docs/"


def feature(page: str = "", **status: bool) -> dict[str, Any]:
    """Return a feature of the package with a page and a status."""
    compat: dict[str, Any] = {"support": {}, "status": status}
    if page:
        compat["mdn_url"] = PAGES + page
    return {"__compat": compat}


def test_a_line_holds_an_interface_or_three_parts_of_a_name() -> None:
    assert split_key("api.Element") == ("api.Element", "")
    assert split_key("api.Element.after") == ("api.Element", "after")
    assert split_key("css.properties.color.transparent") == ("css.properties.color", "transparent")
    assert split_key("css") == ("css", "")


def test_flags_and_pages() -> None:
    data = {
        "__meta": {"version": "1.0.0"},
        "browsers": {"fox": {"name": "Fox"}},
        "api": {
            "Bed": {
                **feature("Web/API/Bed", standard_track=True),
                "grow_event": feature(
                    "Web/API/Bed/grow_event", deprecated=True, standard_track=True
                ),
                "water": {**feature("Web/API/Garden/water"), "amount": feature(experimental=True)},
            }
        },
        "css": {"properties": {"bed": {"soil": feature("Web/CSS/bed", standard_track=True)}}},
    }
    assert compile_compat(data) == {
        "api.Bed": {
            "": "s =",
            "grow_event": "ds =",
            "water": " Web/API/Garden/water",
            "water.amount": "e",
        },
        "css.properties.bed": {"soil": "s"},
    }


def test_a_feature_without_status_has_no_flags() -> None:
    assert compile_compat({"api": {"Bed": {"__compat": {"support": {}}}}}) == {"api.Bed": {"": ""}}


@pytest.mark.parametrize(
    ("support", "engines"),
    [
        ({"chrome": {"version_added": "1"}, "firefox": {"version_added": False}}, "B"),
        ({"chrome": {"version_added": "1", "version_removed": "2"}}, ""),
        ({"chrome": {"version_added": "preview"}, "safari_ios": {"version_added": "1"}}, "W"),
        ({"firefox": [{"version_added": "3"}, {"version_added": "1", "prefix": "moz"}]}, "G"),
        ({"firefox": {"version_added": "3", "flags": [{}]}, "edge": {"version_added": "1"}}, ""),
        ({"chrome": {"version_added": "1"}, "chrome_android": {"version_added": "1"}}, "B"),
    ],
)
def test_engines_that_ship_a_feature(support: dict[str, Any], engines: str) -> None:
    data = {"api": {"Bed": {"__compat": {"support": support}}}}
    assert compile_compat(data) == {"api.Bed": {"": engines}}


def test_engines_are_told_of_web_apis_only() -> None:
    compat = {"__compat": {"support": {"chrome": {"version_added": "1"}}}}
    assert compile_compat({"css": {"at-rules": {"bed": compat}}}) == {"css.at-rules.bed": {"": ""}}


def test_the_page_that_a_name_gives() -> None:
    assert own_page("api.Bed.grow_event") == "Web/API/Bed/grow_event"
