"""What the prose of an event page says of its event: whether it bubbles, can be cancelled, is composed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.locales.locale import ClaimWords, claim_words
from mdnkit.page.blocks import Block
from mdnkit.page.event_page import page_event
from mdnkit.page.page import Page
from mdnkit.span import Span

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")


class FlagClaim(NamedTuple):
    """A sentence that says a flag of the event outright."""

    flag: str
    """`bubbles`, `cancelable` or `composed`."""
    value: bool
    sentence: str
    block: Block
    """The paragraph it stands in."""
    span: Span
    """The text of the paragraph."""


def flag_claims(page: Page) -> Iterator[FlagClaim]:
    """Yield what the paragraphs of an event page say of its flags, in order; nothing for a locale without words for it.

    A sentence counts when this event is its subject and no condition restricts it.
    """
    event, words = page_event(page), claim_words(page.locale)
    if event is None or words is None:
        return
    for block in page.blocks:
        if block.kind != "paragraph" or not words.any_flag.search(block.text):
            continue
        for sentence in sentences(page.words(block)):
            subject = words.subject.match(sentence)
            if subject and subject["name"] in {None, event.event}:
                end = block.span.start + len(page.text[slice(*block.span)].rstrip())
                for flag, value in flags_of(sentence, words).items():
                    yield FlagClaim(flag, value, sentence, block, Span(block.span.start, end))


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, each in one line."""
    return _SENTENCE_END.split(" ".join(text.split()))


def flags_of(sentence: str, words: ClaimWords) -> dict[str, bool]:
    """Return the flags that a sentence states without a condition: the first statement about each."""
    return {flag: value for flag, value in clauses_of(sentence, words) if flag}


def clauses_of(sentence: str, words: ClaimWords) -> list[tuple[str, bool]]:
    """Return each clause of a sentence as the flag it is about, empty for none or several, and whether it affirms.

    Empty for a sentence with a condition. A flag that a sentence names again is another event's.
    """
    if words.condition.search(sentence):
        return []
    found: list[tuple[str, bool]] = []
    for clause in words.clause.split(sentence):
        named = [flag for flag, pattern in words.flags.items() if pattern.search(clause)]
        flag = named[0] if len(named) == 1 else ""
        if flag not in {told for told, _affirmed in found} or not flag:
            found.append((flag, not words.negation.search(clause)))
    return found
