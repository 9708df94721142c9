"""The members that declarations without a name stand for."""

import pytest

from mdnkit.model.definition import Source, read_member
from mdnkit.model.implied_members import implied_members

LISTED = ("entries", "forEach", "keys", "values", "[Symbol.iterator]")


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ({"k": "attribute", "n": "soil", "t": "DOMString"}, ()),
        (
            {"k": "attribute", "n": "soil", "t": "DOMString", "special": "stringifier"},
            ("toString",),
        ),
        ({"k": "stringifier"}, ("toString",)),
        ({"k": "iterable", "t": ["DOMString"]}, LISTED),
        ({"k": "setlike", "t": ["DOMString"], "ro": True}, (*LISTED, "has", "size")),
        (
            {"k": "maplike", "t": ["DOMString", "any"]},
            (*LISTED, "has", "size", "get", "clear", "delete", "set"),
        ),
    ],
)
def test_names(row: dict[str, object], names: tuple[str, ...]) -> None:
    assert implied_members(read_member(row, "Bed", Source("test"))) == names
