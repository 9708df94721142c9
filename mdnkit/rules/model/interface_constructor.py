"""An interface page lists a constructor where the interface has one."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.interface_page import PAGE_TYPE, listed_members, page_interface
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

ENGINES = 2
"""So many engines ship a constructor before its absence is worth a word."""


@model_rule(Severity.ERROR, front=PAGE_TYPE)
def interface_constructor(page: Page, facts: Facts) -> Iterator[Problem]:
    """The section "Constructor" of an interface page lists a constructor that scripts can call.

    Interfaces without one throw `TypeError: Illegal constructor`; so do HTML elements, whose constructors are for custom
    elements to inherit. A constructor that is not listed, though two engines ship it, is a note.

    Bad: `{{domxref("HTMLOutputElement.HTMLOutputElement()")}}` under "Constructor"
    Good: no such section; `document.createElement("output")` makes one
    """
    name = page_interface(page)
    found = facts.interface(name) if name else None
    if name is None or found is None or found.kind != "interface":
        return
    callable_ = bool(found.constructors) and "HTMLConstructor" not in found.ext
    members = listed_members(page)
    listed = [one for one in members if one.kind == "constructor"]
    for one in listed:
        if one.name in found.factories or (callable_ and one.name == name):
            continue
        if one.owner == name and not facts.compat.feature(f"api.{name}.{one.name}"):
            message = _(
                "`new {name}()` throws: by the standard {interface} has no such constructor ({source}). Remove it."
            )
            if "HTMLConstructor" in found.ext:
                message = _(
                    "`new {name}()` throws: the constructor of {interface} is only for custom elements that inherit from it"
                    " ({source}). Remove it."
                )
            text = message.format(name=one.name, interface=name, source=said_by(found.source))
            yield Problem(one.span, text)
    feature = facts.compat.feature(f"api.{name}.{name}")
    if (
        callable_
        and members
        and not listed
        and feature is not None
        and len(feature.engines) >= ENGINES
        and f"{name}()" not in page.text
    ):
        entry = page.front_matter.get("title")
        span = entry.value.span if entry else page.front_matter.span
        message = _(
            "The page does not mention the constructor `{name}()`, which browsers ship ({source})."
        )
        text = message.format(name=name, source=said_by(found.source))
        yield Problem(span, text, severity=Severity.NOTE)
