"""Where in a translation something is missing, and where English has it."""

import functools
import re
from collections.abc import Iterator

from mdnkit.finding import Related
from mdnkit.l10n.alignment import Match
from mdnkit.l10n.pair import Pair
from mdnkit.l10n.segments import Segment
from mdnkit.messages import _
from mdnkit.page.blocks import INLINE_KINDS, text_offset
from mdnkit.page.page import Page
from mdnkit.span import Span

_TEXT = re.compile(r"\S")


def first_line(page: Page, start: int) -> Span:
    """Return the text of the line on which `start` stands, without white space around it."""
    line = page.source.line_span(page.source.position(start).line)
    first = _TEXT.search(page.text, line.start, line.end)
    if first is None:
        return Span(line.end, line.start + 1)
    # A line may be the whole text: it is not copied for each question.
    end = line.end
    while page.text[end - 1].isspace():
        end -= 1
    return Span(first.start(), end)


def english_line(pair: Pair, segment: Segment) -> tuple[Related, ...]:
    """Return where the English of a pair has a segment."""
    if pair.original is None:
        return ()
    block = segment.block
    start = block.at if block.kind in INLINE_KINDS else block.span.start
    line = pair.original.source.position(start).line
    message = _("the English text at commit {commit}").format(commit=pair.commit[:10])
    return (Related(pair.original.path, line, message),)


@functools.lru_cache(maxsize=1)
def with_places(pair: Pair) -> tuple[tuple[Match, Span, bool], ...]:
    """Return every match with the place in the translation that it concerns, and whether its section is there at all.

    The place of something lost is the line after which it would stand. A section that was lost is reported once, for its
    heading, so what was lost with it is marked. Kept until the next pair is asked about.
    """
    return tuple(_with_places(pair))


def _with_places(pair: Pair) -> Iterator[tuple[Match, Span, bool]]:
    page = pair.translation
    place = page.source.line_span(page.source.position(max(0, page.body.start - 1)).line)
    section_there = True
    for match in pair.matches:
        segment = match.original or match.translation
        if segment is not None and segment.block.kind == "heading":
            section_there = None not in match
        if match.translation is None:
            yield match, place, section_there
            continue
        block = match.translation.block
        yield match, first_line(page, block.span.start), section_there
        end = block.span.start + len(page.text[slice(*block.span)].rstrip())
        place = first_line(page, max(block.span.start, end - 1))


def words_span(page: Page, segment: Segment, words: str) -> Span:
    """Return where some words stand in a segment, else its first line."""
    at = segment.block.text.find(words)
    if at == -1:
        return first_line(page, segment.block.span.start)
    start = text_offset(page.source, segment.block, at)
    return Span(start, start + len(words))
