"""Fences are made of back-ticks."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span

_CLOSING = re.compile(r"[ \t>]*(~{3,})[ \t]*\r?\n?\Z")


@markdown_rule(Severity.WARNING, "MD048", where="~~~")
def code_fence_style(page: Page) -> Iterator[Problem]:
    """A fence is made of back-ticks.

    Bad: `~~~js`
    Good: ```` ```js ````
    """
    if "~" not in page.text or "~~~" not in page.text:
        return
    for block in of_kind(page, "fence"):
        if not block.markup.startswith("~"):
            continue
        start = page.text.find(block.markup, block.span.start)
        opening = Span(start, start + len(block.markup))
        last = page.text.rfind("\n", block.span.start, block.span.end - 1) + 1
        closing = _CLOSING.match(page.text, last, block.span.end) if last > start else None
        edits: tuple[Edit, ...] = ()
        if closing and "```" not in block.text and "`" not in block.info:
            end = Span(*closing.span(1))
            edits = (
                Edit(opening, "`" * len(block.markup)),
                Edit(end, "`" * (end.end - end.start)),
            )
        yield Problem(opening, _("The fence is made of tildes; MDN writes back-ticks."), edits)
