"""How headings are written: with `#` before, with `#` on both sides, or underlined."""

import re

from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.span import Span

_MARKER = re.compile(r"#+")
_CLOSING = re.compile(r"(?:^|[ \t])(#+)[ \t]*\r?\n?\Z")


def is_underlined(heading: Block) -> bool:
    """Return whether a line of `=` or `-` makes the heading."""
    return heading.markup[:1] != "#"


def marker_span(page: Page, heading: Block) -> Span:
    """Return where the `#` before the text stand; the first line of an underlined heading."""
    if is_underlined(heading):
        return first_line(page, heading)
    start = page.text.find("#", heading.span.start, heading.span.end)
    match = _MARKER.match(page.text, start)
    return Span(*match.span()) if match else heading.span


def first_line(page: Page, heading: Block) -> Span:
    """Return the first line of the heading without white space around it."""
    line = page.source.line_span(page.source.position(heading.at).line)
    text = page.text[line.start : line.end]
    end = line.start + len(text.rstrip(" \t"))
    return Span(min(line.start + len(text) - len(text.lstrip(" \t>")), end), end)


def text_span(page: Page, heading: Block) -> Span:
    """Return where the text of the heading stands; the marker where it has none."""
    if not heading.text:
        return marker_span(page, heading)
    if is_underlined(heading):
        number = page.source.position(heading.at).line
        line = page.source.line_span(number + heading.text.count("\n"))
        return Span(
            first_line(page, heading).start,
            line.start + len(page.text[line.start : line.end].rstrip()),
        )
    marker = marker_span(page, heading)
    start = page.masked.find(heading.text, marker.end, heading.span.end)
    return Span(start, start + len(heading.text)) if start != -1 else marker


def closing_span(page: Page, heading: Block) -> Span | None:
    """Return where the `#` after the text stand; None where there are none."""
    if is_underlined(heading):
        return None
    if not page.text[heading.span.start : heading.span.end].rstrip().endswith("#"):
        return None
    marker = marker_span(page, heading)
    match = _CLOSING.search(page.text[marker.end : heading.span.end])
    if match is None:
        return None
    return Span(marker.end + match.start(1), marker.end + match.end(1))
