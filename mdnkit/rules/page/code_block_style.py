"""Code stands in fences."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import NO_INDENTED_CODE
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD046", unless=NO_INDENTED_CODE)
def code_block_style(page: Page) -> Iterator[Problem]:
    """Code stands between fences, not indented by four spaces.

    Indented code names no language, and most of it is text that was indented too far by mistake.

    Bad: a line of code indented by four spaces
    Good: the line between two lines of three back-ticks
    """
    for block in of_kind(page, "code"):
        line = page.source.line_span(page.source.position(block.span.start).line)
        text = page.text[line.start : line.end]
        start = line.start + len(text) - len(text.lstrip(" \t>"))
        message = _(
            "Indented by four spaces or more, this is shown as code; indent it less, or put it between fences."
        )
        yield Problem(Span(start, max(line.end, start)), message)
