"""A page without a title begins with a heading of level 1."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import FITTING_FRONT_MATTER
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.span import Span


@markdown_rule(Severity.WARNING, "MD041", "first-line-h1", unless=FITTING_FRONT_MATTER)
def first_line_heading(page: Page) -> Iterator[Problem]:
    """A page has a title: in its front matter, or as a heading of level 1 in its first line.

    Bad: a page without front matter that begins with text
    Good: a page with `title: Background Fetch` in its front matter
    """
    if page.front_matter.text("title"):
        return
    for block in page.blocks:
        if block.kind == "html" and block.text.lstrip().startswith("<!--"):
            continue
        if block.kind != "heading" or block.level != 1:
            line = page.source.line_span(page.source.position(block.span.start).line)
            message = _("The page has no title; write one in the front matter.")
            yield Problem(Span(line.start, line.end), message)
        return
