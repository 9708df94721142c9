"""Rows of @webref/events -> the events table: type -> entries with provenance and confidence.

The rows are scraped from specifications. Three things decide how far one is to be trusted:

- how a row was found: an algorithm that fires the event, or its definition, speaks of one event; a
  summary table may speak of several that share a name (the `error` row of HTML's index covers
  windows, workers and elements);
- what a row names: an interface that is no event cannot be what is dispatched;
- what a row leaves out: no `cancelable` means unknown, not false.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from mdnkit.model.idl_text import Json

PRECISE = frozenset({"fire an event phrasing", "dfn", "event table", "IDL eventHandler"})
"""Ways of finding a row that look at one event at a time."""

UNSTATED = "unstated"
"""Provenance of a row that was written by hand into the package."""


def compile_events(
    rows: Sequence[Json],
    interfaces: Mapping[str, Json],
    specs: Mapping[str, Json],
) -> dict[str, list[Json]]:
    """Return the entries of each event type, sorted by specification, interface and targets.

    `rows` is the content of events.json; `specs` gives the address of each specification.
    """
    found: dict[str, list[Json]] = {}
    for row in rows:
        found.setdefault(row["type"], []).append(_entry(row, interfaces, specs))
    for entries in found.values():
        entries.sort(key=_order)
    return found


def _order(entry: Json) -> tuple[str, str, list[str]]:
    return entry.get("spec", ""), entry["interface"], sorted(entry["targets"])


def _entry(row: Json, interfaces: Mapping[str, Json], specs: Mapping[str, Json]) -> Json:
    origin = row.get("src") or {}
    entry: Json = {
        "interface": row["interface"],
        "targets": {one["target"]: _target(one) for one in row["targets"]},
        "source": origin.get("format", UNSTATED),
    }
    if "cancelable" in row:
        entry["cancelable"] = row["cancelable"]
    href = row.get("href") or origin.get("href")
    if href:
        entry["href"] = href
    if origin.get("href", href) != href:
        entry["sourceHref"] = origin["href"]
    spec = _spec_at(href, specs) if href else _handler_spec(row, interfaces)
    if spec:
        entry["spec"] = spec
    extended = sorted(one["spec"] for one in row.get("extendedIn", ()))
    if extended:
        entry["extendedIn"] = extended
    reasons = _doubts(entry, interfaces)
    entry["confidence"] = "low" if reasons else "high"
    if reasons:
        entry["doubts"] = reasons
    return entry


def _target(row: Json) -> Json:
    target: Json = {}
    if "bubbles" in row:
        target["bubbles"] = row["bubbles"]
    if row.get("bubblingPath"):
        target["path"] = row["bubblingPath"]
    return target


def _doubts(entry: Json, interfaces: Mapping[str, Json]) -> list[str]:
    """Return why an entry is not to be relied on; empty for one that is.

    `merged`: a summary row whose targets have nothing in common, so that it may stand for several
    events; `unstated`: nobody says where it comes from; `not-an-event`: its interface is no event.
    """
    doubts = []
    if entry["source"] not in PRECISE:
        if entry["source"] != "summary table":
            doubts.append("unstated")
        elif len({_family(target, interfaces) for target in entry["targets"]}) > 1:
            doubts.append("merged")
    if "Event" not in chain(entry["interface"], interfaces):
        doubts.append("not-an-event")
    return doubts


def _family(target: str, interfaces: Mapping[str, Json]) -> str:
    """Return the topmost ancestor of `target` below EventTarget: Node, say, for every element."""
    ancestors = [name for name in chain(target, interfaces) if name != "EventTarget"]
    return ancestors[-1]


def chain(name: str, interfaces: Mapping[str, Any]) -> list[str]:
    """Return `name` and its ancestors, nearest first."""
    names = [name]
    while parent := interfaces.get(names[-1], {}).get("parent"):
        names.append(parent)
    return names


def _spec_at(href: str, specs: Mapping[str, Json]) -> str | None:
    """Return the specification whose address is the longest beginning of `href`."""
    known = [
        (len(spec["url"]), name) for name, spec in specs.items() if href.startswith(spec["url"])
    ]
    return max(known)[1] if known else None


def _handler_spec(row: Json, interfaces: Mapping[str, Json]) -> str | None:
    """Return the specification that declares the handler attribute of the row's first target."""
    handler = f"on{row['type']}"
    for name in chain(row["targets"][0]["target"], interfaces):
        entry = interfaces.get(name, {})
        for member in entry.get("members", ()):
            if member.get("n") == handler:
                return str(member.get("spec", entry["spec"]))
    return None
