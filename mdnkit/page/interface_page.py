"""Pages about one interface, and the members that they list."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.macros.targets import target
from mdnkit.messages import _
from mdnkit.page.blocks import Block
from mdnkit.page.page import Page
from mdnkit.page.section import blocks_below
from mdnkit.span import Span

PAGE_TYPE = "web-api-interface"
"""The type in the front matter. Translations have none: they list what their English lists."""

SECTIONS = {
    "Constructor": "constructor",
    "Constructors": "constructor",
    "Static properties": "static property",
    "Instance properties": "property",
    "Static methods": "static method",
    "Instance methods": "method",
}
"""The sections that list members, with what they list."""

_SLUG = re.compile(r"Web/API/(\w+)")
_MEMBER = re.compile(r"Web/API/(\w+)/(\w+?)(_static)?")


class ListedMember(NamedTuple):
    """A member in a list of an interface page."""

    kind: str
    """What its section lists: a value of `SECTIONS`."""
    owner: str
    """The interface that the link names, in the page's spelling."""
    name: str
    span: Span
    """The link macro."""
    badges: frozenset[str]
    """The folded names of the other macros beside it: `readonlyinline`, `deprecated_inline`."""


def kind_in_words(kind: str) -> str:
    """Return a value of `SECTIONS` as a sentence names it."""
    return {
        "constructor": _("a constructor"),
        "static property": _("a static property"),
        "property": _("a property"),
        "static method": _("a static method"),
        "method": _("a method"),
    }[kind]


def page_interface(page: Page) -> str | None:
    """Return the interface that an English page is about; None for other pages."""
    if page.is_translation or page.front_matter.text("page-type") != PAGE_TYPE:
        return None
    slug = _SLUG.fullmatch(page.slug)
    return slug and slug[1]


@functools.lru_cache(maxsize=1)
def listed_members(page: Page) -> tuple[ListedMember, ...]:
    """Return the members in the lists of an interface page, in order; several rules ask for those of one page."""
    return tuple(
        member
        for heading in page.of_kind("heading")
        if heading.level == 2 and heading.text in SECTIONS
        for block in blocks_below(page, heading)
        if block.kind == "definitions"
        for member in _listed(page, block, SECTIONS[heading.text])
    )


def _listed(page: Page, definitions: Block, kind: str) -> Iterator[ListedMember]:
    for term in definitions.children:
        if term.kind != "term":
            continue
        calls = page.calls_in(term.span)
        badges = frozenset(call.key for call in calls if call.key != "domxref")
        for call in calls:
            where = target(call) if call.key == "domxref" else None
            member = _MEMBER.fullmatch(where.candidates[0]) if where else None
            if member:
                yield ListedMember(kind, member[1], member[2], call.span, badges)
