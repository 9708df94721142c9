"""Comments in a page that keep rules from reporting: `<!-- mdnkit-disable-next-line RULE... -- reason -->`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.page import Page
from mdnkit.span import Span

TOOLS = ("mdnkit", "markdownlint")
"""Whose comments count."""

VERBS = ("disable", "disable-line", "disable-next-line", "disable-file", "enable")
"""What stands after the name of the tool and a hyphen."""

_START = re.compile(r"<!--\s*(mdnkit|markdownlint)-([A-Za-z-]+?)(?=\s|-->)")
_NAME = re.compile(r"[^\s,]+")
_REASON = re.compile(r"(?:^|\s)--(?:\s+|$)")


class Name(NamedTuple):
    """A rule as a comment names it: an id, an alias or a glob."""

    text: str
    span: Span


class Suppression(NamedTuple):
    """One comment."""

    span: Span
    """From `<!--` to `-->`."""
    tool: str
    verb: str
    """As written, also when it is none of `VERBS`."""
    names: tuple[Name, ...]
    reason: str
    first: int
    """The 1-based line on which the comment begins."""
    last: int
    """The line on which it ends."""


def find_suppressions(page: Page) -> tuple[Suppression, ...]:
    """Return the comments of a page that switch rules off or on, in order; those in code are text for readers."""
    if not any(f"{tool}-" in page.text for tool in TOOLS):
        return ()
    return tuple(found for found in _comments(page) if not _is_code(page, found.span))


def _comments(page: Page) -> Iterator[Suppression]:
    text = page.text
    start = _START.search(text, page.body.start)
    while start is not None:
        close = text.find("-->", start.end())
        if close == -1:
            return
        reason = _REASON.search(text[start.end() : close])
        names_end = start.end() + reason.start() if reason else close
        yield Suppression(
            span=Span(start.start(), close + 3),
            tool=start[1],
            verb=start[2],
            names=tuple(
                Name(name[0], Span(*name.span()))
                for name in _NAME.finditer(text, start.end(), names_end)
            ),
            reason=text[start.end() + reason.end() : close].strip() if reason else "",
            first=page.source.position(start.start()).line,
            last=page.source.position(close).line,
        )
        start = _START.search(text, close + 3)


def _is_code(page: Page, span: Span) -> bool:
    """Return whether `span` lies in a fence, an indented code block or a code span."""
    for block in page.all_blocks:
        if not block.span.contains(span):
            continue
        if block.kind in ("fence", "code"):
            return True
        if block.kind in INLINE_KINDS:
            inlines = page.inlines(block)
            if any(piece.kind == "code" and piece.span.contains(span) for piece in inlines):
                return True
    return False
