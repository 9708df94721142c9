"""The links of a translation are still links."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS, Block, text_offset
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line
from mdnkit.site.site import Site
from mdnkit.span import Span

_TARGET = r"\((?:/|#|https?://)[^\s()]*\)"
_TORN = re.compile(rf"\][^\s\[\]()`]{{1,40}}{_TARGET}")
_UNOPENED = re.compile(rf"\]{_TARGET}")


@translation_rule(Severity.ERROR)
def translation_link_form(pair: Pair, site: Site) -> Iterator[Problem]:
    """A link has its words in square brackets, its target right after them, and no back-ticks around it.

    Compound words and moved back-ticks tear links apart in translations; readers then see brackets and addresses.

    Bad: `[Shadow]-Baum(/de/docs/Glossary/Shadow_tree)`
    Good: `[Shadow-Baum](/de/docs/Glossary/Shadow_tree)`
    """
    page, original = pair.translation, pair.original
    if original is None or "]" not in page.text:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or theirs.block.kind not in INLINE_KINDS:
            continue
        block = theirs.block
        if "]" in block.text and "(" in block.text:
            related = english_line(pair, ours)
            for span, message in _torn(page, block, ours.block.text):
                yield Problem(span, message, related=related)


def _torn(page: Page, block: Block, english: str) -> Iterator[tuple[Span, str]]:
    """Yield the places of a block where a link has come apart, each with what to say."""
    inlines = page.inlines(block)
    for inline in inlines:
        if (
            inline.kind == "code"
            and _UNOPENED.fullmatch(inline.text)
            and inline.text not in english
        ):
            message = _(
                "The link stands between back-ticks; they belong inside the square brackets."
            )
            yield inline.span, message
    for match in (*_TORN.finditer(block.text), *_UNOPENED.finditer(block.text)):
        start = text_offset(page.source, block, match.start())
        span = Span(start, start + len(match[0]))
        if match[0] in english or any(inline.span.contains(span) for inline in inlines):
            continue
        # The brackets of a link that is whole begin before its target.
        if any(inline.span.start <= span.start < inline.span.end for inline in inlines):
            continue
        if match.re is _TORN:
            yield span, _("The link is torn apart: its target must follow the square bracket.")
        else:
            yield (
                span,
                _(
                    "This is no link: its opening square bracket is missing, or a back-tick stands astray."
                ),
            )
