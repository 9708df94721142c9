"""The numbers of an ordered list are 1, 2, 3 and so on."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import COUNTED_LISTS
from mdnkit.page.page import Page
from mdnkit.rules.page._lists import lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD029", unless=COUNTED_LISTS)
@keeping_blocks
def ol_prefix(page: Page) -> Iterator[Problem]:
    """The items of an ordered list are numbered 1, 2, 3 and so on, or from 0.

    A list that begins with a later number is often the rest of one that text without indent has ended; it then shows the
    wrong numbers on the page as soon as an item is added.

    Bad: `1. first`, `1. second`
    Good: `1. first`, `2. second`
    """
    for found in lists(page):
        if not found.ordered:
            continue
        first = int(page.text[found.items[0].marker.start : found.items[0].marker.end - 1])
        if first > 1:
            message = _(
                "The list begins with {number}; begin with 1, or indent what ended the list before it."
            )
            yield Problem(found.items[0].marker, message.format(number=first))
            continue
        start = 0 if first == 0 and len(found.items) > 1 else 1
        for wanted, item in enumerate(found.items, start):
            digits = Span(item.marker.start, item.marker.end - 1)
            actual = page.text[slice(*digits)]
            if int(actual) != wanted:
                edits = (Edit(digits, str(wanted)),)
                message = _("The item has the number {actual}; it is item {wanted} of its list.")
                text = message.format(actual=actual, wanted=wanted)
                yield Problem(digits, text, edits)
