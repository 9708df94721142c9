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
_FIRST = re.compile(r"[&%${]")
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
        wanted = _kept(original, ours.block)
        fewer = [mark for mark, count in wanted.items() if found[mark] < count]
        for mark in _lost(fewer, page.text[slice(*theirs.block.span)]) if fewer else ():
            message = _("The English page has `{mark}` here; the translation has lost it.")
            place = first_line(page, theirs.block.span.start)
            yield Problem(place, message.format(mark=mark), related=english_line(pair, ours))


def _lost(marks: list[str], written: str) -> Iterator[str]:
    """Yield the marks that stand nowhere in a text, neither as they are nor as the character that they mean."""
    lengths = {len(mark) for mark in marks}
    starts = [match.start() for match in _FIRST.finditer(written)]
    there = {written[start : start + length] for length in lengths for start in starts}
    there.update(written)
    for mark in marks:
        meant = html.unescape(mark)
        if not there.intersection((mark, meant)) and (len(meant) != 2 or meant not in written):
            yield mark


def _kept(page: Page, block: Block) -> Counter[str]:
    """Return what of a block's words stays the same, outside of code."""
    code = {inline.text for inline in page.inlines(block) if inline.kind == "code"}
    marks = _KEPT.findall(_without_code(block.text, code) if code else block.text)
    return Counter(mark for mark in marks if html.unescape(mark) not in _QUOTES_AND_SPACES)


def _without_code(text: str, code: set[str]) -> str:
    """Return a text with a space for each code span whose content is among `code`."""
    pieces = text.split("`")
    kept = [pieces[0]]
    at = 1
    while at < len(pieces):
        if at + 1 < len(pieces) and pieces[at] in code:
            kept += (" ", pieces[at + 1])
            at += 2
        else:
            kept += ("`", pieces[at])
            at += 1
    return "".join(kept)
