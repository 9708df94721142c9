"""Ways to damage front matter."""

import random

from defects import Change, line_of, removed, replaced

from mdnkit.page.front_matter import Scalar, Sequence
from mdnkit.page.page import Page
from mdnkit.site.site import Site
from mdnkit.span import Span
from page_defects.kind import defect, mistyped


def value_span(page: Page, key: str) -> Span | None:
    """Return where the text of a key stands."""
    entry = page.front_matter.get(key)
    return entry.value.span if entry and isinstance(entry.value, Scalar) else None


def value_mistyped(page: Page, key: str, chance: random.Random) -> Change | None:
    span = value_span(page, key)
    return replaced(page, span, mistyped(page.text[slice(*span)], chance)) if span else None


@defect
def front_matter_not_closed(page: Page, site: Site, chance: random.Random) -> Change | None:
    end = page.front_matter.span.end
    change = replaced(page, Span(end - 4, end), "")
    return change._replace(place=Span(1, change.place.end))


@defect
def key_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = chance.choice(page.front_matter.entries)
    return replaced(page, entry.key_span, mistyped(entry.key, chance))


@defect
def key_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    keys = ["title", "slug"] if page.is_translation else ["title", "slug", "page-type"]
    entry = page.front_matter.get(chance.choice(keys))
    return replaced(page, entry.span, "")._replace(place=Span(1, 9)) if entry else None


@defect
def keys_exchanged(page: Page, site: Site, chance: random.Random) -> Change | None:
    entries = page.front_matter.entries
    at = chance.randrange(len(entries) - 1)
    one, two = entries[at].span, entries[at + 1].span
    text = page.text[slice(*two)] + page.text[slice(*one)]
    return replaced(page, Span(one.start, two.end), text)


@defect
def title_not_quoted(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = value_span(page, "title")
    text = page.text[slice(*span)] if span else ""
    return replaced(page, span, text[1:-1]) if span and text[:1] == '"' and ": " in text else None


@defect
def title_too_long(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = value_span(page, "title")
    return replaced(page, span, '"' + "title " * 21 + '"') if span else None


@defect
def slug_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return value_mistyped(page, "slug", chance)


@defect
def page_type_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return value_mistyped(page, "page-type", chance)


@defect
def page_type_of_other_pages(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = value_span(page, "page-type")
    new = "css-property" if page.slug.startswith("Web/API/") else "web-api-event"
    return replaced(page, span, new) if span else None


@defect
def status_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = page.front_matter.get("status")
    if entry is None or not isinstance(entry.value, Sequence):
        return None
    span = chance.choice(entry.value.items).span
    return replaced(page, span, mistyped(page.text[slice(*span)], chance))


@defect
def status_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = page.front_matter.get("status")
    change = replaced(page, entry.span, "") if entry else None
    banners = ("deprecated_header", "seecompattable", "non_standard_header")
    call = next((call for call in page.macro_calls if call.key in banners), None)
    if change is None or call is None or entry is None:
        return None
    line = line_of(page.text, call.span.start) - page.text[slice(*entry.span)].count("\n")
    return change._replace(place=Span(line, line))


@defect
def status_not_a_list(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = page.front_matter.get("status")
    return replaced(page, entry.span, "status: deprecated\n") if entry else None


@defect
def compat_key_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return value_mistyped(page, "browser-compat", chance)


@defect
def compat_key_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = page.front_matter.get("browser-compat")
    call = next((call for call in page.macro_calls if call.key == "compat"), None)
    if entry is None or call is None:
        return None
    line = line_of(page.text, call.span.start) - page.text[slice(*entry.span)].count("\n")
    return replaced(page, entry.span, "")._replace(place=Span(line, line))


@defect
def compat_macro_lost(page: Page, site: Site, chance: random.Random) -> Change | None:
    call = next((call for call in page.macro_calls if call.key == "compat"), None)
    entry = page.front_matter.get("browser-compat")
    if call is None or entry is None:
        return None
    line = line_of(page.text, entry.key_span.start)
    return removed(page, call.span)._replace(place=Span(line, line))


@defect
def sidebar_mistyped(page: Page, site: Site, chance: random.Random) -> Change | None:
    return value_mistyped(page, "sidebar", chance)


@defect
def key_of_english_pages(page: Page, site: Site, chance: random.Random) -> Change | None:
    end = page.front_matter.content.end
    return replaced(page, Span(end, end), "page-type: guide\n") if page.is_translation else None


@defect
def list_with_one_item(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = value_span(page, "browser-compat")
    return (
        replaced(page, Span(span.start - 1, span.end), f"\n  - {page.text[slice(*span)]}")
        if span
        else None
    )


@defect
def single_quotes(page: Page, site: Site, chance: random.Random) -> Change | None:
    span = value_span(page, "title")
    text = page.text[slice(*span)] if span else ""
    if span is None or "'" in text:
        return None
    return replaced(page, span, "'" + text.strip('"') + "'")


@defect
def list_on_one_line(page: Page, site: Site, chance: random.Random) -> Change | None:
    entry = page.front_matter.get("status") or page.front_matter.get("browser-compat")
    if entry is None or not isinstance(entry.value, Sequence):
        return None
    items = ", ".join(page.text[slice(*item.span)] for item in entry.value.items)
    return replaced(page, entry.span, f"{entry.key}: [{items}]\n")
