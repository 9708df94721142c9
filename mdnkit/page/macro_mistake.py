"""What is wrong with a malformed macro call, as a value."""

from typing import Literal, NamedTuple

from mdnkit.finding import Edit
from mdnkit.span import Span

MistakeKind = Literal[
    "bad-escape",
    "bad-name",
    "bad-number",
    "curly-quotes",
    "extra-brace",
    "extra-parenthesis",
    "inner-quote",
    "lost-brace",
    "lost-comma",
    "lost-parenthesis",
    "lost-quote",
    "newline-in-string",
    "trailing-comma",
    "unexpected-text",
    "unquoted-argument",
]


class Mistake(NamedTuple):
    """The first thing that keeps a call from being well formed."""

    kind: MistakeKind
    span: Span
    """Where it is; empty where something is missing."""
    fix: tuple[Edit, ...] = ()
    """What makes the call well formed, when there is exactly one right correction."""
    swallowed: Span | None = None
    """What follows the call, and is lost because MDN's builder takes it for a part of the call."""


class Malformed(NamedTuple):
    """A malformed call."""

    name: Span
    span: Span
    mistake: Mistake
