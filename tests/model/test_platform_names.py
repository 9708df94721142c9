"""The names that scripts use without defining them, and their slips."""

import pytest

from mdnkit.model.platform_names import platform_names, slip_of


@pytest.mark.parametrize(
    "name",
    ["Element", "addEventListener", "console", "Array", "flatMap", "backgroundColor", "Temporal"],
)
def test_names_of_the_platform(name: str) -> None:
    assert name in platform_names()


@pytest.mark.parametrize("name", ["", "addEventListner", "background-color", "player"])
def test_other_names(name: str) -> None:
    assert name not in platform_names()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("addEventListner", "addEventListener"),
        ("preventDefualt", "preventDefault"),
        ("cnsole", "console"),
        # Another ending, another beginning, other capitals, another number: names of their own.
        ("updated", ""),
        ("getElementByID", ""),
        ("_console", ""),
        ("uniform5fv", ""),
        # A slip of several names.
        ("getTile", ""),
    ],
)
def test_slips(word: str, name: str) -> None:
    assert slip_of(word) == name
