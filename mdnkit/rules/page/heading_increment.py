"""Headings go down one level at a time."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._headings import marker_span
from mdnkit.rules.page._line_patterns import LINE_START, LONE_CR
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import of_kind


@markdown_rule(Severity.WARNING, "MD001", where=(rf"{LINE_START}###", LONE_CR))
def heading_increment(page: Page) -> Iterator[Problem]:
    """A heading is at most one level below the heading before it; the title of the page is level 1.

    Readers who listen to a page move by heading levels, and a missing level looks like missing text. Translations keep the
    levels of the English page, so they are left alone.

    Bad: `## Examples` followed by `#### First`
    Good: `## Examples` followed by `### First`
    """
    if page.is_translation:
        return
    before = 1 if page.front_matter.text("title") else 0
    for heading in of_kind(page, "heading"):
        if before and heading.level > before + 1:
            message = _(
                "A heading of level {level} follows one of level {before}; use level {wanted}."
            )
            text = message.format(level=heading.level, before=before, wanted=before + 1)
            yield Problem(marker_span(page, heading), text)
        before = heading.level
