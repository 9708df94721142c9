"""The interface that an event page names in its slug is one at which the event is fired."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.event_fact import Relation
from mdnkit.model.facts import Facts
from mdnkit.model.packages import COMPAT
from mdnkit.page.event_page import MARKS, page_event
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.rule import model_rule


@model_rule(Severity.WARNING, front=MARKS)
def event_claim_target(page: Page, facts: Facts) -> Iterator[Problem]:
    """An event page belongs to an interface at which its event is fired, or which the event passes while it bubbles.

    A listener at any other object is never called. Events of a type that the model does not know, and those that the
    browser compatibility data has for the interface, are left alone.

    Bad: `slug: Web/API/ServiceWorkerRegistration/push_event`
    Good: `slug: Web/API/ServiceWorkerGlobalScope/push_event`
    """
    event = page_event(page)
    fact = facts.event(event.event, event.interface) if event else None
    if event is None or fact is None or fact.relation is not Relation.ELSEWHERE:
        return
    if facts.compat.feature(f"api.{event.interface}.{event.event}_event"):
        return
    targets = [one.target for one in facts.events_of_type(fact.type)]
    entry = page.front_matter.get("slug")
    assert entry is not None, "the event was read from the slug"
    message = _(
        "`{type}` is not fired at {target}, by the standard ({source}) and by the compatibility data ({compat}), "
        "but at {targets}."
    )
    text = message.format(
        type=fact.type,
        target=event.interface,
        source=said_by(fact.sources["interface"], fact.href),
        compat=COMPAT.label,
        targets=", ".join(targets),
    )
    yield Problem(entry.value.span, text)
