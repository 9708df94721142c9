"""Bullet lists are indented by two spaces for each list they stand in."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._lists import Item, indent, lists
from mdnkit.rules.page._same_blocks import keeps_blocks
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

STEP = 2
"""Spaces for each level, in MDN's configuration."""


@page_rule(Severity.WARNING, "MD007")
def ul_indent(page: Page) -> Iterator[Problem]:
    """A bullet list is indented by two spaces for each bullet list that it stands in.

    With another indent, Markdown may read the list as text or as code. Lists inside ordered lists are left to `list-indent`.

    Bad: `    - inner item` below `- item`
    Good: `  - inner item` below `- item`
    """
    for found in lists(page):
        parents = found.parents
        if found.ordered or "ordered" in parents:
            continue
        quoted = "quote" in parents
        level = len(parents)
        if quoted:
            level = parents[::-1].index("quote")
        wanted = STEP * level
        for item in found.items:
            start, end = item.line_start, item.marker.start
            actual = indent(page, item) if quoted else end - start
            if actual != wanted:
                yield _problem(page, item, actual, wanted)


def _problem(page: Page, item: Item, actual: int, wanted: int) -> Problem:
    end = item.marker.start
    edits: tuple[Edit, ...] = ()
    if page.text[end - actual : end].isspace() or not actual:
        edits = (Edit(Span(end - actual, end), " " * wanted),)
    message = _("The indent of the item is {actual}; at this depth it is {wanted}.")
    return Problem(
        item.marker,
        message.format(actual=actual, wanted=wanted),
        edits if edits and keeps_blocks(page, edits) else (),
    )
