"""The section "Event type" of an event page: the interface of the event, its ancestors, the inheritance diagram."""

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.locales.locale import locale
from mdnkit.macros.targets import target
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import section_blocks
from mdnkit.site.slug import parse_url
from mdnkit.span import Span

_INTERFACE = re.compile(r"Web/API/(\w+)", re.IGNORECASE)
_DIAGRAM = "inheritancediagram"


class Named(NamedTuple):
    """An interface that a page names, and where."""

    name: str
    span: Span


class EventType(NamedTuple):
    """What the section says."""

    interfaces: tuple[Named, ...]
    """Named by the first sentence that names any."""
    parents: tuple[Named, ...]
    """Named by the sentence that says what the event inherits from."""
    diagram: Named | None
    """The interface whose inheritance is drawn, where the macro names one."""


@functools.lru_cache(maxsize=1)
def event_type(page: Page) -> EventType | None:
    """Return what the section says; None without one, and where it names no interface. Several rules ask about one page."""
    blocks = section_blocks(page, "Event type")
    diagram = None
    for block in blocks:
        for call in page.calls_in(block.span):
            if call.key == _DIAGRAM and call.text(0) and diagram is None:
                diagram = Named(call.text(0), call.span)
    for block in blocks:
        named = list(_named(page, block)) if block.kind == "paragraph" else []
        if named:
            parts = _sentences(page, named)
            return EventType(parts[0], _parents(page, block, parts), diagram)
    return None


def _sentences(page: Page, named: list[Named]) -> list[tuple[Named, ...]]:
    """Return the interfaces of a paragraph, sentence by sentence."""
    parts = [[named[0]]]
    for before, one in itertools.pairwise(named):
        if ". " in page.text[before.span.end : one.span.start]:
            parts.append([])
        parts[-1].append(one)
    return [tuple(part) for part in parts]


def _parents(page: Page, block: Block, parts: list[tuple[Named, ...]]) -> tuple[Named, ...]:
    """Return the interfaces that follow the words for "inherits from" in the same sentence."""
    words = locale(page.locale).claims.get("inherits")
    said = words and re.compile(words, re.IGNORECASE).search(
        page.text, block.span.start, block.span.end
    )
    if not said:
        return ()
    end = page.text.find(". ", said.end(), block.span.end)
    stop = block.span.end if end == -1 else end
    return tuple(one for part in parts for one in part if said.end() <= one.span.start < stop)


def _named(page: Page, block: Block) -> Iterator[Named]:
    """Yield the interfaces to whose pages macros and links of a paragraph lead, in order."""
    found: list[Named] = []
    for call in page.calls_in(block.span):
        where = target(call) if call.key == "domxref" else None
        interface = where and _INTERFACE.fullmatch(where.candidates[0])
        if interface:
            found.append(Named(interface[1], call.span))
    for inline in page.inlines(block):
        url = parse_url(inline.target) if inline.kind == "link" else None
        interface = url and _INTERFACE.fullmatch(url.slug)
        if interface:
            found.append(Named(interface[1], inline.span))
    yield from sorted(found, key=lambda one: one.span)
