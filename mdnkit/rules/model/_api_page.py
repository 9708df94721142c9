"""The interface, and the member or event, that a page of a Web API is about, with what the model declares of them."""

import functools
import re
from typing import NamedTuple

from mdnkit.model.compat import Feature
from mdnkit.model.definition import Interface, Member
from mdnkit.model.facts import Facts
from mdnkit.page.page import Page

_SLUG = re.compile(r"Web/API/(\w+)(?:/(\w+?)(_static|_event)?)?")


class ApiPage(NamedTuple):
    """What a page is about."""

    interface: Interface
    label: str
    """What messages call it: `Interface`, `Interface.member` or `Interface.event`."""
    member: tuple[Member, ...]
    """The declarations of the member, or of the event's handler property; empty for the page of an interface, of a
    constructor and of an event without a handler.
    """
    keys: tuple[str, ...]
    """Its names in the compatibility data: its own, then the interface's."""


@functools.lru_cache(maxsize=1)
def api_page(page: Page, facts: Facts) -> ApiPage | None:
    """Return what a page of a Web API is about; None for other pages and for what Web IDL does not declare there.

    Several rules ask about one page.
    """
    slug = _SLUG.fullmatch(page.slug)
    found = facts.interface(slug[1]) if slug else None
    if slug is None or found is None or found.kind == "callback":
        return None
    key = f"api.{found.name}"
    name, ending = slug[2], slug[3] or ""
    if name is None:
        return ApiPage(found, found.name, (), (key,))
    wanted = f"on{name}" if ending == "_event" else name
    member = facts.own_member(found.name, wanted)
    if not member and ending != "_event" and name != found.name:
        return None
    return ApiPage(found, f"{found.name}.{name}", member, (f"{key}.{name}{ending}", key))


def note_of(about: ApiPage, note: str, facts: Facts) -> Feature | None:
    """Return the compatibility data's entry `note`, such as `worker_support`, of a feature or of its interface."""
    found = (facts.compat.feature(f"{key}.{note}") for key in about.keys)
    return next((one for one in found if one is not None), None)
