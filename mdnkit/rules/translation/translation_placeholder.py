"""A translation keeps placeholders and character references."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS, Block
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site

_KEPT = re.compile(
    r"&(?:[A-Za-z][A-Za-z0-9]*|#\d+|#[xX][0-9A-Fa-f]+);|%\d*\$?[sd]\b|\$\{\w+\}|\{\d+\}"
)
_QUOTES_AND_SPACES = frozenset("\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\u2002\u2003\u2009\"'‘’‚“”„«»‹›")
"""What every language writes in its own way."""


@translation_rule(Severity.WARNING)
def translation_placeholder(pair: Pair, site: Site) -> Iterator[Problem]:
    """The words of a translation have the placeholders and character references of the English ones.

    `%s` and `{0}` stand for something that a program puts there, `&lt;` for a character that would be read as markup. Spaces
    and quotation marks differ between languages and are left alone.

    Bad: `%d Bytes` and `{Zahl}` where English has `%d bytes` and `{0}`
    Good: `%d Bytes` and `{0}`
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or theirs.block.kind not in INLINE_KINDS:
            continue
        if not _KEPT.search(ours.block.text):
            continue
        found = _kept(page, theirs.block)
        for mark, count in _kept(original, ours.block).items():
            written = page.text[slice(*theirs.block.span)]
            if found[mark] < count and mark not in written and html.unescape(mark) not in written:
                message = _("The English page has `{mark}` here; the translation has lost it.")
                place = first_line(page, theirs.block.span.start)
                yield Problem(place, message.format(mark=mark), related=english_line(pair, ours))


def _kept(page: Page, block: Block) -> Counter[str]:
    """Return what of a block's words stays the same, outside of code."""
    code = [inline.text for inline in page.inlines(block) if inline.kind == "code"]
    text = block.text
    for piece in code:
        text = text.replace(f"`{piece}`", " ")
    marks = _KEPT.findall(text)
    return Counter(mark for mark in marks if html.unescape(mark) not in _QUOTES_AND_SPACES)
