"""A description of the model as text for a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from mdnkit.model.event_fact import FIELDS

Json = dict[str, Any]

_LABEL = 11
_VALUE = 28


def text(description: Json) -> str:
    """Return `description`, as `describe` makes it, in lines."""
    match description["kind"]:
        case "event":
            lines = _joined(_event(event) for event in description["events"])
        case "member":
            lines = _part(description)
        case "interface" | "callback" | "namespace" if "members" in description:
            lines = _interface(description)
        case _:
            lines = _other(description)
    return "\n".join(lines) + "\n"


def _joined(blocks: Iterable[Iterator[str]]) -> Iterator[str]:
    for index, block in enumerate(blocks):
        if index:
            yield ""
        yield from block


def _interface(found: Json) -> Iterator[str]:
    kind = "callback interface" if found["kind"] == "callback" else found["kind"]
    yield f"{found['interface']} ({kind})"
    if found["name"] != found["interface"]:
        yield _line("also called", found["name"])
    if len(found["chain"]) > 1:
        yield _line("inherits", " < ".join(found["chain"]))
    written = f"  [Exposed={','.join(found['exposedAs'])}]" if found["exposedAs"] else ""
    yield _line("exposed", (", ".join(found["exposed"]) or "nowhere by name") + written)
    for name, value in found["extendedAttributes"].items():
        yield _line("attribute", name if value is True else f"{name}={_value(value)}")
    if found["elements"]:
        yield _line("elements", ", ".join(f"<{tag}>" for tag in found["elements"]))
    yield from _status(found["status"])
    yield _line("from", _from(found["source"]))
    if found["partials"]:
        yield _line("extended by", ", ".join(found["partials"]))
    if found["constructors"]:
        yield from ("", "Constructors")
        yield from (f"  {constructor}" for constructor in found["constructors"])
    for owner, members in groupby(found["members"], key=lambda member: member["interface"]):
        yield from ("", "Members" if owner == found["interface"] else f"Members of {owner}")
        yield from (_member(member, found["source"]["spec"]) for member in members)
    if found["events"]:
        yield from ("", "Events fired at it")
        yield from (_summary(event, found["interface"]) for event in found["events"])
    if found["dispatched"]:
        yield from ("", "Dispatched as")
        yield from (f"  {one['type']} at {one['target']}" for one in found["dispatched"])


def _member(member: Json, spec: str) -> str:
    notes = [f"mixin {member['mixin']}"] if member["mixin"] else []
    if member["source"]["spec"] != spec:
        notes.append(member["source"]["spec"])
    if member["exposed"]:
        notes.append("in " + ", ".join(member["exposed"]))
    notes += _remarks(member["status"]) if member["status"] else ()
    return f"  {member['text']}" + (f"  ({'; '.join(notes)})" if notes else "")


def _summary(event: Json, target: str) -> str:
    """Return one line about an event: its type, its interface, what is known of its flags."""
    flags = [f"{name} {_yes(event[name])}" for name in FIELDS[1:] if _yes(event[name]) != "unknown"]
    at = f", fired at {event['knownTarget']}" if event["knownTarget"] != target else ""
    told = ", ".join(flags)
    return f"  {event['type']}: {event['interface']['value']}{at}" + (f" ({told})" if told else "")


def _event(event: Json) -> Iterator[str]:
    yield f"{event['type']} at {event['target']}"
    if event["relation"] != "target":
        yield _line("known for", f"{event['knownTarget']} ({event['relation']})")
    yield _line("scope", ", ".join(event["scopes"]) or "nowhere by name")
    for name in FIELDS:
        field = event[name]
        value = field["value"] if name == "interface" else _yes(field)
        told = f"{field['confidence']}: {_from(field['source'])}" if field["source"] else ""
        yield _line(name, f"{value:<{_VALUE}} {told}".rstrip())
        if name == "interface" and len(event["chain"]) > 1:
            yield _line("inherits", " < ".join(event["chain"]))
    handler = event["handler"]
    if handler:
        where = handler["interface"] + (f", mixin {handler['mixin']}" if handler["mixin"] else "")
        yield _line("handler", f"{handler['name']:<{_VALUE}} {where}; {_from(handler['source'])}")
    else:
        yield _line("handler", "none")
    if event["path"]:
        yield _line("passes", ", ".join(event["path"]))
    if event["doubts"]:
        yield _line("doubts", ", ".join(event["doubts"]))
    yield from _status(event["status"])
    if event["href"]:
        yield _line("defined at", event["href"])


def _part(found: Json) -> Iterator[str]:
    for member in found["members"]:
        yield f"{found['name']}: {member['text']}"
        owner = (
            f"{member['interface']}, mixin {member['mixin']}"
            if member["mixin"]
            else member["interface"]
        )
        yield _line("member of", owner)
        if member["exposed"]:
            yield _line("exposed", ", ".join(member["exposed"]))
        yield from _status(member["status"])
        yield _line("from", _from(member["source"]))
    if "values" in found:
        yield _line("values", f"{_value(found['values'])}  {_from(found['valuesSource'])}")


def _other(found: Json) -> Iterator[str]:
    yield f"{found['name']} ({found['kind']})"
    if found.get("parent"):
        yield _line("inherits", found["parent"])
    if found["kind"] == "element":
        obsolete = ", obsolete" if found["obsolete"] else ""
        yield _line("interface", found["interface"])
        yield _line("inherits", " < ".join(found["chain"]))
        yield _line("namespace", found["namespace"] + obsolete)
    if "type" in found:
        yield _line("type", found["type"])
    if "text" in found:
        yield _line("signature", found["text"])
    if "values" in found:
        yield _line("values", _value(found["values"]))
    if "source" in found:
        yield _line("from", _from(found["source"]))
    for member in found.get("members", ()):
        required = "required " if member["required"] else ""
        default = "" if member["default"] is None else f" = {member['default']}"
        inherited = "" if member["declared_by"] == found["name"] else f"  ({member['declared_by']})"
        yield f"  {required}{member['type']} {member['name']}{default}{inherited}"


def _status(status: Json | None) -> Iterator[str]:
    """Yield the line about what browsers make of a feature, if the compatibility data knows it."""
    if status:
        words = [*_remarks(status), "ships in " + ", ".join(status["engines"])]
        told = "; ".join(words if status["engines"] else words[:-1])
        yield _line("status", f"{told} ({status['source']['origin']}, {status['key']})")


def _remarks(status: Json) -> list[str]:
    """Return what sets a feature apart from one that all are free to use."""
    told = {
        "deprecated": status["deprecated"],
        "experimental": status["experimental"],
        "non-standard": not status["standardTrack"],
        "ships nowhere": not status["engines"],
    }
    return [word for word, holds in told.items() if holds]


def _line(label: str, value: str) -> str:
    return f"  {label:<{_LABEL}} {value}"


def _yes(field: Json) -> str:
    if field["value"] is None:
        return "varies" if field["source"] else "unknown"
    return "yes" if field["value"] else "no"


def _value(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _from(source: Json) -> str:
    words = [source["origin"], source["spec"], source.get("found", "")]
    url = f" <{source['url']}>" if source["url"] else ""
    note = f" ({source['note']})" if "note" in source else ""
    return ", ".join(word for word in words if word) + url + note
