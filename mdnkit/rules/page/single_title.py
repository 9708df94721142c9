"""A page has one title, the one in its front matter."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PLAIN_HEADINGS
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import marker_span
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind


@markdown_rule(Severity.WARNING, "MD025", "single-h1", unless=PLAIN_HEADINGS)
def single_title(page: Page) -> Iterator[Problem]:
    """A page has one title: MDN makes it of the front matter, so the page has no heading of level 1.

    Bad: `# Overview` in a page with `title: Overview`
    Good: `## Overview`
    """
    titled = bool(page.front_matter.text("title"))
    first: Block | None = None
    for heading in of_kind(page, "heading"):
        if heading.level == 1 and titled:
            message = _("The title of the page stands in its front matter; use level 2 here.")
            yield Problem(marker_span(page, heading), message)
        elif heading.level == 1 and first is not None:
            message = _("The page has a heading of level 1 already; use level 2 here.")
            yield Problem(marker_span(page, heading), message)
        elif heading.level == 1 and heading is page.blocks[0]:
            first = heading
