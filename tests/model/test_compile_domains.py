"""What the mapping table of domains compiles to, on rows written for it."""

from typing import Any

import pytest

from mdnkit.model.compile_domains import (
    DEVIATION,
    DISALLOWED,
    IGNORED,
    MAPPED,
    VALID,
    compile_domains,
)


@pytest.mark.parametrize(
    "row", [[[0, 0x7F], VALID], [0xDF, DEVIATION]], ids=["valid", "valid, once mapped"]
)
def test_what_is_valid_has_no_entry(row: list[Any]) -> None:
    assert compile_domains([row]) == {}


def test_ranges_that_touch_are_one() -> None:
    rows = [[[0x80, 0x9F], DISALLOWED], [0xA0, DISALLOWED], [0xAD, IGNORED], [0xB0, DISALLOWED]]
    assert compile_domains(rows) == {"disallowed 000": "80-a0 b0", "ignored 000": "ad"}


@pytest.mark.parametrize(
    ("rows", "entries"),
    [
        ([[0xC5, MAPPED, "\u00e5"]], "c5=e5"),
        ([[0x1E9E, MAPPED, "ss"]], "1e9e=73,73"),
        ([[[0x2460, 0x2461], MAPPED, "1"]], "2460=31 2461=31"),
        ([[0x41, MAPPED, "a"], [0x42, MAPPED, "b"], [0x43, MAPPED, "c"]], "41*3=61"),
        ([[0x100, MAPPED, "\u0101"], [0x101, VALID], [0x102, MAPPED, "\u0103"]], "100/2=101"),
    ],
    ids=["one", "several", "alike", "one after the other", "every second one"],
)  # fmt: skip
def test_mappings(rows: list[list[Any]], entries: str) -> None:
    (found,) = compile_domains(rows).values()
    assert found == entries


def test_entries_stand_on_the_page_of_their_first_code_point() -> None:
    rows = [[0xA8, MAPPED, " "], [[0xFFF, 0x1001], DISALLOWED], [0x1D400, MAPPED, "a"]]
    assert compile_domains(rows) == {
        "disallowed 000": "fff-1001",
        "mapped 000": "a8=20",
        "mapped 01d": "1d400=61",
    }
