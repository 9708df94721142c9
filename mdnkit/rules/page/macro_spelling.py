"""Macro calls are written with braces."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_CALLS
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span


@page_rule(Severity.ERROR, unless=PLAIN_CALLS)
def macro_spelling(page: Page) -> Iterator[Problem]:
    """A macro call has braces around it: `{{Compat}}`.

    Some tools write `<<Compat>>` instead. It is clear what is meant, but MDN shows it as text.

    Bad: `<<domxref("Event")>>`
    Good: `{{domxref("Event")}}`
    """
    for call in page.macro_calls:
        if call.angle:
            start, end = call.span
            edits = (Edit(Span(start, start + 2), "{{"), Edit(Span(end - 2, end), "}}"))
            message = _(
                "MDN shows this call of `{name}` as text; write it between `{{{{` and `}}}}`."
            )
            yield Problem(call.span, message.format(name=call.name), edits)
