"""What an event page says about its event agrees with the model."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.definition import Confidence
from mdnkit.model.facts import Facts
from mdnkit.page.event_page import MARKS
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import event_page_fact, said_by
from mdnkit.rules.model._event_type import event_type
from mdnkit.rules.rule import model_rule


@model_rule(Severity.ERROR, front=MARKS)
def event_claim(page: Page, facts: Facts) -> Iterator[Problem]:
    """The section "Event type" of an event page names the interface that the standard gives the event.

    Readers look up the members of the event there, and examples read them. Where the page names an ancestor
    of the interface, readers miss the members of their own event: `Event` is reported as a warning, another
    ancestor as a note. Only facts that the standards' data gives with high confidence are held against a
    page.

    Bad: an `Event` for `reading` of `NDEFReader`, which is an `NDEFReadingEvent`
    Good: an `NDEFReadingEvent`
    """
    fact = event_page_fact(page, facts)
    if fact is None or fact.confidence["interface"] is not Confidence.HIGH:
        return
    told = event_type(page)
    if told is None or any(one.name == fact.interface for one in told.interfaces):
        return
    name, span = told.interfaces[0]
    severity = Severity.ERROR
    if name in facts.chain(fact.interface):
        severity = Severity.WARNING if name == "Event" else Severity.NOTE
    message = _(
        "The page says that `{type}` at {target} is {name}; by the standard it is {interface} ({source})."
    )
    text = message.format(
        type=fact.type,
        target=fact.target,
        name=name,
        interface=fact.interface,
        source=said_by(fact.sources["interface"], fact.href),
    )
    yield Problem(span, text, severity=severity)
