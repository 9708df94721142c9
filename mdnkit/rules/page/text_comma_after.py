"""A comma follows the abbreviations "i.e." and "e.g." in English."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import is_text
from mdnkit.span import Span

_ABBREVIATION = r"\.[eg]\."
"""What both have, so that a page is searched once."""
_WORD_BEFORE = re.compile(r"\w")


@markdown_rule(Severity.WARNING, "search-replace", where=_ABBREVIATION)
def text_comma_after_ie(page: Page) -> Iterator[Problem]:
    """In English text, a comma follows "i.e.".

    Bad: `the first state, i.e. the empty one`
    Good: `the first state, i.e., the empty one`
    """
    yield from _missing(page, "i.e.")


@markdown_rule(Severity.WARNING, "search-replace", where=_ABBREVIATION)
def text_comma_after_eg(page: Page) -> Iterator[Problem]:
    """In English text, a comma follows "e.g.".

    Bad: `a name, e.g. a date`
    Good: `a name, e.g., a date`
    """
    yield from _missing(page, "e.g.")


def _missing(page: Page, abbreviation: str) -> Iterator[Problem]:
    text = page.masked
    at = -1 if page.is_translation else text.find(f"{abbreviation} ", page.body.start)
    while at != -1:
        end = at + len(abbreviation)
        followed = text[end + 1 : end + 2] not in (" ", "|", "\n")
        if followed and not _WORD_BEFORE.match(text, at - 1) and is_text(page, at):
            message = _("A comma is missing after `{written}`.")
            edits = (Edit(Span(end, end), ","),)
            yield Problem(Span(at, end), message.format(written=abbreviation), edits)
        at = text.find(f"{abbreviation} ", end)
