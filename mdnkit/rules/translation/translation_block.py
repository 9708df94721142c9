"""A translation has the paragraphs, items, cells and callouts of its English, in the same structure."""

from collections.abc import Iterator
from itertools import groupby

from mdnkit.finding import Problem, Severity
from mdnkit.l10n.alignment import Match
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.messages import _
from mdnkit.rules.rule import translation_rule
from mdnkit.rules.translation._place import english_line, with_places
from mdnkit.site.site import Site
from mdnkit.span import Span

_OWN_RULES = frozenset({"heading", "fence", "break"})
"""Kinds that other rules look after, or that say nothing."""


@translation_rule(Severity.ERROR)
def translation_block(pair: Pair, site: Site) -> Iterator[Problem]:
    """A translation has every block of its English: paragraphs, list items, terms, descriptions, cells, callouts.

    A lost block is lost knowledge; one too many has usually been there before, or was split off its neighbour. Blocks that
    follow each other are reported together, and what went with a lost section is not reported again.

    Bad: two of three list items
    Good: all three, in the same list
    """
    if pair.original is None:
        return
    told = [(match, place) for match, place, there in with_places(pair) if there]
    for kind, group in groupby(told, key=lambda item: _kind(item[0])):
        matches = list(group)
        if kind == "lost":
            yield _lost(pair, matches)
        elif kind == "gained":
            yield _gained(matches)
        elif kind == "reshaped":
            # What follows in the same wrong structure is the same mistake.
            yield _reshaped(pair, *matches[0])


def _kind(match: Match) -> str:
    ours, theirs = match
    one = ours or theirs
    if one is None or one.block.kind in _OWN_RULES:
        return "other"
    if theirs is None:
        return "lost"
    if ours is None:
        return "gained"
    return "same" if ours.shape == theirs.shape else "reshaped"


def _lost(pair: Pair, matches: list[tuple[Match, Span]]) -> Problem:
    """Return the problem of blocks that are missing at one place."""
    segments = [match.original for match, _place in matches if match.original]
    message = _("After this line, {what} of the English page is missing: “{start}”.")
    assert pair.original is not None
    start = _beginning(pair.original.words(segments[0].block) or segments[0].block.text)
    text = message.format(what=_counted(segments), start=start)
    return Problem(matches[0][1], text, related=english_line(pair, segments[0]))


def _gained(matches: list[tuple[Match, Span]]) -> Problem:
    """Return the problem of blocks that English does not have at one place."""
    segments = [match.translation for match, _place in matches if match.translation]
    message = _("The English page has nothing here; {what} is too many.")
    return Problem(matches[0][1], message.format(what=_counted(segments)))


def _reshaped(pair: Pair, match: Match, place: Span) -> Problem:
    """Return the problem of a block that stands in another structure."""
    assert match.original is not None and match.translation is not None
    message = _("This is {theirs} here, {ours} in English; keep the structure of the English page.")
    text = message.format(theirs=_shape(match.translation), ours=_shape(match.original))
    related = english_line(pair, match.original)
    return Problem(place, text, related=related, severity=Severity.WARNING)


def _counted(segments: list[Segment]) -> str:
    """Return what is missing or too many, counted where it is more than one."""
    if len(segments) == 1:
        return _("a {name}").format(name=_name(segments[0]))
    return _("a {name} and {count} more").format(name=_name(segments[0]), count=len(segments) - 1)


def _name(segment: Segment) -> str:
    parent = segment.parent.kind if segment.parent else ""
    kind = parent if parent in ("item", "description", "callout") else segment.block.kind
    return _name_of(kind)


def _shape(segment: Segment) -> str:
    """Return the structure around a segment in words: `callout (NOTE) › paragraph`."""
    kinds = [kind.replace(":", " ") for kind in segment.shape.split("/")]
    return " › ".join(map(_name_of, kinds))


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"


def _name_of(kind: str) -> str:
    """Return a kind of block in the reader's words."""
    names = {
        "paragraph": _("paragraph"),
        "term": _("term"),
        "description": _("description"),
        "cell": _("table cell"),
        "item": _("list item"),
        "html": _("HTML block"),
        "code": _("indented code block"),
        "quote": _("quotation"),
    }
    return names.get(kind, kind)
