"""Everything the model knows of one name, as JSON-ready values: what `mdnkit model show` prints."""

from collections.abc import Iterable
from typing import Any

from mdnkit.errors import UsageError
from mdnkit.messages import _
from mdnkit.model.definition import Argument, Interface, Member
from mdnkit.model.description_source import source_of, status_of
from mdnkit.model.event_fact import FIELDS, EventFact
from mdnkit.model.facts import Facts

Json = dict[str, Any]

TABLES = (
    "interfaces",
    "namespaces",
    "events",
    "dictionaries",
    "enums",
    "callbacks",
    "typedefs",
)
"""The data files whose names can be asked for."""


def describe(facts: Facts, name: str) -> Json:
    """Return what is known of `name`: an interface, an event type, `Interface.event`,
    `Interface.member`, `<element>`, or another definition of Web IDL. Its `kind` says which.

    Raises UsageError with the nearest known names when there is no such name.
    """
    found = _definition(facts, name) or _part(facts, name)
    if found is None:
        raise UsageError(_unknown(facts, name))
    return {"version": 1, "name": name, **found}


def _definition(facts: Facts, name: str) -> Json | None:
    tag = name[1:-1] if name.startswith("<") and name.endswith(">") else ""
    element = facts.element(tag) if tag else None
    if element:
        return {
            "kind": "element",
            "interface": element.interface,
            "chain": list(facts.chain(element.interface)),
            "namespace": element.namespace,
            "obsolete": element.obsolete,
            "source": source_of(element.source),
        }
    interface = facts.interface(name) or facts.interface(facts.alias_of(name) or "")
    if interface:
        return _interface(facts, interface)
    events = facts.events_of_type(name)
    if events:
        return {"kind": "event", "events": [_event(facts, fact) for fact in events]}
    dictionary = facts.dictionary(name)
    if dictionary:
        members = [
            one._asdict() | {"source": source_of(one.source)}
            for one in facts.dictionary_members(name)
        ]
        return {
            "kind": "dictionary",
            "parent": dictionary.parent,
            "members": members,
            "source": source_of(dictionary.source),
        }
    enum = facts.enum(name)
    if enum:
        return {"kind": "enum", "values": list(enum.values), "source": source_of(enum.source)}
    callback = facts.callback(name)
    if callback:
        text = f"{callback.type} {name}({signature(callback.arguments)})"
        return {"kind": "callback", "text": text, "source": source_of(callback.source)}
    typedef = facts.typedef(name)
    if typedef:
        return {"kind": "typedef", "type": typedef.type, "source": source_of(typedef.source)}
    return None


def _part(facts: Facts, name: str) -> Json | None:
    """Return what is known of `Interface.event` or `Interface.member`."""
    owner, _dot, part = name.partition(".")
    event = facts.event(part, owner)
    if event and event.here:
        return {"kind": "event", "events": [_event(facts, event)]}
    members = facts.member(owner, part)
    if members:
        found: Json = {"kind": "member", "members": [_member(facts, one) for one in members]}
        outcomes = facts.outcomes(owner, part)
        if outcomes:
            found["values"] = list(outcomes.values)
            found["valuesSource"] = source_of(outcomes.source)
        return found
    return {"kind": "event", "events": [_event(facts, event)]} if event else None


def _unknown(facts: Facts, name: str) -> str:
    from difflib import get_close_matches

    owner, dot, part = name.partition(".")
    if dot and facts.interface(owner):
        parts = {member.name for member in facts.members(owner) if member.name}
        parts |= {fact.type for fact in facts.targets_of(owner)}
        near = [f"{owner}.{one}" for one in get_close_matches(part, sorted(parts))]
        message = _("{owner} has no member and no event called {part}.")
    else:
        known = {one.casefold(): one for table in TABLES for one in facts.names(table)}
        wanted = owner if dot else name
        near = [known[one] for one in get_close_matches(wanted.casefold(), sorted(known))]
        message = _("The model knows no interface, event or other definition called {wanted}.")
        owner = wanted
    text = message.format(owner=owner, part=part, wanted=owner)
    feature = facts.compat.feature(f"api.{name}")
    if feature:
        status = _(
            "The browser compatibility data knows `{key}`; the standards' Web IDL does not have it."
        )
        return f"{text} {status.format(key=feature.key)}"
    nearest = _("Nearest: {names}.").format(names=", ".join(near))
    return f"{text} {nearest}" if near else text


