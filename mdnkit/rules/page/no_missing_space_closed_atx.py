"""Spaces stand between the text of a heading and the `#` on both sides."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at, html_block_at
from mdnkit.span import Span

_LINE = re.compile(r"\n(#+)([ \t]*)([^#\s][^#\n]*?)([ \t]*)(\\?)(#+)[ \t\r]*(?=\n|\Z)")
_CLOSING = re.compile(r"#[ \t\r]*(?:\n|\Z)")


@markdown_rule(Severity.WARNING, "MD020", unless=PLAIN_HEADINGS)
def no_missing_space_closed_atx(page: Page) -> Iterator[Problem]:
    """A heading with `#` on both sides has a space between them and its text.

    Without the space before them, the closing `#` belong to the text and are shown.

    Bad: `## Examples##`
    Good: `## Examples`
    """
    if not _CLOSING.search(page.text, page.body.start):
        return
    for match in _LINE.finditer(page.masked, max(page.body.start - 1, 0)):
        if match[2] and match[4] and not match[5]:
            continue
        start = match.start(1)
        # A name such as C# ends with the sign.
        if match[2] and len(match[6]) == 1 and len(match[1]) > 1:
            continue
        if code_block_at(page, start) or html_block_at(page, start):
            continue
        edits: list[Edit] = []
        if not match[2]:
            edits.append(Edit(Span(match.end(1), match.end(1)), " "))
        edits.append(Edit(Span(match.end(3), match.end(6)), ""))
        place = Span(start, match.end(1)) if not match[2] else Span(*match.span(6))
        message = _("A space is missing between the text of the heading and the `#`.")
        sure = len(match[1]) <= 6 and not match[5]
        yield Problem(place, message, tuple(edits) if sure else ())
