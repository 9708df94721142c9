"""What keeps the arguments of a malformed macro call from being well formed, slot by slot."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.finding import Edit
from mdnkit.page.macro_grammar import ESCAPE, LOOSE_STRING, VALUE
from mdnkit.page.macro_mistake import MistakeKind
from mdnkit.span import Span


class Flaw(NamedTuple):
    """One departure from the grammar."""

    kind: MistakeKind
    span: Span
    """Empty where something is missing."""
    edits: tuple[Edit, ...] = ()
    """The correction; none where several are as likely."""


QUOTE_FLAWS = frozenset({"lost-quote", "inner-quote"})
"""Beside another flaw in the same call, these may be read in more than one way."""

_STRAIGHT = "\"'`"
_CURLY = "“”„‟‘’‚‛«»‹›"
_SPACE = re.compile(r"\s*")
_PARENTHESES = re.compile(r"[)\s]*")
_VALUE = re.compile(VALUE)
_LOOSE = re.compile(LOOSE_STRING)
_ANY_ESCAPE = re.compile(rf"{ESCAPE}|\\")
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)\s*")
_NUMBER = re.compile(r"[-+]?\.?[0-9][\w.+-]*%?", re.ASCII)
_LENGTH = re.compile(r"[0-9.]+(?:%|px|r?em|v[hw]|ch)")
_WORDS = re.compile(r"[\w@:<&][\w.:@#/()*<>&;$+ -]*")
_NOT_WORDS = re.compile(r"null|none|nil|undefined|true|false", re.IGNORECASE)


def find_flaws(text: str, start: int, end: int) -> Iterator[Flaw]:
    """Yield what is wrong with the arguments from `start` to `end`, inside the parentheses."""
    at = _skip(text, start, end)
    while at < end and text[at] == "(":
        yield Flaw("extra-parenthesis", Span(at, at + 1), (Edit(Span(at, at + 1), ""),))
        at = _skip(text, at + 1, end)
    comma = None
    while at < end:
        if text[at] == ",":
            comma, at = at, _skip(text, at + 1, end)
            continue
        value = _VALUE.match(text, at, end)
        after = _skip(text, value.end(), end) if value else at
        if value and (after == end or text[after] == ","):
            at = after
        else:
            piece, flaws = _flawed_slot(text, at, end)
            yield from flaws
            at = _skip(text, piece, end)
        comma = None
    if comma is not None:
        yield Flaw("trailing-comma", Span(comma, comma + 1), (Edit(Span(comma, comma + 1), ""),))


def _skip(text: str, at: int, end: int) -> int:
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _flawed_slot(text: str, at: int, end: int) -> tuple[int, list[Flaw]]:
    """Return where the slot that begins at `at` ends, and its flaws."""
    loose = _LOOSE.match(text, at, end)
    if loose:
        after = _skip(text, loose.end(), end)
        if after == end or text[after] == ",":
            return loose.end(), list(_string_flaws(text, Span(*loose.span())))
        if _PARENTHESES.fullmatch(text, after, end):
            return end, [_extra_parentheses(text, after, end)]
        if text[after] in _STRAIGHT and after > loose.end():
            here = Span(loose.end(), loose.end())
            return loose.end(), [Flaw("lost-comma", here, (Edit(here, ","),))]
    comma = text.find(",", at, end)
    stop = at + len(text[at : end if comma == -1 else comma].rstrip())
    piece = text[at:stop]
    if piece[0] in _CURLY or piece[-1] in _CURLY:
        return stop, [_curly_quotes(piece, at)]
    if piece[0] in _STRAIGHT or piece[-1] in _STRAIGHT:
        return stop, [_quote_flaw(piece, at)]
    surplus = piece.count(")") - piece.count("(")
    if surplus > 0 and piece.endswith(")" * surplus):
        value = piece[:-surplus].rstrip()
        flaws = [] if _VALUE.fullmatch(value) else [_bare(value, at)]
        return stop, [*flaws, _extra_parentheses(text, stop - surplus, stop)]
    return stop, [_bare(piece, at)]


def _extra_parentheses(text: str, start: int, end: int) -> Flaw:
    """Return the flaw of parentheses, with white space between, that nothing opens."""
    span = Span(start, start + len(text[start:end].rstrip()))
    return Flaw("extra-parenthesis", span, (Edit(span, ""),))


def _string_flaws(text: str, span: Span) -> Iterator[Flaw]:
    """Yield what is wrong inside a string that has both quotes."""
    for match in _LINE_BREAK.finditer(text, span.start, span.end):
        here = Span(*match.span())
        yield Flaw("newline-in-string", here, (Edit(here, " "),))
    for match in _ANY_ESCAPE.finditer(text, span.start, span.end):
        if match.end() == match.start() + 1:
            here = Span(match.start(), match.start() + 2)
            yield Flaw("bad-escape", here, (Edit(Span(here.start, here.start), "\\"),))


def _curly_quotes(piece: str, at: int) -> Flaw:
    """Return the flaw of a string with typographic quotes, or one such and one straight."""
    end = at + len(piece)
    inside = piece[1:-1]
    both = len(piece) > 1 and piece[0] in _CURLY + _STRAIGHT and piece[-1] in _CURLY + _STRAIGHT
    edits: tuple[Edit, ...] = ()
    if both and not any(quote in inside for quote in _CURLY + '"\\'):
        edits = (Edit(Span(at, at + 1), '"'), Edit(Span(end - 1, end), '"'))
    return Flaw("curly-quotes", Span(at, end), edits)


def _quote_flaw(piece: str, at: int) -> Flaw:
    """Return the flaw of a string that lacks a quote, or has one too many inside."""
    end = at + len(piece)
    first, last = piece[0], piece[-1]
    if len(piece) > 1 and first == last:
        return _inner_quote(piece, at)
    if first in _STRAIGHT:
        here = Span(end, end)
        lonely = piece.count(first) == 1 and last not in _STRAIGHT
        return Flaw("lost-quote", here, (Edit(here, first),) if lonely and len(piece) > 1 else ())
    here = Span(at, at)
    return Flaw("lost-quote", here, (Edit(here, last),) if piece.count(last) == 1 else ())


def _inner_quote(piece: str, at: int) -> Flaw:
    """Return the flaw of a string that holds its own quotes."""
    quotes = [i for i in range(1, len(piece) - 1) if piece[i] == piece[0]]
    span = Span(at + quotes[0], at + quotes[0] + 1) if quotes else Span(at, at + len(piece))
    pairs = len(quotes) % 2 == 0
    apostrophes = all(piece[i - 1].isalpha() and piece[i + 1].isalpha() for i in quotes)
    edits = tuple(Edit(Span(at + i, at + i), "\\") for i in quotes)
    return Flaw("inner-quote", span, edits if pairs or apostrophes else ())


def _bare(piece: str, at: int) -> Flaw:
    """Return the flaw of an argument without quotes."""
    span = Span(at, at + len(piece))
    quoted = (Edit(Span(span.start, span.start), '"'), Edit(Span(span.end, span.end), '"'))
    if _NUMBER.fullmatch(piece):
        return Flaw("bad-number", span, quoted if _LENGTH.fullmatch(piece) else ())
    balanced = piece.count("(") == piece.count(")")
    plain = balanced and _WORDS.fullmatch(piece) and not _NOT_WORDS.fullmatch(piece)
    return Flaw("unquoted-argument", span, quoted if plain else ())
