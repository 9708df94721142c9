"""Pages about one event of one interface, known by their slug `Web/API/Interface/name_event`."""

import re
from typing import NamedTuple

from mdnkit.page.page import Page

PAGE_TYPE = "web-api-event"
MARKS = (PAGE_TYPE, "_event")
"""What the front matter of such a page has: the type of English pages, the end of the slug."""

_SLUG = re.compile(r"Web/API/(\w+)/(\w+)_event")


class PageEvent(NamedTuple):
    """What the slug of an event page names."""

    interface: str
    event: str


def page_event(page: Page) -> PageEvent | None:
    """Return the event that a page is about; None for other pages.

    English pages say by their type that they are about an event; translations have no type.
    """
    slug = _SLUG.fullmatch(page.slug)
    if slug is None or not (
        page.is_translation or page.front_matter.text("page-type") == PAGE_TYPE
    ):
        return None
    return PageEvent(slug[1], slug[2])
