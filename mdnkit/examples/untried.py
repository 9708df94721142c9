"""Invented values by which an example decides what to do, though no other value was tried in their place."""

import re
from collections.abc import Iterator

from mdnkit.examples.decisions import decisions
from mdnkit.examples.task import Run
from mdnkit.model.facts import Facts

_LAST = re.compile(r"(\w+)(?:\(\))?$")
_TYPE = re.compile(r"(?:unsigned |unrestricted )?(?:long )?[\w<>,?]+$")
"""Other assumptions are told in words."""

_WRAPPED = re.compile(r"Promise<(.*)>$")


def untried_values(code: str, run: Run, facts: Facts) -> tuple[str, ...]:
    """Return the members whose invented values `code` decides by, and that were not tried otherwise in `run`, sorted."""
    if not run.assumptions:
        return ()
    names = decisions(code).names
    tried = set(_tried(run))
    found = set()
    for assumption in run.assumptions:
        member, colon, kind = assumption.partition(": ")
        name = member.rpartition(".")[2]
        if colon and name in names and name not in tried and _may_vary(kind, facts):
            found.add(member)
    return tuple(sorted(found))


def _tried(run: Run) -> Iterator[str]:
    """Yield the last names of the paths of all choices."""
    for given in (run.given, *(outcome.given for outcome in run.outcomes)):
        for path in given:
            last = _LAST.search(path)
            if last is not None:
                yield last[1]


def _may_vary(kind: str, facts: Facts) -> bool:
    """Return whether values of a type, as an assumption tells it, can decide anything: objects are always there."""
    wrapped = _WRAPPED.match(kind)
    name = wrapped[1] if wrapped else kind
    return _TYPE.match(name) is not None and name != "undefined" and facts.interface(name) is None
