"""Links that have come apart: readers see brackets and addresses."""

import re
from collections.abc import Iterable, Iterator

from mdnkit.finding import Edit, Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block, text_offset
from mdnkit.page.page import Page
from mdnkit.page.page_facts import PLAIN_PIECES
from mdnkit.rules.page._structure import piece_at
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_URL = r"(?:/[A-Za-z-]+/docs/|https?://|#)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
_APART = re.compile(rf"\](?P<between>[^\s\[\](){{}}<>|`*]{{1,60}}|[ ])(?P<target>\({_URL}\))")
_LOST = re.compile(rf"\](?P<target>\({_URL}\))")
_SPACED = re.compile(
    r"\]\((?P<target>(?:/[A-Za-z-]+/docs/|https?://)[^\s()\"'<>]*(?: (?![\"'(])[^\s()\"'<>]+)+)\)"
)
_IN_CODE = re.compile(rf"`\[`(?P<code>[^`\n]+)`\](?P<target>\({_URL}\))`")

_LINKS = frozenset({"link", "image"})
"""Of the pieces of a text, those that have `](` in them."""
_PIECES = ("link", "image", "code", "html", "autolink")


@page_rule(Severity.ERROR, unless=PLAIN_PIECES)
def link_malformed(page: Page) -> Iterator[Problem]:
    """The brackets of a link follow each other: `[words](address)`, with back-ticks inside the brackets.

    Words between the brackets, a lost `[`, spaces in the address, or back-ticks around the whole link leave readers
    with the address instead of a link.

    Bad: `[API](/de/docs/Web/API)-Seite` written as `[API]-Seite(/de/docs/Web/API)`
    Good: `[API](/de/docs/Web/API)-Seite`
    """
    for block in _suspects(page):
        bracket = block.text.find("]")
        if bracket != -1 and block.text.find("(", bracket) != -1:
            yield from _in_block(page, block)


def _suspects(page: Page) -> Iterable[Block]:
    """Return the blocks in which not every bracket is known to be that of a link."""
    found = {block.span: block for block in page.pieces.others}
    lone = [
        place for place in page.pieces.lone_brackets if _APART.match(page.masked, place.start())
    ]
    for place in (*lone, *page.pieces.bracket_code):
        block = page.text_at(place.start())
        if block is not None:
            found[block.span] = block
    return found.values()


def _in_block(page: Page, block: Block) -> Iterator[Problem]:
    text = block.text
    for match in _IN_CODE.finditer(text) if "`](" in text else ():
        opening = _span(page, block, match).start
        if any(piece.span == (opening, opening + len("`[`")) for piece in page.inlines(block)):
            yield _in_back_ticks(page, block, match)
    found = [*_APART.finditer(text)]
    links = sum(
        inline.kind in _LINKS and inline.target_span.end > 0 for inline in page.inlines(block)
    )
    if text.count("](") != links:
        found += _LOST.finditer(text)
        found += _SPACED.finditer(text)
    for match in found:
        start = text_offset(page.source, block, match.start())
        if any(piece_at(page, block, start, kind) for kind in _PIECES):
            continue
        if page.text[start - 1 : start + 1] == "\\]":
            continue
        if match.re is _SPACED:
            yield _spaced(page, block, match)
        else:
            yield (_apart if match.re is _APART else _lost)(page, block, match)


def _span(page: Page, block: Block, match: re.Match[str], group: int | str = 0) -> Span:
    """Return where a part of a block's text stands in the page."""
    start, end = match.span(group)
    return Span(
        text_offset(page.source, block, start), text_offset(page.source, block, end - 1) + 1
    )


def _in_back_ticks(page: Page, block: Block, match: re.Match[str]) -> Problem:
    span = _span(page, block, match)
    message = _("Back-ticks around the whole link make code of it; write `{link}`.")
    edits: tuple[Edit, ...] = ()
    if page.text[span.start : span.end] == match[0]:
        edits = (
            Edit(Span(span.start, span.start + 1), ""),
            Edit(Span(span.end - 1, span.end), ""),
        )
    return Problem(span, message.format(link=match[0][1:-1]), edits)


def _apart(page: Page, block: Block, match: re.Match[str]) -> Problem:
    between = match["between"]
    span = _span(page, block, match)
    right = f"]{match['target']}{between.strip()}"
    message = _("This is no link: `{between}` stands between the brackets; write `{right}`.")
    if not between.strip():
        message = _("This is no link: a space stands between the brackets; write `{right}`.")
    exact = page.text[span.start : span.end] == match[0]
    edits = (Edit(span, right),) if exact else ()
    return Problem(span, message.format(between=between, right=right), edits)


def _lost(page: Page, block: Block, match: re.Match[str]) -> Problem:
    message = _(
        "This is no link: the `[` before its words is lost, or a back-tick too many stands there."
    )
    return Problem(_span(page, block, match), message)


def _spaced(page: Page, block: Block, match: re.Match[str]) -> Problem:
    span = _span(page, block, match, "target")
    new = match["target"].replace(" ", "_" if "/docs/" in match["target"] else "%20")
    message = _("This is no link: there are spaces in its address; write `{new}`.")
    edits = (Edit(span, new),) if page.text[slice(*span)] == match["target"] else ()
    return Problem(span, message.format(new=new), edits)
