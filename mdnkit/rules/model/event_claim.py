"""What an event page says about its event agrees with the model."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.locales.locale import section_key
from mdnkit.macros.targets import target
from mdnkit.messages import _
from mdnkit.model.definition import Confidence
from mdnkit.model.event_fact import EventFact
from mdnkit.model.facts import Facts
from mdnkit.page.blocks import Block, walk
from mdnkit.page.event_page import MARKS
from mdnkit.page.page import Page
from mdnkit.page.section import blocks_below
from mdnkit.rules.rule import model_rule
from mdnkit.site.slug import parse_url
from mdnkit.span import Span

_EVENT_SLUG = re.compile(r"Web/API/(\w+)/(\w+)_event")
_INTERFACE = re.compile(r"Web/API/(\w+)", re.IGNORECASE)


@model_rule(Severity.ERROR, front=MARKS)
def event_claim(page: Page, facts: Facts) -> Iterator[Problem]:
    """The section "Event type" of an event page names the interface that the standard gives the event.

    Readers look up the members of the event there, and examples read them. Where the page names an ancestor
    of the interface, readers miss the members of their own event: `Event` is reported as a warning, another
    ancestor as a note. Only facts that the standards' data gives with high confidence are held against a
    page.

    Bad: an `Event` for `reading` of `NDEFReader`, which is an `NDEFReadingEvent`
    Good: an `NDEFReadingEvent`
    """
    slug = _EVENT_SLUG.fullmatch(page.slug)
    if slug is None:
        return
    fact = facts.event(slug[2], slug[1])
    if fact is None or not fact.here or fact.confidence["interface"] is not Confidence.HIGH:
        return
    claimed = _claimed_interfaces(page)
    if not claimed or any(name == fact.interface for name, _ in claimed):
        return
    name, span = claimed[0]
    severity = Severity.ERROR
    if name in facts.chain(fact.interface):
        severity = Severity.WARNING if name == "Event" else Severity.NOTE
    message = _(
        "The page says that `{type}` at {target} is {name}; by the standard it is {interface} ({source})."
    )
    text = message.format(
        type=fact.type,
        target=fact.target,
        name=name,
        interface=fact.interface,
        source=_source(fact),
    )
    yield Problem(span, text, severity=severity)


def _source(fact: EventFact) -> str:
    source = fact.sources["interface"]
    return ", ".join(part for part in (source.url or fact.href, source.origin) if part)


def _claimed_interfaces(page: Page) -> list[tuple[str, Span]]:
    """Return the interfaces that the section names in its first sentence that names any, and where."""
    for anchor in page.headings:
        if anchor.block.level == 2 and section_key(page.locale, anchor.words) == "Event type":
            for block in walk(blocks_below(page, anchor.block)):
                found = _first_sentence(page, block) if block.kind == "paragraph" else []
                if found:
                    return found
    return []


def _first_sentence(page: Page, block: Block) -> list[tuple[str, Span]]:
    """Return the interfaces whose pages the first sentence with one leads to, by macros or links."""
    places: list[tuple[Span, str]] = []
    for call in page.calls_in(block.span):
        where = target(call)
        if where is not None and call.key == "domxref":
            places.append((call.span, where.candidates[0]))
    for inline in page.inlines(block):
        url = parse_url(inline.target) if inline.kind == "link" else None
        if url is not None:
            places.append((inline.span, url.slug))
    found: list[tuple[str, Span]] = []
    for span, slug in sorted(places):
        if found and ". " in page.text[found[-1][1].end : span.start]:
            break
        interface = _INTERFACE.fullmatch(slug)
        if interface is not None:
            found.append((interface[1], span))
    return found
