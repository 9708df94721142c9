"""Questions about the browser compatibility data."""

from pathlib import Path

import pytest

from mdnkit.model.compat import Compat, Feature

TEXT = """\
{
"api.Bed":{"":"s =","grow_event":"dsBW =","water":" Web/API/Garden/water","water.amount":"e"},
"api.Beds":{"":"s ="},
"css.properties.bed":{"soil":"s"}
}
"""


@pytest.fixture
def compat(tmp_path: Path) -> Compat:
    path = tmp_path / "compat.json"
    path.write_text(TEXT)
    return Compat(path)


def test_a_feature_with_its_own_page(compat: Compat) -> None:
    expected = Feature(
        "api.Bed.grow_event", True, False, True, "Web/API/Bed/grow_event", ("Blink", "WebKit")
    )
    assert compat.feature("api.Bed.grow_event") == expected


def test_a_feature_with_the_page_of_another_and_one_without(compat: Compat) -> None:
    assert compat.feature("api.Bed.water") == Feature(
        "api.Bed.water", False, False, False, "Web/API/Garden/water"
    )
    assert compat.feature("api.Bed.water.amount") == Feature(
        "api.Bed.water.amount", False, True, False, ""
    )


@pytest.mark.parametrize(
    "key", ["", "api", "api.Bed.soil", "api.Be", "css.properties.bed", "css.properties.b"]
)
def test_what_is_no_feature(compat: Compat, key: str) -> None:
    assert compat.feature(key) is None


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("api", True),
        ("api.Bed", True),
        ("api.Bed.water", True),
        ("css.properties", True),
        ("css.properties.bed", True),
        ("css.properties.be", False),
        ("api.Bed.wat", False),
        ("api.B", False),
    ],
)
def test_groups_of_features_are_known(compat: Compat, key: str, known: bool) -> None:
    assert compat.is_known(key) is known


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("api.Bed.Grow_event", "api.Bed.grow_event"),
        ("api.Bed.grow_evnt", "api.Bed.grow_event"),
        ("api.bed.water", "api.Bed.water"),
        ("css.properties.bet.soil", ""),
        ("api.Bed.harvest", ""),
        ("nothing", ""),
    ],
)
def test_the_nearest_name(compat: Compat, key: str, nearest: str) -> None:
    assert compat.nearest(key) == nearest
