"""Slips of the keyboard."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdnkit.page.slip import closest, is_slip, slips_among


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


WORDS = st.text("abcs", max_size=8)


@given(WORDS, WORDS)
def test_a_slip_is_undone_in_one_step(written: str, wanted: str) -> None:
    cut = range(len(written) + 1)
    undone = {written[:i] + written[i + 1 :] for i in cut}
    undone |= {
        written[:i] + letter + written[i + k :] for i in cut for letter in "abcs" for k in (0, 1)
    }
    undone |= {
        written[:i] + written[i + 1 : i + 2] + written[i : i + 1] + written[i + 2 :] for i in cut
    }
    is_other = written.rstrip("s") != wanted.rstrip("s")
    assert is_slip(written, wanted) is (wanted in undone and is_other)


@given(st.lists(WORDS), WORDS)
def test_names_are_found_at_once_as_one_by_one(names: list[str], written: str) -> None:
    assert slips_among(names, written) == [name for name in names if is_slip(written, name)]


@given(st.lists(WORDS), WORDS, st.sampled_from([0.5, 0.75, 0.8, 0.88, 0.9]))
def test_the_closest_name_is_that_of_difflib(names: list[str], written: str, cutoff: float) -> None:
    found = get_close_matches(written, names, n=1, cutoff=cutoff)
    assert closest(names, written, cutoff) == "".join(found)
