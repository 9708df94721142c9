"""One space stands between the text of a heading and the `#` on both sides."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import closing_span, marker_span
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.rules.page.no_multiple_space_atx import space_after_marker
from mdnkit.span import Span

_CLOSED = re.compile(r"#[ \t]*\r?(?:\n|\Z)")


@markdown_rule(Severity.WARNING, "MD021", unless=PLAIN_HEADINGS)
def no_multiple_space_closed_atx(page: Page) -> Iterator[Problem]:
    """A heading with `#` on both sides has one space between them and its text, not more.

    Bad: `## Examples  ##`
    Good: `## Examples`
    """
    if not _CLOSED.search(page.text, page.body.start):
        return
    for heading in of_kind(page, "heading"):
        closing = closing_span(page, heading)
        if closing is None or not heading.text:
            continue
        before = space_after_marker(page, marker_span(page, heading).end)
        text = page.text[before.end : closing.start]
        after = Span(before.end + len(text.rstrip(" \t")), closing.start)
        for space in (before, after):
            if space.end - space.start > 1:
                message = _(
                    "{count} characters of white space stand beside the `#`; one space is wanted."
                )
                said = message.format(count=space.end - space.start)
                yield Problem(space, said, (Edit(space, " "),))
