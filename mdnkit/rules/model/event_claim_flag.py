"""What an event page says of bubbling, cancelling and composition agrees with the model."""

from collections.abc import Iterator

from mdnkit.finding import Problem, Severity
from mdnkit.messages import _
from mdnkit.model.definition import Confidence
from mdnkit.model.facts import Facts
from mdnkit.page.event_claims import flag_claims
from mdnkit.page.event_page import MARKS
from mdnkit.page.page import Page
from mdnkit.rules.model._event_page_fact import event_page_fact, said_by
from mdnkit.rules.rule import model_rule


@model_rule(Severity.ERROR, front=MARKS)
def event_claim_flag(page: Page, facts: Facts) -> Iterator[Problem]:
    """A sentence that says outright whether the event bubbles, is cancelable or composed says what the standard says.

    Readers decide by it where to listen and whether `preventDefault()` does anything. Sentences with a condition are left
    alone, and so is what the standard leaves open. Facts of low confidence make a note.

    Bad: `This event is not cancelable.` on the page of `fetch` of `ServiceWorkerGlobalScope`
    Good: `This event is cancelable and does not bubble.` there
    """
    claims = tuple(flag_claims(page)) if page.slug.endswith("_event") else ()
    fact = event_page_fact(page, facts) if claims else None
    if fact is None:
        return
    for claim in claims:
        value = getattr(fact, claim.flag)
        if value is None or value == claim.value:
            continue
        sure = fact.confidence[claim.flag] is Confidence.HIGH
        message = _(
            "The page says “{sentence}”; by the standard `{flag}` of `{type}` at {target} is {value} ({source})."
        )
        text = message.format(
            sentence=claim.sentence,
            flag=claim.flag,
            type=fact.type,
            target=fact.target,
            value=str(value).lower(),
            source=said_by(fact.sources[claim.flag], fact.href),
        )
        yield Problem(claim.span, text, severity=None if sure else Severity.NOTE)
