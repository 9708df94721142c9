"""What the listeners in a script read of their events, found without parsing."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mdnkit.examples.names import NO_CODE
from mdnkit.span import Span

_LISTENER = re.compile(
    r"""(?:addEventListener\(\s*["'`](?P<type>\w+)["'`],\s*|\bon(?P<handler>\w+)\s*=\s*)"""
    r"(?:async\s+)?(?:function\s*\w*\s*)?(?:\(\s*(?P<first>\w+)\s*\)|(?P<bare>\w+)(?=\s*=>))\s*(?:=>\s*)?"
)


class Read(NamedTuple):
    """A place where a listener reads a member of its event."""

    event: str
    """The type of the event."""
    name: str
    start: int
    """Where the name stands in the code."""


def event_reads(code: str, event: str = "") -> Iterator[Read]:
    """Yield the members that listeners, for `event` or for any, read of their parameter.

    A listener in which something else has the name of the parameter is left alone.
    """
    blank = NO_CODE.sub(lambda match: " " * len(match[0]), code)
    for listener in _LISTENER.finditer(code):
        kind = listener["type"] or listener["handler"]
        if event and kind != event:
            continue
        name = listener["first"] or listener["bare"]
        body = _body(blank, listener.end())
        text = blank[body.start : body.end]
        if re.search(
            rf"\b{name}\b\s*(?:=(?![=>])|=>|\)\s*(?:=>|\{{)|,)|[{{,(]\s*{name}\s*\)\s*=>", text
        ):
            continue
        for read in re.finditer(rf"(?<![\w.$]){name}\??\.(\w+)\b(?!\s*=(?!=))", text):
            yield Read(kind, read[1], body.start + read.start(1))


def _body(code: str, start: int) -> Span:
    """Return the body of a function: up to the brace that closes its own, or up to the end of the line."""
    if not code.startswith("{", start):
        end = code.find("\n", start)
        return Span(start, len(code) if end == -1 else end)
    depth = 0
    for brace in re.finditer(r"[{}]", code[start:]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return Span(start, start + brace.end())
    return Span(start, len(code))
