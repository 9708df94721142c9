"""Which places of raw HTML are comments, code and tags."""

import functools
import re
from bisect import bisect_right
from typing import NamedTuple

from mdnkit.page.page import Page
from mdnkit.span import Span

_HTML_CODE = re.compile(r"<(code|math|pre|script|style)(?=[\s>])|</(code|math|pre|script|style)>")
_HTML_TAG = re.compile(r"<[^<>]*")


class HtmlParts(NamedTuple):
    """Parts of a block of raw HTML, in order."""

    comments: list[Span]
    code: list[Span]
    """What stands in elements that hold code."""
    tags: list[Span]
    """What stands behind a `<`, up to the next `<` or `>`."""


@functools.lru_cache(maxsize=4)
def html_parts(page: Page, block: Span) -> HtmlParts:
    """Return the parts of a block of raw HTML; kept, as many places are asked about."""
    comments = html_comments(page.masked, block)
    code: list[Span] = []
    opened: list[str] = []
    start = block.start
    for tag in _HTML_CODE.finditer(page.masked, *block):
        if holds(comments, tag.start()):
            continue
        if tag[1]:
            start = start if opened else tag.end()
            opened.append(tag[1])
        elif tag[2] in opened:
            opened.remove(tag[2])
            if not opened:
                code.append(Span(start, tag.end()))
    if opened:
        code.append(Span(start, block.end))
    tags = [Span(tag.start() + 1, tag.end() + 1) for tag in _HTML_TAG.finditer(page.masked, *block)]
    return HtmlParts(comments, code, tags)


def html_comments(text: str, within: Span) -> list[Span]:
    """Return the comments of a part of `text`; one that nothing closes reaches to the end."""
    comments: list[Span] = []
    start = text.find("<!--", *within)
    while start != -1:
        close = text.find("-->", start + 4, within.end)
        end = close + 3 if close != -1 else within.end
        comments.append(Span(start, end))
        start = text.find("<!--", end, within.end)
    return comments


def holds(parts: list[Span], offset: int) -> bool:
    """Return whether one of some spans, which are in order, holds the place."""
    index = bisect_right(parts, offset, key=_start_of_span) - 1
    return index >= 0 and offset < parts[index].end


def _start_of_span(span: Span) -> int:
    return span.start
