"""The members that an interface page lists are members of the interface, of the kind that the list says."""

import functools
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.definition import Member
from mdnkit.model.facts import Facts
from mdnkit.model.implied_members import implied_members
from mdnkit.model.packages import COMPAT
from mdnkit.page.interface_page import (
    PAGE_TYPE,
    ListedMember,
    kind_in_words,
    listed_members,
    page_interface,
)
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

NOT_OF_THE_STANDARD = frozenset({"deprecated_inline", "non_standard_inline"})
"""Badges that say that a member may be missing from the standards."""


@model_rule(Severity.WARNING, front=PAGE_TYPE)
def interface_member(page: Page, facts: Facts) -> Iterator[Problem]:
    """A member in the lists of an interface page is a member of the interface in Web IDL.

    Readers call what is listed. Members with a badge that says that they are deprecated or not standard are left alone, and
    so are those that the browser compatibility data knows: the standard has removed them, or has yet to take them in.

    Bad: `{{domxref("HTMLMediaElement.seekToNextFrame()")}}` without a badge: no standard has it
    Good: `{{domxref("HTMLMediaElement.fastSeek()")}}`
    """
    for interface, listed, declared in _members(page, facts):
        if declared or listed.badges & NOT_OF_THE_STANDARD:
            continue
        names = {implied for one in facts.members(interface) for implied in implied_members(one)}
        if listed.name in names or facts.compat.feature(f"api.{listed.owner}.{listed.name}"):
            continue
        found = facts.interface(interface)
        assert found is not None, "only pages of known interfaces are looked at"
        message = _(
            "{interface} has no member `{name}`, by the standard ({source}) and by the compatibility data ({compat})."
        )
        text = message.format(
            interface=interface,
            name=listed.name,
            source=said_by(found.source),
            compat=COMPAT.label,
        )
        yield Problem(listed.span, text)


@model_rule(Severity.ERROR, front=PAGE_TYPE)
def interface_member_kind(page: Page, facts: Facts) -> Iterator[Problem]:
    """A member stands in the list of its kind: properties and methods, of instances and of the interface itself, apart.

    A static method is called on the interface, and a method with brackets: readers take the form of the call from the list.

    Bad: `{{domxref("FontFace.load()")}}` under "Instance properties"
    Good: `{{domxref("FontFace.load()")}}` under "Instance methods"
    """
    for _interface, listed, declared in _members(page, facts):
        kinds = {_kind(one) for one in declared}
        if not kinds or listed.kind in kinds or any(_is_function(one, facts) for one in declared):
            continue
        message = _(
            "The page lists `{name}` as {listed}; by the standard it is {kind} ({source}). Move it to the list of its kind."
        )
        text = message.format(
            name=listed.name,
            listed=kind_in_words(listed.kind),
            kind=kind_in_words(sorted(kinds)[0]),
            source=said_by(declared[0].source),
        )
        yield Problem(listed.span, text)


@functools.lru_cache(maxsize=1)
def _members(page: Page, facts: Facts) -> list[tuple[str, ListedMember, list[Member]]]:
    """Return the members, but constructors, that a page lists for its interface or an ancestor of it.

    With each come its declarations. Its capitals are for the rules of links to judge.
    """
    name = page_interface(page)
    found = facts.interface(name) if name else None
    listed = listed_members(page) if found else ()
    if name is None or found is None or found.kind != "interface" or not listed:
        return []
    chain = facts.chain(name)
    folded = {one.casefold() for one in chain}
    members: list[tuple[str, ListedMember, list[Member]]] = []
    for one in listed:
        if one.kind == "constructor" or one.name.endswith("_event"):
            continue
        if one.owner.casefold() in folded:
            key = one.name.casefold()
            declared = [each for owner in chain for each in _by_name(owner, facts).get(key, ())]
            members.append((name, one, declared))
    return members


@functools.lru_cache(128)
def _by_name(interface: str, facts: Facts) -> dict[str, list[Member]]:
    """Return the members that an interface declares itself, by their names without capitals."""
    found = facts.interface(interface)
    members: dict[str, list[Member]] = {}
    for member in found.members if found else ():
        members.setdefault(member.name.casefold(), []).append(member)
    return members


def _kind(member: Member) -> str:
    kind = "method" if member.kind == "operation" else "property"
    return f"static {kind}" if member.static or member.kind == "const" else kind


def _is_function(member: Member, facts: Facts) -> bool:
    """Return whether an attribute holds a function, so that it can be called like a method."""
    return member.type == "Function" or facts.callback(member.type) is not None
