"""A translation says of its event what the English page says."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.pair import Pair
from mdnkit.locales.locale import ClaimWords, claim_words
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.event_claims import clauses_of, flag_claims, flags_of, sentences
from mdnkit.page.event_page import MARKS
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, first_line
from mdnkit.site.site import Site


@translation_rule(Severity.ERROR, front=MARKS)
def translation_claim(pair: Pair, site: Site) -> Iterator[Problem]:
    """A sentence says that an event bubbles, is cancelable or composed where the English sentence says so, and denies it
    where that denies it.

    The sentences are aligned, and the words for it in the language of the page tell what each affirms. One unknown verb
    beside a known one stands for what is left: a translation may call bubbling what it likes, but not turn a no into a yes.
    Phrases that are known to mean something else are notes.

    Bad: `Dieses Ereignis kann abgebrochen werden.` for `This event is not cancelable.`
    Good: `Dieses Ereignis kann nicht abgebrochen werden.`
    """
    page, original = pair.translation, pair.original
    words = claim_words(page.locale)
    if original is None or words is None or not original.slug.endswith("_event"):
        return
    english: dict[Block, dict[str, dict[str, bool]]] = {}
    for claim in flag_claims(original):
        told = english.setdefault(claim.block, {}).setdefault(claim.sentence, {})
        told[claim.flag] = claim.value
    if not english:
        return
    for ours, theirs in pair.matches:
        if ours is None or theirs is None or ours.block not in english:
            continue
        beside = _beside(original.words(ours.block), page.words(theirs.block))
        for sentence, claims in english[ours.block].items():
            found = _translated(beside.get(sentence, ""), claims, words)
            place = first_line(page, theirs.block.span.start)
            phrase = words.mistaken and words.mistaken.search(beside.get(sentence, ""))
            if phrase:
                message = _("“{phrase}” does not mean what “{english}” says; translate that.")
                text = message.format(phrase=phrase[0], english=sentence)
                related = english_line(pair, ours)
                yield Problem(place, text, severity=Severity.NOTE, related=related)
            for flag in claims:
                if found.get(flag, claims[flag]) == claims[flag]:
                    continue
                message = _("“{ours}” says the opposite of “{english}” ({flag}).")
                text = message.format(ours=beside[sentence], english=sentence, flag=flag)
                yield Problem(place, text, related=english_line(pair, ours))


def _beside(english: str, translated: str) -> dict[str, str]:
    """Return the sentences of a paragraph with their translations; empty where their number differs."""
    first, second = sentences(english), sentences(translated)
    return dict(zip(first, second, strict=True)) if len(first) == len(second) else {}


def _translated(sentence: str, claims: dict[str, bool], words: ClaimWords) -> dict[str, bool]:
    """Return what a translated sentence says of the flags that the English one is about."""
    found = flags_of(sentence, words)
    clauses = clauses_of(sentence, words)
    left = [flag for flag in claims if flag not in found]
    unnamed = [affirmed for flag, affirmed in clauses if not flag]
    if len(left) == len(unnamed) == 1 and len(clauses) == len(claims):
        found[left[0]] = unnamed[0]
    return found
