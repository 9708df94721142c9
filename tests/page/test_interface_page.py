"""The members that an interface page lists."""

from mdnkit.page.interface_page import listed_members, page_interface
from mdnkit.page.page import Page

FRONT = "---\ntitle: Bed\nslug: Web/API/Bed\npage-type: web-api-interface\n---\n\n"
BODY = """\
{{domxref("Bed.top")}} is no list.

## Instance properties

- {{domxref("Bed.soil")}} {{ReadOnlyInline}}
  - : What it is made of, see {{domxref("Bed.clay")}}.
- {{DOMxRef("Garden.place", "place")}}
  - : Where it is.
- `width`
  - : How wide it is.

## Static methods

- {{domxref("Bed.make_static", "Bed.make()")}}
  - : Makes one.

## Examples

- {{domxref("Bed.dig()")}}
  - : Digs.
"""


def test_lists_of_the_known_sections() -> None:
    members = listed_members(Page.parse(FRONT + BODY))
    assert [(one.kind, one.owner, one.name, one.badges) for one in members] == [
        ("property", "Bed", "soil", {"readonlyinline"}),
        ("property", "Garden", "place", frozenset()),
        ("static method", "Bed", "make", frozenset()),
    ]


def test_the_interface_of_a_page() -> None:
    assert page_interface(Page.parse(FRONT)) == "Bed"
    assert page_interface(Page.parse(FRONT, locale="de")) is None
    assert page_interface(Page.parse(FRONT.replace("interface\n", "event\n"))) is None
    assert page_interface(Page.parse(FRONT.replace("API/Bed", "API/Bed/dig"))) is None
