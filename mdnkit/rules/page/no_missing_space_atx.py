"""A space stands between the `#` and the text of a heading."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.span import Span

# A digit sign in a box is an emoji that begins with `#`; a `#` at the end of the line is another rule's.
_STUCK = re.compile(r"\n(#+)(?![# \t\r\n\ufe0f]|\Z)(?![^\n]*#[ \t\r]*(?:\n|\Z))")


@markdown_rule(Severity.ERROR, "MD018", unless=PLAIN_HEADINGS)
def no_missing_space_atx(page: Page) -> Iterator[Problem]:
    """A space stands between the `#` and the text of a heading.

    Without the space it is no heading: readers see the `#`, and no link leads to the section.

    Bad: `##Examples`
    Good: `## Examples`
    """
    for match in outside_code(page, _STUCK):
        marker = Span(*match.span(1))
        if page.text_at(marker.start):
            edits = (Edit(Span(marker.end, marker.end), " "),) if len(match[1]) <= 6 else ()
            message = _("Without a space after `{marker}` this is no heading; put one in.")
            yield Problem(marker, message.format(marker=match[1]), edits)
