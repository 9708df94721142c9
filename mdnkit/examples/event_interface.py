"""Whether an example takes an event for another interface than the standards fire it with."""

import re
from collections.abc import Iterator
from itertools import chain

from mdnkit.examples.contradiction import Contradiction
from mdnkit.examples.event_reads import Read, event_reads
from mdnkit.examples.extract import Example
from mdnkit.examples.scope import SCOPES
from mdnkit.examples.task import Run
from mdnkit.messages import _
from mdnkit.model.definition import Confidence
from mdnkit.model.event_fact import EventFact
from mdnkit.model.facts import Facts
from mdnkit.page.event_page import page_event

_MAKES = re.compile(r"\bnew\s+(?P<interface>\w+)\(\s*[\"'`](?P<type>\w+)[\"'`]")
_OWN_EVENTS = re.compile(r"\bdispatchEvent\(|\bextends\b|\bnew EventTarget\(")
"""With these a script can fire events of its own, which have what it gives them."""

_SUBJECT = re.compile(r"Web/API/(\w+)(?:/(\w+))?")
_SAYS_SO = r"(?://|/\*).*\b(?:undefined|{name})\b|(?:\|\||\?\?)[^;]*\b{name}\b"
"""How a line shows that a member may not be there: by what a comment says of it, or by what stands before it."""

_TESTS = (
    r"\.{name}\s*(?:&&|\|\||\?(?!\.)|[!=]==?\s*(?:undefined|null)\b)"
    r"|\bif\s*\(\s*!?\s*[\w$.]*\.{name}\s*\)|[\"'`]{name}[\"'`]\s+in\b"
)
"""How a script asks whether a member is there."""


def event_interface(
    example: Example, run: Run, facts: Facts, before: tuple[str, ...] = ()
) -> Contradiction | None:
    """Return where an example reads a member that an event does not have, or makes one of another interface; or None.

    `run` is its run after the scripts `before`. Nothing is said where the interface of an event is not certain, and of
    events of the page's own type on an event page: those are left to what checks the claims of such pages.
    """
    code = "\n".join((*before, example.code))
    found: Iterator[Contradiction] = _made(example, facts)
    if not _OWN_EVENTS.search(code):
        found = chain(found, _reads(example, run, code, facts), _mistaken(example, facts))
    return next(found, None)


def _reads(example: Example, run: Run, code: str, facts: Facts) -> Iterator[Contradiction]:
    about = page_event(example.page)
    lines = example.code.splitlines()
    for read in event_reads(example.code):
        if about is not None and about.event == read.event:
            continue
        events = _events(read, run, code, facts)
        interfaces = sorted({one.interface for one in events})
        line = _line(example.code, read.start)
        if not interfaces or _may_be_missing(read.name, example.code, lines[line - 1]):
            continue
        names = {above for one in interfaces for above in facts.chain(one)}
        if any(
            facts.member(one, read.name) or facts.compat.feature(f"api.{one}.{read.name}")
            for one in names
        ):
            continue
        message = _("{interface}, the interface of `{type}`, has no member `{name}`").format(
            interface=", ".join(interfaces), type=read.event, name=read.name
        )
        yield Contradiction("event interface", message, _source(events[0]), line)


def _may_be_missing(name: str, code: str, line: str) -> bool:
    """Return whether a script knows that a member that it reads in `line` may not be there."""
    says_so = re.search(_SAYS_SO.format(name=name), line)
    return says_so is not None or re.search(_TESTS.format(name=name), code) is not None


def _events(read: Read, run: Run, code: str, facts: Facts) -> tuple[EventFact, ...]:
    """Return the events that a listener can get; none where that is not certain.

    They are certain at a target that the script makes, and at the global object.
    """
    targets = {target for target, kind in run.listened if kind == read.event}
    if targets and all(_is_certain_target(one, code) for one in targets):
        events = tuple(filter(None, (facts.event(read.event, one) for one in sorted(targets))))
        is_known = len(events) == len(targets) and all(_is_certain(one, facts) for one in events)
        return events if is_known else ()
    return ()


def _mistaken(example: Example, facts: Facts) -> Iterator[Contradiction]:
    """Yield the members of the page's event interface that are read of events of a type that it is never fired as."""
    subject = _SUBJECT.fullmatch(example.page.slug)
    if subject is None or not facts.is_event(subject[1]):
        return
    own = facts.events_of_interface(subject[1])
    for read in event_reads(example.code):
        events = facts.events_of_type(read.event)
        members = facts.member(subject[1], read.name)
        if not own or not events or not members or members[0].declared_by == "Event":
            continue
        if any(one.type == read.event for one in own) or not all(
            _is_certain(one, facts) for one in own
        ):
            continue
        if any(facts.member(one.interface, read.name) for one in events):
            continue
        message = _(
            "no event `{type}` has the member `{name}`: {interface} is the interface of {types}"
        ).format(
            type=read.event,
            name=read.name,
            interface=subject[1],
            types=", ".join(sorted({f"`{one.type}`" for one in own})),
        )
        line = _line(example.code, read.start)
        yield Contradiction("event interface", message, _source(own[0]), line)


def _is_certain_target(interface: str, code: str) -> bool:
    return interface in SCOPES or re.search(rf"\bnew\s+{interface}\(", code) is not None


def _made(example: Example, facts: Facts) -> Iterator[Contradiction]:
    """Yield the events that are made of an interface unrelated to theirs; on the page of a constructor, of any other."""
    subject = _SUBJECT.fullmatch(example.page.slug)
    own = subject[1] if subject is not None and subject[1] == subject[2] else ""
    for made in _MAKES.finditer(example.code):
        interface = made["interface"]
        events = facts.events_of_type(made["type"])
        if not events or not facts.is_event(interface):
            continue
        if not all(_is_certain(one, facts) for one in events):
            continue
        names = {one.interface for one in events}
        is_for_own = names == {own} and re.search(rf"\b{own}\(", example.code) is None
        if not is_for_own and any(_are_related(interface, one, facts) for one in names):
            continue
        message = _("`{type}` is an event of {interface} by the standard, not of {made}").format(
            type=made["type"], interface=", ".join(sorted(names)), made=interface
        )
        line = _line(example.code, made.start())
        yield Contradiction("event interface", message, _source(events[0]), line)


def _is_certain(event: EventFact, facts: Facts) -> bool:
    is_high = event.confidence["interface"] is Confidence.HIGH
    return is_high and event.here and facts.is_event(event.interface)


def _are_related(one: str, other: str, facts: Facts) -> bool:
    return one in facts.chain(other) or other in facts.chain(one)


def _source(event: EventFact) -> str:
    source = event.sources["interface"]
    return source.url or source.origin


def _line(code: str, at: int) -> int:
    return code.count("\n", 0, at) + 1
