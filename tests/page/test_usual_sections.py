"""The names that MDN has for sections, and pages that have them as their type wants them."""

import pytest

from mdnkit.page.usual_sections import are_usual, usual_name

ORDER = ("Syntax", "Examples")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Examples", None),
        ("See also", None),
        ("Notes", None),
        ("Example of use", None),
        ("Example", "Examples"),
        ("see also", "See also"),
        ("Browser Compatibility", "Browser compatibility"),
        ("Syntx", "Syntax"),
    ],
)
def test_another_spelling_of_a_name(title: str, name: str | None) -> None:
    assert usual_name(title, ORDER) == name


END = ("Specifications", "Browser compatibility")


@pytest.mark.parametrize(
    ("titles", "page_type", "usual"),
    [
        (("Syntax", "Examples", *END), "web-api-instance-method", True),
        (("Syntax", "Notes", "Examples", *END, "See also"), "web-api-instance-method", True),
        (("Examples", "Syntax", *END), "web-api-instance-method", False),
        (("Syntax", "Example", *END), "web-api-instance-method", False),
        (("Syntax", "Examples"), "web-api-instance-method", False),
        (("Notes",), "no-such-type", True),
        (("See Also",), "no-such-type", False),
    ],
)
def test_sections_as_the_type_wants_them(
    titles: tuple[str, ...], page_type: str, usual: bool
) -> None:
    assert are_usual(titles, page_type) is usual
