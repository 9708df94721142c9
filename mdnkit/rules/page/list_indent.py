"""The items of one list begin in one column."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import EVEN_LISTS
from mdnkit.page.page import Page
from mdnkit.rules.page._lists import Item, List, column, holds_descriptions, lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD005", unless=EVEN_LISTS)
@keeping_blocks
def list_indent(page: Page) -> Iterator[Problem]:
    """All items of a list are indented alike.

    An item that is indented by a space more or less looks as if it belonged to another list. The numbers of a list may be
    aligned at their ends instead.

    Bad: ` - item` below `- item`
    Good: `- item` below `- item`
    """
    for found in lists(page):
        first = found.items[0]
        wanted = first.marker.start - first.line_start
        for item in found.items:
            if item.marker.start - item.line_start != wanted:
                break
        else:
            continue
        if not _aligned_at_end(found):
            yield from _problems(page, found, wanted)


def _aligned_at_end(found: List) -> bool:
    return found.ordered and len({item.marker.end - item.line_start for item in found.items}) == 1


def _problems(page: Page, found: List, wanted: int) -> Iterator[Problem]:
    """Yield the items in other columns. Of terms and descriptions it is not known which belong to which."""
    others = [item for item in found.items if column(item) != wanted]
    edits = {item: _edit(item, wanted) for item in others}
    sure = not holds_descriptions(page, found)
    message = _(
        "The indent of the item is {actual}, that of the first of its list {wanted}; indent them alike."
    )
    for item in others:
        text = message.format(actual=column(item), wanted=wanted)
        yield Problem(item.marker, text, (edits[item],) if sure else ())


def _edit(item: Item, wanted: int) -> Edit:
    end = item.marker.start
    surplus = column(item) - wanted
    return Edit(Span(end - max(surplus, 0), end), " " * max(-surplus, 0))
