"""What an event page says its event's interface inherits from is what Web IDL says."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.facts import Facts
from mdnkit.page.event_page import MARKS
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import said_by
from mdnkit.rules.model._event_type import EventType, event_type
from mdnkit.rules.rule import model_rule


@model_rule(Severity.ERROR, front=MARKS)
def event_claim_inheritance(page: Page, facts: Facts) -> Iterator[Problem]:
    """ "Inherits from" names interfaces that the event's interface inherits from, its parent among them, and the inheritance
    diagram is that of the interface.

    Readers follow these links to the members that an event has from above. Leaving out the parent, as in "Inherits from
    `Event`" for a `PointerEvent`, is a note.

    Bad: `A {{domxref("PushEvent")}}. Inherits from {{domxref("MouseEvent")}}.`
    Good: `A {{domxref("PushEvent")}}. Inherits from {{domxref("ExtendableEvent")}} and {{domxref("Event")}}.`
    """
    told = event_type(page) if page.slug.endswith("_event") else None
    if told is None or len(told.interfaces) != 1:
        return
    name = told.interfaces[0].name
    chain = facts.chain(name)
    if "Event" not in chain:
        return
    yield from _diagram(told, name)
    if not told.parents:
        return
    found = facts.interface(name)
    assert found is not None, "a name with a chain has an interface"
    above = chain[1:]
    wrong = [parent for parent in told.parents if parent.name not in above]
    severity = None
    if not wrong:
        if above[0] in {parent.name for parent in told.parents}:
            return
        wrong, severity = [told.parents[0]], Severity.NOTE
    message = _(
        "The page says that {name} inherits from {parent}; by the standard it inherits from {above} ({source})."
    )
    text = message.format(
        name=name,
        parent=wrong[0].name,
        above=", ".join(above) or _("nothing"),
        source=said_by(found.source),
    )
    yield Problem(wrong[0].span, text, severity=severity)


def _diagram(told: EventType, name: str) -> Iterator[Problem]:
    """Report a diagram of another interface."""
    if told.diagram is not None and told.diagram.name != name:
        message = _("The diagram is that of {shown}; the event is a {name}.")
        yield Problem(told.diagram.span, message.format(shown=told.diagram.name, name=name))
