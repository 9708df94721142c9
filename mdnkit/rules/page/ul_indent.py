"""Bullet lists are indented by two spaces for each list they stand in."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import EVEN_LISTS
from mdnkit.page.page import Page
from mdnkit.rules.page._lists import Item, List, column, indent, lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.span import Span

STEP = 2
"""Spaces for each level, in MDN's configuration."""


@markdown_rule(Severity.WARNING, "MD007", unless=EVEN_LISTS)
@keeping_blocks
def ul_indent(page: Page) -> Iterator[Problem]:
    """A bullet list is indented by two spaces for each bullet list that it stands in.

    With another indent, Markdown may read the list as text or as code. Lists inside ordered lists are left to `list-indent`.

    Bad: `    - inner item` below `- item`
    Good: `  - inner item` below `- item`
    """
    found = list(_ill_indented(page))
    edits = {item: _edit(item, actual, wanted) for item, actual, wanted, sure in found if sure}
    for item, actual, wanted, _sure in found:
        message = _("The indent of the item is {actual}; at this depth it is {wanted}.")
        text = message.format(actual=actual, wanted=wanted)
        yield Problem(item.marker, text, (edits[item],) if item in edits else ())


def _ill_indented(page: Page) -> Iterator[tuple[Item, int, int, bool]]:
    """Yield the items with their indent, the one they should have, and whether that is certain.

    Where the items of a list are not indented alike, some may have been meant to stand in another list.
    """
    for found in lists(page):
        parents = found.parents
        if found.ordered or "ordered" in parents:
            continue
        quoted = "quote" in parents
        wanted = STEP * (parents[::-1].index("quote") if quoted else len(parents))
        for item in found.items:
            actual = indent(page, item) if quoted else item.marker.start - item.line_start
            if actual != wanted:
                blank = not page.text[item.marker.start - actual : item.marker.start].strip()
                yield item, actual, wanted, blank and _is_even(found)


def _is_even(found: List) -> bool:
    return len({column(item) for item in found.items}) == 1


def _edit(item: Item, actual: int, wanted: int) -> Edit:
    end = item.marker.start
    return Edit(Span(end - actual, end), " " * wanted)
