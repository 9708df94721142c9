"""Comments in a page that keep rules from reporting: `<!-- mdnkit-disable-next-line RULE... -- reason -->`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mdnkit.page.blocks import INLINE_KINDS
from mdnkit.page.page import Page
from mdnkit.span import Span

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
    if "<!--" not in page.text:
        return ()
    comments = tuple(_comments(page))
    code = _code_spans(page, comments) if comments else []
    return tuple(comment for comment in comments if not _is_inside(comment.span, code))


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


def _code_spans(page: Page, comments: Sequence[Suppression]) -> list[Span]:
    """Return the code blocks of a page, and the code spans of blocks that have a comment, in order."""
    starts = [comment.span.start for comment in comments]
    code: list[Span] = []
    for block in page.all_blocks:
        if block.kind in ("fence", "code"):
            code.append(block.span)
        elif block.kind in INLINE_KINDS:
            at = bisect_left(starts, block.span.start)
            if at < len(starts) and starts[at] < block.span.end:
                code += [piece.span for piece in page.inlines(block) if piece.kind == "code"]
    return sorted(code)


def _is_inside(span: Span, code: Sequence[Span]) -> bool:
    index = bisect_right(code, span.start, key=_start) - 1
    return index >= 0 and code[index].contains(span)


def _start(span: Span) -> int:
    return span.start
