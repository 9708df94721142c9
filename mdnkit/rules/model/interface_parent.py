"""What an interface page says its interface inherits from is what Web IDL says."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.macros.targets import target
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.blocks import Block
from mdnkit.page.interface_page import PAGE_TYPE, page_interface
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule

_INHERITS = re.compile(
    r"inherits (?:\w+ ){0,3}?from (?:its|the) (?:parent|ancestor)", re.IGNORECASE
)
_INTERFACE = re.compile(r"Web/API/(\w+)")


@model_rule(Severity.ERROR, front=PAGE_TYPE)
def interface_parent(page: Page, facts: Facts) -> Iterator[Problem]:
    """The sentence "inherits from its parent" of an interface page names ancestors of the interface.

    Readers follow it to the members that are not listed again. Mixins, whose members are an interface's own, may be named.

    Bad: `_Inherits properties from its parent, {{domxref("Node")}}._` on the page of `Animation`
    Good: `_Inherits properties from its parent, {{domxref("EventTarget")}}._`
    """
    name = page_interface(page)
    found = facts.interface(name) if name else None
    if name is None or found is None or found.kind != "interface":
        return
    above = facts.chain(name)[1:]
    for block in _paragraphs(page):
        for call in page.calls_in(block.span):
            where = target(call) if call.key == "domxref" else None
            named = _INTERFACE.fullmatch(where.candidates[0]) if where else None
            if named is None or named[1] in above or facts.interface(named[1]) is None:
                continue
            if named[1] == "EventTarget" and facts.targets_of(name):
                # Some specifications say in prose only that an interface is an EventTarget.
                continue
            message = _(
                "{name} does not inherit from {parent}; by the standard it inherits from {above} ({source})."
            )
            text = message.format(
                name=name,
                parent=named[1],
                above=", ".join(above) or _("nothing"),
                source=said_by(found.source),
            )
            yield Problem(call.span, text)


def _paragraphs(page: Page) -> Iterator[Block]:
    """Yield the paragraphs that say what is inherited."""
    if "inherits " in page.text.lower():
        said = (page.text_at(match.start()) for match in _INHERITS.finditer(page.masked))
        yield from dict.fromkeys(block for block in said if block and block.kind == "paragraph")
