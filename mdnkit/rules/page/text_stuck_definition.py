"""A space stands between the colon of a definition and its text."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import LONE_CR
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import outside_code
from mdnkit.span import Span

_STUCK = re.compile(r"\n[ \t>]*- (:)(?=[\w`\[⟬_*<\"(])")


@markdown_rule(Severity.ERROR, "search-replace", where=(r"\n[ \t>]*- :[^ ]", LONE_CR))
def text_stuck_definition(page: Page) -> Iterator[Problem]:
    """A space stands between the `:` that begins a description and its text.

    Without the space MDN shows a list with a colon instead of a term and its description.

    Bad: `- :The registration.`
    Good: `- : The registration.`
    """
    for match in outside_code(page, _STUCK):
        span = Span(*match.span(1))
        edits = (Edit(Span(span.end, span.end), " "),)
        message = _("A space is missing after the `:` that begins the description.")
        yield Problem(span, message, edits)
