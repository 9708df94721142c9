"""The raw HTML of a segment: its tags with what a translation keeps of them."""

import re
from typing import NamedTuple

from mdnkit.l10n.segments import Segment
from mdnkit.page.page import Page
from mdnkit.span import Span

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_KEPT = re.compile(
    r"""\b(id|class|src|colspan|rowspan)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))"""
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Tag(NamedTuple):
    """A tag in the text of a page."""

    mark: str
    """Name and kept attributes: what must be the same in a translation."""
    span: Span

    @property
    def name(self) -> str:
        """The name of the element."""
        return self.mark.lstrip("/").split(" ", 1)[0]


def tags(page: Page, segment: Segment) -> list[Tag]:
    """Return the tags of a segment in order, comments left out."""
    block = segment.block
    if block.kind == "html":
        spans = [block.span]
    else:
        spans = [inline.span for inline in page.inlines(block) if inline.kind == "html"]
    found: list[Tag] = []
    for span in spans:
        html = page.masked[span.start : span.end]
        html = _COMMENT.sub(lambda comment: " " * len(comment[0]), html)
        for match in _TAG.finditer(html):
            place = Span(span.start + match.start(), span.start + match.end())
            found.append(Tag(_mark(match), place))
    return found


def _mark(match: re.Match[str]) -> str:
    kept = sorted(
        f"{name}={double or single or bare}"
        for name, double, single, bare in _KEPT.findall(match[3])
    )
    return " ".join((match[1] + match[2].lower(), *kept))


class Comment(NamedTuple):
    """An HTML comment in the text of a page, outside code."""

    text: str
    """Without the marks, in one line."""
    span: Span


def comments(page: Page) -> list[Comment]:
    """Return the HTML comments of a page, in order."""
    if "<!--" not in page.text:
        return []
    spans: list[Span] = []
    for block in page.all_blocks:
        if "<!--" not in block.text:
            continue
        if block.kind == "html":
            spans += [
                Span(block.span.start + match.start(), block.span.start + match.end())
                for match in _COMMENT.finditer(page.masked[block.span.start : block.span.end])
            ]
        elif block.kind not in ("fence", "code"):
            spans += [
                inline.span
                for inline in page.inlines(block)
                if inline.kind == "html" and inline.text.startswith("<!--")
            ]
    written = [page.text[span.start : span.end] for span in spans]
    texts = [" ".join(text.removeprefix("<!--").removesuffix("-->").split()) for text in written]
    return [Comment(text, span) for text, span in zip(texts, spans, strict=True)]
