"""What the model knows of the event that a page is about, and how messages name where it comes from."""

from mdnkit.locales.locale import section_key
from mdnkit.model.definition import Source
from mdnkit.model.event_fact import EventFact
from mdnkit.model.facts import Facts
from mdnkit.page.blocks import Block, walk
from mdnkit.page.event_page import page_event
from mdnkit.page.page import Page
from mdnkit.page.section import blocks_below


def event_page_fact(page: Page, facts: Facts) -> EventFact | None:
    """Return the fact about a page's event; None for other pages and where the event is not known to be fired there."""
    event = page_event(page) if page.slug.endswith("_event") else None
    fact = facts.event(event.event, event.interface) if event else None
    return fact if fact is not None and fact.here else None


def section_blocks(page: Page, title: str) -> tuple[Block, ...]:
    """Return all blocks of the section with an English title, in whatever language the page is."""
    for heading in page.of_kind("heading"):
        if heading.level == 2 and section_key(page.locale, page.words(heading)) == title:
            return tuple(walk(blocks_below(page, heading)))
    return ()


def said_by(source: Source, href: str = "") -> str:
    """Return where a fact comes from: the address of the standard and the package."""
    return ", ".join(part for part in (source.url or href, source.origin) if part)
