"""One space stands after the marker of a list item."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LONE_CR, SPACES
from mdnkit.rules.page._lists import Item, lists
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.span import Span

_MARKER = r"(?:[-*+:]|[0-9]{1,9}[.)])"
_SPACED = rf"\n[ \t>]*(?:{_MARKER}[ \t>]+)*{_MARKER}(?:[{SPACES}]| [ \t\r\n])"
"""The markers of a line; what follows the last one is not one space and text."""


@markdown_rule(Severity.WARNING, "MD030", where=(_SPACED, LONE_CR))
@keeping_blocks
def list_marker_space(page: Page) -> Iterator[Problem]:
    """One space stands between the marker of a list item and its text.

    The text decides how far everything else in the item has to be indented; MDN indents by two spaces, which fits one space
    only.

    Bad: `-   item`
    Good: `- item`
    """
    text = page.text
    for found in lists(page):
        for item in found.items:
            end = item.marker.end
            if item.content != end + 1 or text[end] != " ":
                yield from _problem(page, item)


def _problem(page: Page, item: Item) -> Iterator[Problem]:
    """Report the white space after a marker, unless nothing follows it or code does."""
    space = Span(item.marker.end, item.content)
    written = page.text[slice(*space)]
    if not written or page.text[space.end : space.end + 1] in ("\n", "\r", ""):
        return
    if written.startswith("     "):
        return
    edits = (Edit(space, " "),)
    message = _("{count} characters of white space stand after `{marker}`; one space is wanted.")
    if "\t" in written:
        message = _("A tab stands after `{marker}`; one space is wanted.")
    text = message.format(count=len(written), marker=page.text[slice(*item.marker)])
    yield Problem(space, text, edits)
