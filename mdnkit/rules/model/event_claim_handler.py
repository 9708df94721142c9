"""The event handler property that an event page shows exists."""

import re
from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.event_fact import EventFact
from mdnkit.model.facts import Facts
from mdnkit.page.event_page import MARKS
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import event_page_fact, said_by, section_blocks
from mdnkit.rules.rule import model_rule
from mdnkit.span import Span

_ASSIGNED = re.compile(r"^on(\w+)\s*=", re.MULTILINE)


@model_rule(Severity.WARNING, front=MARKS)
def event_claim_handler(page: Page, facts: Facts) -> Iterator[Problem]:
    """The section "Syntax" of an event page shows an `on…` property only where the target has one, or what inherits from it.

    Assigning to a name that the platform does not know adds a plain property, and the listener never runs. Some events
    have no such property: they are listened to with `addEventListener()` only.

    Bad: `onDOMContentLoaded = (event) => { }`
    Good: `addEventListener("DOMContentLoaded", (event) => { })` alone
    """
    fact = event_page_fact(page, facts)
    if fact is None or fact.handler is not None:
        return
    for block in section_blocks(page, "Syntax"):
        found = _ASSIGNED.search(block.text) if block.kind == "fence" else None
        if found is None or found[1] != fact.type or _is_handled_below(fact, facts):
            continue
        start = page.text.find(found[0], block.span.start, block.span.end)
        message = _(
            "Web IDL gives {target} no property `on{type}`, as the event is defined without one ({source}); show "
            "`addEventListener()` alone."
        )
        source = said_by(fact.sources["interface"], fact.href)
        text = message.format(target=fact.target, type=fact.type, source=source)
        yield Problem(Span(start, start + 2 + len(fact.type)), text)


def _is_handled_below(fact: EventFact, facts: Facts) -> bool:
    """Return whether an interface that inherits from the target has such a property."""
    return any(fact.target in facts.chain(one) for one in facts.handlers(fact.type))
