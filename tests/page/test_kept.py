"""What is kept is found once for each object."""

from mdnkit.page.kept import kept


class Counted:
    """Counts how often its property is found."""

    found = 0

    @kept
    def value(self) -> int:
        """A number."""
        self.found += 1
        return self.found


def test_a_property_is_found_when_it_is_asked_for_and_then_kept() -> None:
    first, second = Counted(), Counted()
    assert (first.value, first.value, second.value) == (1, 1, 1)
    first.value = 7
    assert first.value == 7


def test_it_says_what_it_is() -> None:
    assert Counted.value.__doc__ == "A number."
