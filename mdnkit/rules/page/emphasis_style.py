"""Emphasis is written with underscores."""

import re
from collections.abc import Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.block_facts import PAIRED_FENCES
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.page._emphasis import emphasis
from mdnkit.rules.page._line_patterns import outside_fences
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import code_block_at, is_code

# What can open emphasis: one asterisk or three, before text. The asterisk comes first, so that the search is fast.
_OPENING = re.compile(r"\*(?<![*\\]\*)(?:\*\*)?(?![*\s]|\Z)")

_IN_PARAGRAPH = r"(?:[^\n]|\n[^\n])*\n?"
_SINGLE = (
    rf"(?:[^*]|\\\*)\*[^*\s](?:{_IN_PARAGRAPH}[^\s])?\*"
    rf"|\*(?:\\\*|[^*\s])(?:{_IN_PARAGRAPH}(?:\\\*|[^*\s]))?\*[^*]"
    r"|\*\*\*"
)
"""Two places in a paragraph that can open and close emphasis, at least one of them with an asterisk of its own."""


@markdown_rule(
    Severity.WARNING,
    "MD049",
    where=outside_fences(_SINGLE),
    unless=PAIRED_FENCES,
)
def emphasis_style(page: Page) -> Iterator[Problem]:
    """Emphasis is written with underscores, `_so_`; a part of a word, where only asterisks work, is left alone.

    MDN writes it so in English; translations are free, because some scripts have no spaces between words.

    Bad: `*always*`
    Good: `_always_`
    """
    if page.is_translation:
        return
    for block in _candidates(page):
        for found in emphasis(page, block):
            if found.strong or found.markup != "*" or _is_inside_word(page, found.opening.start):
                continue
            if _is_inside_word(page, found.closing.start):
                continue
            message = _("The emphasis is written with `*`; MDN writes `_`.")
            edits = (Edit(found.opening, "_"), Edit(found.closing, "_"))
            yield Problem(found.opening, message, edits)


def _candidates(page: Page) -> Iterator[Block]:
    """Yield the blocks with an asterisk, outside code, that can open emphasis."""
    last: Block | None = None
    for match in _OPENING.finditer(page.masked, page.body.start):
        if code_block_at(page, match.start()):
            continue
        block = page.text_at(match.start())
        if block is not None and block is not last and not is_code(page, match.start()):
            last = block
            yield block


def _is_inside_word(page: Page, offset: int) -> bool:
    """Return whether letters or digits stand on both sides of the mark."""
    before, after = page.masked[offset - 1 : offset], page.masked[offset + 1 : offset + 2]
    return before.isalnum() and after.isalnum()
