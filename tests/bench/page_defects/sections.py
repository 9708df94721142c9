"""Ways to damage sections, and the pages of events."""

import random
import re
from collections.abc import Callable, Iterable

from defects import Change, line_of, pick, removed, replaced

from mdnkit.page.page import Page
from mdnkit.page.page_sections import find_sections, sections_of_type
from mdnkit.site.site import Site
from mdnkit.span import Span
from page_defects.front_matter import value_mistyped
from page_defects.kind import defect, mistyped


def heading_replaced(
    page: Page, chance: random.Random, titles: Iterable[str], new: Callable[[str], str]
) -> Change | None:
    wanted = frozenset(titles)
    section = pick([s for s in find_sections(page) if s.title in wanted], chance)
    if section is None or page.is_translation:
        return None
    span = section.heading.span
    return replaced(
        page, Span(span.start, span.start + len(f"## {section.title}")), f"## {new(section.title)}"
    )


@defect
def examples_renamed(page: Page, site: Site, chance: random.Random) -> Change | None:
    known = sections_of_type(page)
    if known is None or not known.has_template:
        return None
    return heading_replaced(page, chance, ("Examples",), lambda title: "Example")


@defect
def section_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    titles = ("Specifications", "Browser compatibility", "See also", "Examples", "Syntax")
    return heading_replaced(page, chance, titles, lambda title: mistyped(title, chance))


@defect
def section_in_title_case(page: Page, site: Site, chance: random.Random) -> Change | None:
    return heading_replaced(
        page, chance, ("Browser compatibility", "See also", "Event type"), str.title
    )


@defect
def section_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    sections = find_sections(page)
    titles = ("Specifications", "Browser compatibility")
    at = pick([at for at, s in enumerate(sections[:-1]) if s.title in titles], chance)
    entry = page.front_matter.get("page-type")
    if at is None or entry is None:
        return None
    change = removed(
        page, Span(sections[at].heading.span.start, sections[at + 1].heading.span.start)
    )
    return change._replace(place=Span(1, line_of(page.text, entry.span.end)))


@defect
def sections_exchanged(page: Page, site: Site, chance: random.Random) -> Change | None:
    sections = find_sections(page)
    titles = [section.title for section in sections]
    if page.is_translation or "Specifications" not in titles[:-2]:
        return None
    at = titles.index("Specifications")
    if titles[at + 1] != "Browser compatibility":
        return None
    one, two, three = (sections[at + step].heading.span.start for step in range(3))
    text = page.text[two:three] + page.text[one:two]
    return replaced(page, Span(one, three), text)


@defect
def event_page_with_another_title(page: Page, site: Site, chance: random.Random) -> Change | None:
    return value_mistyped(page, "title", chance) if page.slug.endswith("_event") else None


@defect
def event_page_with_another_short_title(
    page: Page, site: Site, chance: random.Random
) -> Change | None:
    return value_mistyped(page, "short-title", chance) if page.slug.endswith("_event") else None


@defect
def event_page_with_another_event(page: Page, site: Site, chance: random.Random) -> Change | None:
    match = re.search(r'addEventListener\("(\w+)"', page.text)
    if not match or not page.slug.endswith("_event"):
        return None
    return replaced(page, Span(*match.span(1)), mistyped(match[1], chance))


@defect
def event_page_with_another_handler(page: Page, site: Site, chance: random.Random) -> Change | None:
    match = re.search(r"^on(\w+) = ", page.text, re.MULTILINE)
    if not match or not page.slug.endswith("_event"):
        return None
    return replaced(page, Span(*match.span(1)), mistyped(match[1], chance))
