"""Which lines of `_redirects.txt` stand out of order, and the edits that move them to their places."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mdnkit.finding import Edit
from mdnkit.page.source import Source
from mdnkit.span import Span


class Misplaced(NamedTuple):
    """A line that breaks the order of the others."""

    line: int
    """1-based."""
    after: str
    """The URL behind which it belongs; empty when it belongs to the top."""
    edits: tuple[Edit, ...]
    """Move it, together with the others that belong to the same place."""


def misplaced(text: str, lines: Sequence[tuple[int, str]]) -> Iterator[Misplaced]:
    """Yield the fewest lines whose moves sort the others; `lines` are the redirects as line and old URL."""
    urls = [url for _line, url in lines]
    if all(before <= after for before, after in pairwise(urls)):
        return
    kept = _longest_sorted(urls)
    anchors = [urls[at] for at in kept]
    places: dict[int, list[int]] = {}
    for at in sorted(set(range(len(urls))).difference(kept)):
        places.setdefault(bisect_right(anchors, urls[at]), []).append(at)
    source = Source(text)
    for place, moved in places.items():
        anchor = lines[kept[place - 1] if place else kept[0]][0]
        spans = [source.line_span(lines[at][0]) for at in moved]
        new = [
            text[slice(*span)]
            for _url, span in sorted(zip([urls[at] for at in moved], spans, strict=True))
        ]
        edits = tuple(Edit(source.whole_line(span), "") for span in spans)
        edits += (_insertion(text, source.line_span(anchor), new, behind=place > 0),)
        for at in moved:
            yield Misplaced(lines[at][0], anchors[place - 1] if place else "", edits)


def _longest_sorted(urls: Sequence[str]) -> list[int]:
    """Return the places of the most URLs that are sorted as they stand."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int] = []
    for at, url in enumerate(urls):
        length = bisect_right(tails, url)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [url]
        ends[length : length + 1] = [at]
    chain: list[int] = []
    at = ends[-1] if ends else -1
    while at != -1:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _insertion(text: str, anchor: Span, lines: list[str], behind: bool) -> Edit:
    """Return the edit that writes whole lines behind the line `anchor`, or before it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if behind:
        return Edit(Span(anchor.end, anchor.end), "".join(newline + line for line in lines))
    return Edit(Span(anchor.start, anchor.start), "".join(line + newline for line in lines))
