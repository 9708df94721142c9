"""Fences are closed."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_OPENING = re.compile(
    r"(?m)^[ \t>]*(?P<marks>`{3,}|~{3,})[ \t]*(?P<language>[A-Za-z][\w+-]*)[ \t]*[\w -]*$"
)
_AROUND = " \t\r\n>"
"""What stands before and behind the marks of a fence."""


@page_rule(Severity.ERROR, unless=PAIRED_FENCES)
def fence_unclosed(page: Page) -> Iterator[Problem]:
    """A fence that opens a block of code has another one that closes it, on a line of its own.

    Otherwise all that follows is code: up to the next fence, which closes instead of opening, or to the end of the page.

    Bad: ```` ```js ```` and a line of code, and then a heading and ```` ```html ````
    Good: ```` ``` ```` between the code and the heading
    """
    for block in page.of_kind("fence"):
        marks = block.markup
        if marks in block.text:
            for inner in _OPENING.finditer(block.text):
                if inner["marks"] == marks:
                    message = _(
                        "The block of code goes on over another fence, {fence}; write {marks} on its own line before it."
                    )
                    text = message.format(fence=inner[0].strip(_AROUND), marks=marks)
                    yield Problem(_first_line(page, block), text)
                    break
        elif not _is_closed(page, block):
            message = _(
                "The block of code is not closed; write {marks} on a line of its own at its end."
            )
            yield Problem(_first_line(page, block), message.format(marks=marks))


def _is_closed(page: Page, block: Block) -> bool:
    """Return whether the last line of a fence has its marks and nothing else."""
    start, end = block.span
    written = page.text[start:end].strip(_AROUND)
    last = written.rpartition("\n")[2].strip(_AROUND)
    return "\n" in written and last.startswith(block.markup) and not last.strip(block.markup[0])


def _first_line(page: Page, block: Block) -> Span:
    end = page.text.find("\n", block.span.start)
    return Span(block.span.start, block.span.end if end == -1 else end)
