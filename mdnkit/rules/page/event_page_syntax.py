"""The syntax section of an event page shows the event that the page is about."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.event_page import MARKS, page_event
from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections
from mdnkit.page.section import blocks_below
from mdnkit.rules.rule import page_rule
from mdnkit.span import Span

_LISTENER = re.compile(r"""addEventListener\w*\(\s*["']([^"'\n]*)["']""")
_HANDLER = re.compile(r"^[ \t]*(?:\w+\.)?on(\w+)[ \t]*=", re.MULTILINE)


@page_rule(Severity.ERROR, front=MARKS)
def event_page_syntax(page: Page) -> Iterator[Problem]:
    """The code under "Syntax" listens for the event that the slug names, and sets its handler.

    Readers copy this code; a listener for another event is never called. The handler is the name of
    the event in lower case after `on`. Events of SVG animations leave out `Event` there
    (https://svgwg.org/specs/animations/#InterfaceSVGAnimationElement).

    Bad: `addEventListener("scrollend", (event) => { })` on the page of `scroll`
    Good: `addEventListener("scroll", (event) => { })`
    """
    names = page_event(page)
    if names is None:
        return
    handlers = {names.event.lower(), names.event.removesuffix("Event").lower()}
    for block in _code(page):
        code = page.text[slice(*block.span)]
        for match in _LISTENER.finditer(code):
            if match[1] != names.event:
                message = _(
                    "The page is about the event `{event}`, but its syntax listens for `{other}`."
                )
                text = message.format(event=names.event, other=match[1])
                yield Problem(_span(block, match, 1), text)
        for match in _HANDLER.finditer(code):
            if match[1].lower() not in handlers:
                message = _("The handler of the event `{event}` is `on{handler}`, not `on{other}`.")
                text = message.format(
                    event=names.event, handler=names.event.lower(), other=match[1]
                )
                span = _span(block, match, 1)
                yield Problem(Span(span.start - 2, span.end), text, severity=Severity.WARNING)


def _code(page: Page) -> Iterator[Block]:
    """Yield the code block that follows the heading of the syntax section."""
    for section in find_sections(page):
        if section.key == "Syntax":
            blocks = blocks_below(page, section.heading)
            yield from [block for block in blocks if block.kind == "fence"][:1]


def _span(block: Block, match: re.Match[str], group: int) -> Span:
    return Span(block.span.start + match.start(group), block.span.start + match.end(group))
