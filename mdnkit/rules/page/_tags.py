"""The tags of raw HTML in a page: those that Markdown reads as tags, not text, code or comments."""

import functools
import re

from mdnkit.page.page import Page
from mdnkit.page.pieces import html_spans
from mdnkit.rules.page._html_parts import html_comments
from mdnkit.rules.page._structure import html_block_at
from mdnkit.span import Span

UNSAFE = frozenset({"embed", "iframe", "object", "script", "style"})
"""Elements that run or load something, or change the whole page."""

_WHOLE_TAG = re.compile(r"<[A-Za-z][^\s/>]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


def is_tag(page: Page, start: int) -> bool:
    """Return whether Markdown reads an opening tag at `start`, and not a comment, code or text."""
    return tag_at(page, start) is not None


def tag_at(page: Page, start: int) -> Span | None:
    """Return where the opening tag that begins at `start` stands; None when none does."""
    block = html_block_at(page, start)
    end = (_tags_of_html(page, block.span) if block else _tags_of_text(page)).get(start)
    return None if end is None else Span(start, end)


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


@functools.lru_cache(maxsize=1)
def _tags_of_text(page: Page) -> dict[int, int]:
    """Return where raw HTML in text begins and ends."""
    return dict(html_spans(page))
