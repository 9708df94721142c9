"""Slips of the keyboard."""

import pytest

from mdnkit.page.slip import is_slip


@pytest.mark.parametrize(
    ("written", "wanted", "expected"),
    [
        ("Event", "Event", False),
        ("Events", "Event", False),
        ("Example", "Sample", False),
        ("Sepcifications", "Specifications", True),
        ("Specfications", "Specifications", True),
        ("Specifiications", "Specifications", True),
        ("specifacations", "Specifications", True),
        ("Specificasions", "Specifications", True),
        ("a", "", True),
    ],
)
def test_slips(written: str, wanted: str, expected: bool) -> None:
    assert is_slip(written, wanted) is expected
