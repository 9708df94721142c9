"""The tags of raw HTML in a page: those that Markdown reads as tags, not text, code or comments."""

import functools
import re
from collections.abc import Iterator

from mdnkit.page.page import Page
from mdnkit.page.pieces import html_spans
from mdnkit.rules.page._html_parts import html_comments
from mdnkit.rules.page._structure import html_block_at
from mdnkit.span import Span

UNSAFE = frozenset({"embed", "iframe", "object", "script", "style"})
"""Elements that run or load something, or change the whole page."""

_WHOLE_TAG = re.compile(r"</?[A-Za-z][^\s/>]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def matching_tags(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Span]]:
    """Yield the tags of raw HTML, no comments, code or text, at which a pattern matches, and where they stand."""
    for span in html_spans(page):
        for match in pattern.finditer(page.masked, *span):
            start = match.start()
            block = html_block_at(page, start)
            end = _tags_of_html(page, block.span).get(start) if block else span.end
            if end is not None and (block or start == span.start):
                yield match, Span(start, end)


@functools.lru_cache(maxsize=4)
def _tags_of_html(page: Page, span: Span) -> dict[int, int]:
    """Return where the tags of a block of raw HTML begin and end."""
    comments = html_comments(page.masked, span)
    starts = [span.start, *(comment.end for comment in comments)]
    ends = [*(comment.start for comment in comments), span.end]
    return {
        tag.start(): tag.end()
        for start, end in zip(starts, ends, strict=True)
        for tag in _WHOLE_TAG.finditer(page.masked, start, end)
    }
