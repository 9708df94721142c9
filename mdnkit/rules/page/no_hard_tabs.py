"""No tabs."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.page import Page
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._same_blocks import keeping_blocks
from mdnkit.rules.page._structure import is_any_code, is_comment
from mdnkit.span import Span

SPACES = 2
"""What a tab becomes, in MDN's configuration."""

_TABS = re.compile(r"\t+")


@markdown_rule(Severity.WARNING, "MD010", where="\t")
@keeping_blocks
def no_hard_tabs(page: Page) -> Iterator[Problem]:
    """A page has no tabs, in code neither.

    How far a tab indents depends on where it is looked at, and it can make a list item of text, or code of a list item.

    Bad: a tab before a list item
    Good: two spaces before it
    """
    if page.text.find("\t", page.body.start) == -1:
        return
    found = (Span(*match.span()) for match in _TABS.finditer(page.text, page.body.start))
    spans = [span for span in found if not is_comment(page, span.start)]
    for span in spans:
        message = (
            _("A tab; write spaces.") if span.end - span.start == 1 else _("Tabs; write spaces.")
        )
        edit = Edit(span, " " * (SPACES * (span.end - span.start)))
        yield Problem(span, message, () if is_any_code(page, span.start) else (edit,))
