"""The hyperlinks of a page, wherever they are written: Markdown, link definitions, raw HTML, bare addresses, macros."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mdnkit.page.pieces import html_spans
from mdnkit.page.unmarked_links import bare_addresses, macro_addresses
from mdnkit.span import Span

if TYPE_CHECKING:
    from mdnkit.page.page import Page


class Link(NamedTuple):
    """One place where a page names the target of a link."""

    target: str
    """The URL as written."""
    span: Span
    """Of the URL."""
    kind: str
    """link, autolink, definition, html; `bare` for an address of MDN among words, `macro` for one that a macro is given."""


_HREF = r"""(?i)<(?:a|area)\b[^<>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=`]+))"""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DEFINITION = re.compile(r"[ \t>]*\[(?:[^\]\\]|\\.)+\]:\s*<?")


def find_links(page: "Page") -> list[Link]:
    """Return the links of a page in order; those by reference count once, where they are defined."""
    links = [Link(link["target"], Span(*link.span("target")), "link") for link in page.pieces.links]
    others = page.other_links
    return sorted([*links, *others], key=lambda link: link.span) if others else links


def find_targets(page: "Page") -> set[str]:
    """Return the targets of the links of a page, each once."""
    targets = {link["target"] for link in page.pieces.links}
    targets.update([link.target for link in page.other_links])
    return targets


def find_other_links(page: "Page") -> Iterator[Link]:
    """Yield the links that `mdnkit.page.pieces` does not find at once, kind by kind."""
    pieces = page.pieces
    for link in pieces.addresses:
        yield Link(link["address"], Span(*link.span("address")), "autolink")
    for block in pieces.others:
        for inline in page.inlines(block):
            if inline.kind in ("link", "autolink") and inline.target_span.end:
                yield Link(inline.target, inline.target_span, inline.kind)
    for span in html_spans(page):
        yield from _hrefs(page, span)
    if page.references:
        yield from _definitions(page)
    for kind, spans in (("bare", bare_addresses(page)), ("macro", macro_addresses(page))):
        yield from (Link(page.text[slice(*span)], span, kind) for span in spans)


def _hrefs(page: "Page", span: Span) -> Iterator[Link]:
    """Yield the links of raw HTML, comments left out."""
    written = page.masked[span.start : span.end]
    if "href" not in written.lower():
        return
    html = _COMMENT.sub(lambda comment: " " * len(comment[0]), written)
    for match in re.finditer(_HREF, html):
        group = match.lastindex or 1
        place = Span(span.start + match.start(group), span.start + match.end(group))
        yield Link(match[group], place, "html")


def _definitions(page: "Page") -> Iterator[Link]:
    """Yield the targets of link definitions (`[label]: target`)."""
    if not page.references:
        return
    first = page.source.position(page.body.start).line
    for reference in page.references.values():
        target = str(reference["href"])
        start, end = reference["map"]
        line = page.source.line_span(first + start)
        last = page.source.line_span(min(first + end, len(page.source.line_starts)))
        opening = _DEFINITION.match(page.masked, line.start, last.end)
        at = page.masked.find(target, opening.end() if opening else line.start, last.end)
        if target and at != -1:
            yield Link(target, Span(at, at + len(target)), "definition")
