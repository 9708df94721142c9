"""The images of a page: in Markdown and in raw HTML."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.pieces import html_spans
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page


class Image(NamedTuple):
    """One place where a page shows an image."""

    source: str
    """Its URL as written."""
    span: Span
    """Of the URL."""


_SOURCE = r"""(?i)<img\b[^<>]*?(?<![\w-])src\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=`]+))"""
_SOURCES = r"""(?i)<(?:img|source)\b[^<>]*?(?<![\w-])srcset\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=`]+))"""
_CANDIDATE = re.compile(r"([^\s,](?:\S*[^\s,])?)(?:\s+[^\s,][^,]*)?")
"""An address, and how wide or dense its image is. https://html.spec.whatwg.org/multipage/images.html#srcset-attributes"""
_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def find_images(page: "Page") -> Iterator[Image]:
    """Yield the images of a page; those by reference count once, where their files are named."""
    yield from written_images(page)
    for link in page.links if page.references else ():
        if link.kind == "definition" and _FILE.search(link.target):
            yield Image(link.target, link.span)


def written_images(page: "Page") -> Iterator[Image]:
    """Yield the images of a page that name their files where they stand, those of Markdown first."""
    for image in page.pieces.images:
        yield Image(image["source"], Span(*image.span("source")))
    for block in page.pieces.others:
        for inline in page.inlines(block) if "![" in block.text else ():
            if inline.kind == "image" and inline.target_span.end:
                yield Image(inline.target, inline.target_span)
    for span in html_spans(page):
        yield from _sources(page, span)


def _sources(page: "Page", span: Span) -> Iterator[Image]:
    """Yield the images of raw HTML, comments left out."""
    written = page.masked[span.start : span.end]
    if "src" not in written.lower():
        return
    html = _COMMENT.sub(lambda comment: " " * len(comment[0]), written)
    for match in re.finditer(_SOURCE, html):
        group = match.lastindex or 1
        yield Image(
            match[group], Span(span.start + match.start(group), span.start + match.end(group))
        )
    for match in re.finditer(_SOURCES, html):
        group = match.lastindex or 1
        for candidate in _CANDIDATE.finditer(match[group]):
            start = span.start + match.start(group) + candidate.start()
            yield Image(candidate[1], Span(start, start + len(candidate[1])))
