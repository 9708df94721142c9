"""Headings are written with `#` before the text."""

from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import closing_span, first_line, is_underlined
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD003", unless=PLAIN_HEADINGS)
def heading_style(page: Page) -> Iterator[Problem]:
    """A heading is written with `#` before its text: not with `#` on both sides, not with a line below it.

    All of MDN is written so; a line of hyphens below the last line of a paragraph makes a heading of it by accident.

    Bad: `Notes` with a line of hyphens below, `## Notes ##`
    Good: `## Notes`
    """
    for heading in of_kind(page, "heading"):
        if is_underlined(heading):
            message = _("The line below makes this a heading; write `{marker}` before it.")
            text = message.format(marker="#" * heading.level)
            yield Problem(first_line(page, heading), text, _with_marker(page, heading))
            continue
        closing = closing_span(page, heading)
        if closing:
            before = page.text[: closing.start].rstrip(" \t")
            plain = heading.text and not heading.text.endswith("#")
            edits = (Edit(Span(len(before), closing.end), ""),) if plain else ()
            yield Problem(
                closing, _("`#` stand after the text of the heading; remove them."), edits
            )


def _with_marker(page: Page, heading: Block) -> tuple[Edit, ...]:
    """Return the edits that write an underlined heading of one line with `#`."""
    line = first_line(page, heading)
    number = page.source.position(heading.at).line
    below = page.source.line_span(number + 1)
    if (
        "\n" in heading.text
        or heading.text.endswith("#")
        or page.text[below.start : below.end].strip("=- \t")
    ):
        return ()
    marker = Edit(Span(line.start, line.start), "#" * heading.level + " ")
    return (marker, Edit(Span(line.end, below.end), ""))
