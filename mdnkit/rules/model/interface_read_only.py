"""What pages call read-only is read-only in Web IDL."""

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
from mdnkit.span import Span

BADGE = "readonlyinline"
_ASSIGNABLE = frozenset({"PutForwards", "Replaceable"})
"""Assigning to a read-only attribute with one of these has an effect, so that the badge may stand or not."""


PROPERTY_TYPES = "page-type: web-api-(?:instance|static)-property"

_PROPERTY = re.compile(r"Web/API/(\w+)/(\w+?)(?:_static)?")
_READ_ONLY = re.compile(r"\*\*`(?:\w+\.)?(\w+)`\*\*\s+(read-only)\s+property")


@model_rule(Severity.WARNING, front=(PAGE_TYPE, PROPERTY_TYPES))
def interface_read_only(page: Page, facts: Facts) -> Iterator[Problem]:
    """A property has the badge `ReadOnlyInline` where Web IDL says `readonly`, and only there.

    Assigning to a read-only property does nothing, or throws in strict mode. A badge on a property that can be set is an
    error: it keeps readers from using it. So is a page of its own that calls such a property read-only.

    Bad: `{{domxref("ImageTrack.selected")}} {{ReadOnlyInline}}`
    Good: `{{domxref("ImageTrack.selected")}}`, which selects the track
    """
    name = page_interface(page)
    if name is None:
        yield from _in_introduction(page, facts)
        return
    chain = facts.chain(name)
    for listed in listed_members(page):
        if listed.kind not in {"property", "static property"}:
            continue
        owner = next((one for one in chain if one.casefold() == listed.owner.casefold()), "")
        attribute = _attribute(owner, listed.name, facts)
        if attribute is None or attribute.readonly == (BADGE in listed.badges):
            continue
        if attribute.readonly:
            message = _("`{name}` is read-only ({source}); add `{{{{ReadOnlyInline}}}}`.")
        else:
            message = _("`{name}` can be set ({source}); remove `{{{{ReadOnlyInline}}}}`.")
        text = message.format(name=f"{owner}.{attribute.name}", source=said_by(attribute.source))
        severity = None if attribute.readonly else Severity.ERROR
        yield Problem(listed.span, text, severity=severity)


def _in_introduction(page: Page, facts: Facts) -> Iterator[Problem]:
    """Report that the page of a property that can be set introduces it as read-only."""
    about = _PROPERTY.fullmatch(page.slug)
    attribute = _attribute(about[1], about[2], facts) if about else None
    if about is None or attribute is None or attribute.readonly:
        return
    said = _READ_ONLY.search(page.text, page.body.start)
    if said and said[1] == attribute.name:
        message = _("`{name}` can be set ({source}), but is called read-only here.")
        name = f"{about[1]}.{attribute.name}"
        text = message.format(name=name, source=said_by(attribute.source))
        yield Problem(Span(*said.span(2)), text, severity=Severity.ERROR)


def _attribute(interface: str, name: str, facts: Facts) -> Member | None:
    """Return an attribute whose declaration alone decides whether it can be set."""
    for member in facts.member(interface, name):
        if member.kind == "attribute" and not member.ext.keys() & _ASSIGNABLE:
            return member
    return None
