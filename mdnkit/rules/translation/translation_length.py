"""A translated paragraph is about as long as its English."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.measure import ends_sentence, width
from mdnkit.l10n.merging import merged_with
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.locales.locale import locale
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.page import Page
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site
from mdnkit.span import Span

SHORTEST = 80
"""Columns of an English paragraph from which on its length says something."""

LONG = 300
"""Columns of an English paragraph that counts as long."""

_ADDRESS = "/docs/"
"""What readers see of a link that has come apart; link-malformed says so."""


@translation_rule(Severity.NOTE)
def translation_length(pair: Pair, site: Site) -> Iterator[Problem]:
    """A paragraph is neither far shorter nor far longer than its English, and does not break off.

    Sentences get lost when long pages are translated, and a text that ends in mid-sentence was cut off, which is a warning.
    What macros and links become counts, and so does how wide the characters of a script are.

    Bad: `Die Methode gibt` where English has a sentence with its full stop
    Good: the whole sentence
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    known = locale(page.locale)
    for index, (ours, theirs) in enumerate(pair.matches):
        if ours is None or theirs is None or theirs.block.kind not in INLINE_KINDS:
            continue
        if _breaks_off(original, ours, page, theirs):
            message = _("The text breaks off: the English one ends with a full sentence.")
            if width(page.words(theirs.block)) >= width(original.words(ours.block)):
                message = _("The text ends without a full stop, unlike the English one.")
            yield Problem(
                _end(page, theirs),
                message,
                related=english_line(pair, ours),
                severity=Severity.WARNING,
            )
        if len(ours.block.text) < SHORTEST:
            continue
        words, english = page.words(theirs.block), width(original.words(ours.block))
        share = width(words) / max(1, english)
        # Lengths of long texts differ less: 60 % of the play of short ones holds 99.9 % of German paragraphs.
        play = 1.0 if english < LONG else 0.6
        shortest, longest = 1 - play * (1 - known.shortest), 1 + play * (known.longest - 1)
        if english >= SHORTEST and not shortest <= share <= longest:
            if share > 1 and (_ADDRESS in words or _holds_two(pair, index)):
                continue
            message = _(
                "The text has {percent} % of the length of the English one; is it complete?"
            )
            if share > 1:
                message = _("The text has {percent} % of the length of the English one.")
            yield Problem(
                first_line(page, theirs.block.span.start),
                message.format(percent=round(share * 100)),
                related=english_line(pair, ours),
            )


def _holds_two(pair: Pair, index: int) -> bool:
    """Return whether the segment of a match holds a neighbour that seems lost; translation-block says so."""
    segment = pair.matches[index].translation
    beside = (at for at in (index - 1, index + 1) if 0 <= at < len(pair.matches))
    lost = (at for at in beside if pair.matches[at].translation is None)
    return any(merged_with(pair, at) is segment for at in lost)


def _breaks_off(original: Page, ours: Segment, page: Page, theirs: Segment) -> bool:
    """Return whether a translated text ends in mid-sentence where the English one does not."""
    if ours.block.kind != "paragraph" or len(ours.block.text) < SHORTEST:
        return False
    if ends_sentence(theirs.block.text) or not ends_sentence(ours.block.text):
        return False
    return page.words(theirs.block)[-1:].isalpha()


def _end(page: Page, segment: Segment) -> Span:
    """Return the last character of a segment."""
    text = page.text[segment.block.span.start : segment.block.span.end].rstrip()
    end = segment.block.span.start + len(text)
    return Span(max(segment.block.span.start, end - 1), end)
