"""Back-ticks and asterisks come in pairs."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_PIECES
from mdnkit.rules.page._emphasis import loose_mark
from mdnkit.rules.page._markdown_rule import markdown_rule

_STRONG = re.compile(r"\*\*(?![\s*])(?:[^*`]|`[^`]*`|\*(?!\*))*?(?<![\s*])\*\*")
"""Strong emphasis in its usual form."""


@markdown_rule(Severity.WARNING, unless=PLAIN_PIECES)
def unpaired_mark(page: Page) -> Iterator[Problem]:
    """Back-ticks around code, and the asterisks of strong emphasis, come in pairs.

    One that has lost its partner is shown to readers. With a lost back-tick, words become code up to the next piece of code,
    and what was code becomes words.

    Bad: ``The `name is set, and the `value` is not.``
    Good: ``The `name` is set, and the `value` is not.``
    """
    for block in _suspects(page):
        mark = loose_mark(page, block)
        if mark is not None:
            message = _(
                "`{mark}` has no partner, so readers see it; in this paragraph one is lost, or stands in the wrong place."
            )
            if page.masked[mark.start] == "`":
                message = _(
                    "A back-tick has no partner, so readers see it; in this paragraph one is lost, or stands in the wrong"
                    " place."
                )
            yield Problem(mark, message.format(mark=page.masked[slice(*mark)]))


def _suspects(page: Page) -> Iterator[Block]:
    """Yield the blocks that may have a mark without its partner."""
    odd = [block for block in page.pieces.others if has_odd_ticks(block)]
    yield from odd
    # Where all have partners, their number is even.
    for block in page.texts_with("**") if page.text.count("**", page.body.start) % 2 else ():
        if "**" in _STRONG.sub("", block.text) and block not in odd:
            yield block


def has_odd_ticks(block: Block) -> bool:
    """Return whether the back-ticks of a block cannot all have a partner."""
    return block.text.count("`") % 2 == 1
