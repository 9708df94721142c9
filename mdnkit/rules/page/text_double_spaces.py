"""One space stands between two words."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at, piece_at, text_start
from mdnkit.span import Span

# The two spaces come first, so that the search for them is fast.
_SPACES = re.compile(r"  (?<=[^\s>]  ) *(?=[^\s|])")


@markdown_rule(
    Severity.WARNING,
    "search-replace",
    where=outside_fences(r"[^\s>]  +[^\s|]"),
    unless=PAIRED_FENCES,
)
def text_double_spaces(page: Page) -> Iterator[Problem]:
    """One space stands between two words, not more.

    Browsers show one anyway; the others only make differences between versions.

    Bad: two spaces after a full stop
    Good: one space
    """
    for match in _SPACES.finditer(page.masked, page.body.start):
        start, end = match.span()
        if code_block_at(page, start):
            continue
        block = page.text_at(start)
        if block is None or _is_markup(page, block, start):
            continue
        # The text of a description begins behind its colon.
        if start > text_start(page, block) or page.masked.startswith("- :", start - 3):
            span = Span(start, end)
            message = _("{count} spaces in a row; write one.")
            yield Problem(span, message.format(count=end - start), (Edit(span, " "),))


def _is_markup(page: Page, block: Block, offset: int) -> bool:
    """Return whether the place belongs to code, a tag or a comment."""
    return piece_at(page, block, offset, "code", "html") is not None
