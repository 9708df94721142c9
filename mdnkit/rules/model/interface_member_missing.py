"""An interface page lists the members that browsers ship."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.definition import Member
from mdnkit.model.facts import Facts
from mdnkit.page.interface_page import PAGE_TYPE, listed_members, page_interface
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

ENGINES = 2
"""So many engines ship a member before its absence is worth a word."""


@model_rule(Severity.NOTE, front=PAGE_TYPE)
def interface_member_missing(page: Page, facts: Facts) -> Iterator[Problem]:
    """An interface page mentions each member of its interface that two engines ship.

    Web IDL runs ahead of the documentation; what only one engine ships, what is deprecated and what the page names anywhere
    is left alone, and so are pages without lists of members, and event handler properties, which stand for events.

    Bad: the page of `HTMLVideoElement` without `playsInline`
    Good: `{{domxref("HTMLVideoElement.playsInline")}}` in its list of properties
    """
    name = page_interface(page)
    found = facts.interface(name) if name else None
    listed = {one.name.casefold() for one in listed_members(page)} if found else None
    if name is None or found is None or found.kind != "interface" or not listed:
        return
    missing = [
        one
        for one in found.members
        if one.kind in {"attribute", "operation"}
        and one.name
        and one.name.casefold() not in listed
        and _is_shipped(name, one, facts)
        and not re.search(rf"(?i)\b{re.escape(one.name)}\b", page.text)
    ]
    if missing:
        names = ", ".join(f"`{one}`" for one in dict.fromkeys(one.name for one in missing))
        message = _("The page does not mention {names}, which browsers ship ({source}).")
        entry = page.front_matter.get("title")
        span = entry.value.span if entry else page.front_matter.span
        yield Problem(span, message.format(names=names, source=said_by(missing[0].source)))


def _is_shipped(interface: str, member: Member, facts: Facts) -> bool:
    if "EventHandler" in member.type:
        return False
    key = f"api.{interface}.{member.name}{'_static' if member.static else ''}"
    feature = facts.compat.feature(key)
    return (
        feature is not None
        and feature.standard_track
        and not feature.deprecated
        and len(feature.engines) >= ENGINES
    )
