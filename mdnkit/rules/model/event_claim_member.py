"""The members that the examples of an event page read of their event are members of its interface."""

from collections.abc import Iterator

from mdnkit.examples.event_reads import event_reads
from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.definition import Confidence
from mdnkit.model.event_fact import EventFact
from mdnkit.model.facts import Facts
from mdnkit.page.blocks import text_offset
from mdnkit.page.event_page import MARKS
from mdnkit.page.info_string import parse_info_string
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import event_page_fact, said_by
from mdnkit.rules.rule import model_rule
from mdnkit.span import Span

_LANGUAGES = frozenset({"js", "ts"})


@model_rule(Severity.ERROR, front=MARKS)
def event_claim_member(page: Page, facts: Facts) -> Iterator[Problem]:
    """A listener for the event of the page reads members that the event's interface has.

    Other names are `undefined` for every reader who copies the example. Members of other events of
    that type that the example may mean, and those that the browser compatibility data knows, are left alone.

    Bad: `(error) => console.log(error.name)` for `error` of `Sensor`, a `SensorErrorEvent`
    Good: `(event) => console.log(event.error.name)`
    """
    fact = event_page_fact(page, facts)
    if fact is None or fact.confidence["interface"] is not Confidence.HIGH:
        return
    for block in page.of_kind("fence"):
        if parse_info_string(block.info).language not in _LANGUAGES:
            continue
        for read in event_reads(block.text, fact.type):
            interfaces = _interfaces(fact, block.text, facts)
            if any(facts.member(one, read.name) for one in interfaces):
                continue
            if any(
                facts.compat.feature(f"api.{one}.{read.name}")
                for one in facts.chain(fact.interface)
            ):
                continue
            message = _(
                "{interface}, the interface of `{type}`, has no member `{name}` ({source})."
            )
            text = message.format(
                interface=fact.interface,
                type=fact.type,
                name=read.name,
                source=said_by(fact.sources["interface"], fact.href),
            )
            start = text_offset(page.source, block, read.start)
            yield Problem(Span(start, start + len(read.name)), text)


def _interfaces(fact: EventFact, code: str, facts: Facts) -> Iterator[str]:
    """Yield the interfaces that an event of the type can have in an example.

    Others than that of the page's event count where the example names their target, and where that is in a tree: elements
    come into examples without their interface being named.
    """
    yield fact.interface
    for other in facts.events_of_type(fact.type):
        in_a_tree = not {"Node", "Window"}.isdisjoint(facts.chain(other.target))
        if facts.is_event(other.interface) and (in_a_tree or other.target in code):
            yield other.interface
