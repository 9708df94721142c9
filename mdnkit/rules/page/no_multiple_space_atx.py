"""One space stands between the `#` and the text of a heading."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import closing_span, is_underlined, marker_span
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_WIDE = re.compile(r"#[ \t]{2,}\S")


@markdown_rule(Severity.WARNING, "MD019", unless=PLAIN_HEADINGS)
def no_multiple_space_atx(page: Page) -> Iterator[Problem]:
    """One space stands between the `#` and the text of a heading, not more.

    Bad: `##  Examples`
    Good: `## Examples`
    """
    if not _WIDE.search(page.text, page.body.start):
        return
    for heading in of_kind(page, "heading"):
        if is_underlined(heading) or not heading.text or closing_span(page, heading):
            continue
        space = space_after_marker(page, marker_span(page, heading).end)
        if space.end - space.start > 1:
            message = _(
                "{count} characters of white space stand after the `#`; one space is wanted."
            )
            text = message.format(count=space.end - space.start)
            yield Problem(space, text, (Edit(space, " "),))


def space_after_marker(page: Page, start: int) -> Span:
    """Return the white space that begins at `start`."""
    end = start
    while page.text[end : end + 1] in (" ", "\t"):
        end += 1
    return Span(start, end)
