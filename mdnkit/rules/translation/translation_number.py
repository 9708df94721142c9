"""A translation has the numbers of its English."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.numbers import compare_numbers, standing_in
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.prose import prose
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line, words_span
from mdnkit.site.site import Site


@translation_rule(Severity.WARNING)
def translation_number(pair: Pair, site: Site) -> Iterator[Problem]:
    """A number in an English sentence is in its translation, written as the language writes it.

    Numbers as words, times of day and numbers in code and links are left alone. A number that only one side has is a note:
    sentences may be built without it.

    Bad: `bis zu 63 Zeichen` where English has `up to 64 characters`
    Good: `bis zu 64 Zeichen`, `1.000` or `eine Million` as German writes them
    """
    page, original = pair.translation, pair.original
    if original is None:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or theirs.block.kind not in INLINE_KINDS:
            continue
        if ours.block.text.isascii() and not _has_digit(ours.block.text + theirs.block.text):
            continue
        english, translated = prose(original, ours.block), prose(page, theirs.block)
        lost, gained = compare_numbers(english, translated, page.locale)
        there, here = standing_in(theirs.block.text, lost), standing_in(ours.block.text, gained)
        lost = tuple(number for number in lost if number not in there)
        gained = tuple(number for number in gained if number not in here)
        if lost and gained:
            message = _("`{found}` is `{wanted}` in English.")
            text = message.format(found=", ".join(gained), wanted=", ".join(lost))
            span = words_span(page, theirs, gained[0])
            yield Problem(span, text, related=english_line(pair, ours))
        elif lost or gained:
            if lost:
                text = _("The number {numbers} of the English page is missing here.")
            else:
                text = _("The English page does not have the number {numbers} here.")
            yield Problem(
                first_line(page, theirs.block.span.start),
                text.format(numbers=", ".join(lost or gained)),
                related=english_line(pair, ours),
                severity=Severity.NOTE,
            )


def _has_digit(text: str) -> bool:
    return any(digit in text for digit in "0123456789")
