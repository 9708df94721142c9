"""What a page about a method or a constructor describes, as Web IDL has it."""

import re
from typing import NamedTuple

from mdnkit.model.definition import Argument, Interface, Member, Source
from mdnkit.model.facts import Facts

Overload = tuple[Argument, ...]


class Callee(NamedTuple):
    """Something that can be called."""

    interface: str
    name: str
    kind: str
    """`constructor`, `static` or `method`."""
    overloads: tuple[Overload, ...]
    source: Source

    @property
    def key(self) -> str:
        """What the compatibility data calls it."""
        return f"api.{self.interface}.{self.name}{'_static' if self.kind == 'static' else ''}"


_SLUG = re.compile(r"Web/API/(\w+)/(\w+?)(_static)?")

_KEY, _VALUE = Argument("key", "any"), Argument("value", "any")
_FOR_EACH = (Argument("callback", "Function"), Argument("thisArg", "any", optional=True))
_ITERATES: dict[str, Overload] = {"entries": (), "keys": (), "values": (), "forEach": _FOR_EACH}
_COLLECTIONS: dict[str, dict[str, Overload]] = {
    "iterable": _ITERATES,
    "maplike": {**_ITERATES, "get": (_KEY,), "has": (_KEY,)},
    "setlike": {**_ITERATES, "has": (_VALUE,)},
}
"""The operations that such a declaration stands for.

https://webidl.spec.whatwg.org/#js-iterable, #js-maplike, #js-setlike
"""

_WRITABLE: dict[str, dict[str, Overload]] = {
    "maplike": {"set": (_KEY, _VALUE), "delete": (_KEY,), "clear": ()},
    "setlike": {"add": (_VALUE,), "delete": (_VALUE,), "clear": ()},
}


_IMPLIED = frozenset({"toString"}).union(*_COLLECTIONS.values(), *_WRITABLE.values())
"""The names of all operations that declarations stand for."""


def callee_of(slug: str, facts: Facts) -> Callee | None:
    """Return what the page at `slug` describes; None where Web IDL has no such method or constructor."""
    match = _SLUG.fullmatch(slug)
    known = facts.interface(match[1]) if match else None
    if match is None or known is None:
        return None
    interface, name = match[1], match[2]
    static = match[3] is not None or known.kind == "namespace"
    if name == interface or name in known.factories:
        return _constructor(known, name)
    members = [
        one
        for one in facts.member(interface, name)
        if one.kind == "operation" and (one.static is static or known.kind == "namespace")
    ]
    kind = "static" if static else "method"
    if members:
        overloads = tuple(one.arguments for one in members)
        return Callee(interface, name, kind, overloads, members[0].source)
    return None if static or name not in _IMPLIED else _implied(interface, name, facts)


def _constructor(known: Interface, name: str) -> Callee | None:
    overloads = known.constructors if name == known.name else known.factories[name]
    return Callee(known.name, name, "constructor", overloads, known.source) if overloads else None


def _implied(interface: str, name: str, facts: Facts) -> Callee | None:
    """Return an operation that no member is called like, but that a declaration stands for."""
    for member in facts.members(interface):
        overload = _operations(member).get(name)
        if overload is not None:
            return Callee(interface, name, "method", (overload,), member.source)
    return None


def _operations(member: Member) -> dict[str, Overload]:
    if "stringifier" in (member.kind, member.special):
        return {"toString": ()}
    if member.kind == "asyncIterable":
        return dict.fromkeys(("entries", "keys", "values"), member.arguments)
    writable = {} if member.readonly else _WRITABLE.get(member.kind, {})
    return {**_COLLECTIONS.get(member.kind, {}), **writable}
