"""A translation uses the terms of its language."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.locales.locale import forbidden_words, may_have_forbidden_words, terms_of
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS, text_offset
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line
from mdnkit.site.site import Site
from mdnkit.span import Span


@translation_rule(Severity.WARNING)
def translation_term(pair: Pair, site: Site) -> Iterator[Problem]:
    """A term is not called by a word that means something else; the term base of the locale says by which ones.

    Only sentences whose English has the term are looked at, and no code.

    Bad: `Dieses Ereignis ist nicht abbruchsicher.` where English has `This event is not cancelable.`
    Good: `Dieses Ereignis ist nicht abbrechbar.`
    """
    page, original = pair.translation, pair.original
    terms = terms_of(page.locale)
    if original is None or not terms:
        return
    if not may_have_forbidden_words(page.locale, page.text):
        return
    found = forbidden_words(page.locale)
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or theirs.block.kind not in INLINE_KINDS:
            continue
        if not found.search(theirs.block.text):
            continue
        for term in terms:
            if not term.never.search(theirs.block.text):
                continue
            english = term.english.search(original.words(ours.block))
            if english is None:
                continue
            for span in _found(page, theirs, term.never):
                message = _("`{word}` stands for “{english}”; write “{write}”.")
                text = message.format(
                    word=page.text[span.start : span.end], english=english[0], write=term.write
                )
                yield Problem(span, text, related=english_line(pair, ours))


def _found(page: Page, segment: Segment, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield where words stand in a segment, code and the targets of links left out."""
    inlines = page.inlines(segment.block)
    hidden = [inline.span for inline in inlines if inline.kind in ("code", "html", "autolink")]
    hidden += [inline.target_span for inline in inlines if inline.target_span.end]
    hidden.sort()
    ends = list(accumulate((other.end for other in hidden), max))
    for match in pattern.finditer(segment.block.text):
        start = text_offset(page.source, segment.block, match.start())
        span = Span(start, start + len(match[0]))
        before = bisect_right(hidden, span.start, key=_start)
        if not before or ends[before - 1] < span.end:
            yield span


def _start(span: Span) -> int:
    return span.start
