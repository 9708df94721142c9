"""The target of a link is closed."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_PIECES
from mdnkit.rules.page._markdown_rule import markdown_rule
from mdnkit.rules.page._structure import piece_at, texts
from mdnkit.span import Span

_TARGET = re.compile(r"\]\((?<!\\\]\()([^\s()<>\"]++(?:\([^\s()]*+\)[^\s()<>\"]*+)*+)(?=[\s\"]|\Z)")
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*\)")


@markdown_rule(Severity.ERROR, "search-replace", unless=PLAIN_PIECES)
def text_un_closed_md_link(page: Page) -> Iterator[Problem]:
    """The round bracket around the target of a link is closed.

    Without it there is no link, and readers see the brackets and the address.

    Bad: `[Event](/en-US/docs/Web/API/Event and more`
    Good: `[Event](/en-US/docs/Web/API/Event) and more`
    """
    if not page.pieces.others or not _TARGET.search(page.masked, page.body.start):
        return
    for block in texts(page):
        text = block.text
        if "](" not in text:
            continue
        for match in _TARGET.finditer(text):
            if _TITLE.match(text, match.end()):
                continue
            start = text_offset(page.source, block, match.start(1))
            span = Span(start, start + len(match[1]))
            if page.masked[slice(*span)] == match[1] and not _is_markup(page, block, span.start):
                message = _("`)` is missing after the target of the link, or a space stands in it.")
                yield Problem(span, message)


def _is_markup(page: Page, block: Block, offset: int) -> bool:
    """Return whether the place belongs to code, to a tag, or to a link that is whole."""
    kinds = ("link", "image", "code", "html", "autolink")
    return any(piece_at(page, block, offset, kind) for kind in kinds)
