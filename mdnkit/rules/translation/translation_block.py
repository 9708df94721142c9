"""A translation has the paragraphs, items, cells and callouts of its English, in the same structure."""

import re
from collections.abc import Iterator
from itertools import groupby

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.alignment import Match
from mdnkit.l10n.merging import merged_with
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.shape_words import shape_words
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._block_words import beginning, counted
from mdnkit.rules.translation._place import english_line, first_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span

_OWN_RULES = frozenset({"heading", "fence", "break"})
"""Kinds that other rules look after, or that say nothing."""

_FRONT_MATTER = re.compile(r"(?:title|slug|page-type|sourceCommit): ")


@translation_rule(Severity.ERROR, behind=("callout-marker",))
def translation_block(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has every block of its English: paragraphs, list items, terms, descriptions, cells, callouts.

    A lost block is lost knowledge; one too many has usually been there before, or was split off its neighbour. Blocks that
    follow each other are reported together, and what went with a lost section is not reported again. A note says where long
    pages have so little in common that not all their blocks were held against each other.

    Bad: two of three list items
    Good: all three, in the same list
    """
    if pair.original is None or all(_kind(match) in ("same", "other") for match in pair.matches):
        return
    places = with_places(pair)
    if pair.aligned.rough is not None:
        message = _(
            "From here on the pages differ so much that their blocks were compared roughly; more or fewer may be missing."
        )
        yield Problem(places[pair.aligned.rough][1], message, severity=Severity.NOTE)
    told = [(match, place, at) for at, (match, place, there) in enumerate(places) if there]
    for kind, group in groupby(told, key=lambda item: _kind(item[0])):
        matches = list(group)
        if kind == "lost":
            yield _lost(pair, matches)
        elif kind == "gained":
            yield _gained(matches)
        elif kind == "reshaped":
            # What follows in the same wrong structure is the same mistake.
            yield _reshaped(pair, *matches[0][:2])


def _kind(match: Match) -> str:
    ours, theirs = match
    one = ours or theirs
    if one is None or one.block.kind in _OWN_RULES:
        return "other"
    if theirs is None:
        return "lost"
    if ours is None:
        return "gained"
    if ours.block.text.strip() and not theirs.block.text.strip():
        return "lost"
    return "same" if ours.shape == theirs.shape else "reshaped"


_Told = list[tuple[Match, Span, int]]
"""Matches with their places in the translation and among all matches."""


def _lost(pair: Pair, matches: _Told) -> Problem:
    """Return the problem of blocks that are missing at one place."""
    segments = [match.original for match, _place, _at in matches if match.original]
    message = _("After this line, {what} of the English page is missing: “{start}”.")
    _match, place, index = matches[0]
    assert pair.original is not None
    together = merged_with(pair, index) if len(segments) == 1 else None
    if together is not None:
        message = _("Two blocks of the English page stand here as one; put “{start}” apart.")
        place = first_line(pair.translation, together.block.span.start)
    words = pair.original.words(segments[0].block)
    start = beginning(words or pair.original.text[slice(*segments[0].block.span)])
    text = message.format(what=counted(segments), start=start)
    return Problem(place, text, related=english_line(pair, segments[0]))


def _gained(matches: _Told) -> Problem:
    """Return the problem of blocks that English does not have at one place."""
    segments = [match.translation for match, _place, _at in matches if match.translation]
    if any(_FRONT_MATTER.match(segment.block.text) for segment in segments):
        message = _("The front matter stands in the text once more; remove it here.")
        return Problem(matches[0][1], message)
    message = _("The English page has nothing here; {what} is too many.")
    return Problem(matches[0][1], message.format(what=counted(segments)))


def _reshaped(pair: Pair, match: Match, place: Span) -> Problem:
    """Return the problem of a block that stands in another structure."""
    assert match.original is not None and match.translation is not None
    message = _("This is {theirs} here, {ours} in English; keep the structure of the English page.")
    text = message.format(
        theirs=shape_words(match.translation.shape), ours=shape_words(match.original.shape)
    )
    related = english_line(pair, match.original)
    return Problem(place, text, related=related, severity=Severity.WARNING)