def _interface(facts: Facts, found: Interface) -> Json:
    groups = [
        one for name in facts.chain(found.name) or (found.name,) if (one := facts.interface(name))
    ]
    return {
        "kind": found.kind,
        "interface": found.name,
        "chain": list(facts.chain(found.name)),
        "exposed": sorted(facts.exposed(found.name)),
        "exposedAs": list(found.exposed),
        "extendedAttributes": found.ext,
        "mixins": list(found.mixins),
        "partials": list(found.partials),
        "source": source_of(found.source),
        "status": status_of(facts, f"api.{found.name}"),
        "elements": facts.tags_of(found.name),
        "constructors": [f"constructor({signature(one)})" for one in found.constructors]
        + [
            f"new {name}({signature(one)})"
            for name in found.factories
            for one in found.factories[name]
        ],
        "members": [_member(facts, member) for group in groups for member in group.members],
        "events": [_event(facts, fact) for fact in facts.targets_of(found.name)],
        "dispatched": [
            {"type": fact.type, "target": fact.target}
            for fact in (
                facts.events_of_interface(found.name) if facts.is_event(found.name) else ()
            )
        ],
    }


def _member(facts: Facts, member: Member) -> Json:
    key = f"api.{member.declared_by}.{member.name}"
    return {
        "interface": member.declared_by,
        "mixin": member.mixin,
        "kind": member.kind,
        "name": member.name,
        "text": idl(member),
        "exposed": sorted(facts.exposed(member.declared_by, member.name)) if member.exposed else [],
        "status": status_of(facts, f"{key}_static" if member.static else key),
        "source": source_of(member.source),
    }


def _event(facts: Facts, fact: EventFact) -> Json:
    fields: Json = {}
    for name in FIELDS:
        fields[name] = {
            "value": getattr(fact, name),
            "confidence": str(fact.confidence[name]),
            "source": source_of(fact.sources[name]) if name in fact.sources else None,
        }
    handler = fact.handler
    return {
        "type": fact.type,
        "target": fact.target,
        "knownTarget": fact.known_target,
        "relation": str(fact.relation),
        "chain": list(facts.chain(fact.interface)),
        "scopes": sorted(facts.exposed(fact.target, handler.name if handler else None)),
        "status": status_of(
            facts, *(f"api.{one}.{fact.type}_event" for one in facts.chain(fact.target))
        ),
        **fields,
        "path": list(fact.path),
        "handler": handler
        and {
            "name": handler.name,
            "interface": handler.declared_by,
            "mixin": handler.mixin,
            "source": source_of(handler.source),
        },
        "href": fact.href,
        "doubts": list(fact.doubts),
    }


def idl(member: Member) -> str:
    """Return the Web IDL of a member, extended attributes left out."""
    words = [word for word in ("static", "inherit") if getattr(member, word)]
    if member.special:
        words.append(member.special)
    types = ", ".join(member.types)
    match member.kind:
        case "attribute":
            readonly = ["readonly"] if member.readonly else []
            return " ".join([*words, *readonly, "attribute", member.type, member.name])
        case "const":
            return f"const {member.type} {member.name} = {member.value}"
        case "operation":
            return " ".join([*words, f"{member.type} {member.name}({signature(member.arguments)})"])
        case "getter" | "setter" | "deleter":
            return f"{member.kind} {member.type} ({signature(member.arguments)})"
        case "stringifier":
            return "stringifier"
        case "asyncIterable":
            arguments = f"({signature(member.arguments)})" if member.arguments else ""
            return f"async_iterable<{types}>{arguments}"
    return " ".join([*(["readonly"] if member.readonly else []), f"{member.kind}<{types}>"])


def signature(arguments: Iterable[Argument]) -> str:
    """Return the Web IDL of an argument list, without its brackets."""
    return ", ".join(
        ("optional " if one.optional else "")
        + one.type
        + ("..." if one.variadic else "")
        + f" {one.name}"
        + (f" = {one.default}" if one.default is not None else "")
        for one in arguments
    )
