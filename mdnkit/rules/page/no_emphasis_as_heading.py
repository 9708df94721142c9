"""Emphasis does not stand in for a heading."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import text_offset
from mdnkit.page.page import Page
from mdnkit.rules.page._emphasis import emphasis
from mdnkit.rules.page._line_patterns import SPACE
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.span import Span

_MARKS = ".,;:!?。，；：！？"
_MARKUP = frozenset("`[]<>!\\\n&⟬")
_WORDS = rf"[^`<>!\[\]\\\n&]*[^`<>\[\]\\\n&*_{_MARKS}]"
_ALONE = rf"\n[ \t]*[*_]{_WORDS}[*_]+[{SPACE}]*\n"
"""A line that may be one, where no line ends with a carriage return."""


@markdown_rule(Severity.WARNING, "MD036", where=(_ALONE, r"\r"))
def no_emphasis_as_heading(page: Page) -> Iterator[Problem]:
    """A line of its own in bold or italic letters is written as a heading.

    No link can lead to it, and who listens to the page does not find it among the headings. Translations follow the English
    page.

    Bad: `**Further reading**` alone in a paragraph
    Good: `### Further reading`
    """
    if page.is_translation:
        return
    for block in page.blocks:
        text = block.text
        if block.kind != "paragraph" or text[:1] not in ("*", "_") or text[-1:] not in ("*", "_"):
            continue
        if _MARKUP.intersection(text) or text.strip("*_")[-1:] in _MARKS:
            continue
        whole = Span(
            text_offset(page.source, block, 0), text_offset(page.source, block, len(text) - 1) + 1
        )
        if page.text[block.span.start : whole.start].strip(" \t"):
            continue
        found = emphasis(page, block)
        if len(found) == 1 and Span(found[0].opening.start, found[0].closing.end) == whole:
            message = _("This emphasised line reads like a heading; make it one.")
            yield Problem(whole, message)
