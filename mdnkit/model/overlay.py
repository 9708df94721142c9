"""The reviewed facts that the packages lack: reads and checks overlay.toml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mdnkit.errors import MdnkitError
from mdnkit.messages import _
from mdnkit.tables import read_table

FLAGS = frozenset({"bubbles", "cancelable", "composed"})
VARIES = "varies"
"""The value of a flag that the standard leaves open: from case to case or to the implementation."""

_EVENT_KEYS = FLAGS | {"interface", "source", "note"}
_OUTCOME_KEYS = frozenset({"values", "source", "note"})


class EventEntry(NamedTuple):
    """What the overlay says of one event type at one target."""

    fields: Mapping[str, Any]
    """`interface`: a name; `bubbles`, `cancelable`, `composed`: True, False, or None where it
    varies.
    """
    source: str
    """The address of the algorithm that says so."""
    note: str


class OutcomeEntry(NamedTuple):
    """The values that the overlay lists for one member."""

    values: tuple[str | bool | int, ...]
    source: str
    note: str


class Overlay(NamedTuple):
    """Events by type and then target; outcomes by `Interface.member`."""

    events: Mapping[str, Mapping[str, EventEntry]]
    outcomes: Mapping[str, OutcomeEntry]


def read_overlay(path: Path) -> Overlay:
    """Return what `path` says.

    Raises MdnkitError, naming the entry, for an unknown key or section, a flag that is none of
    true, false and "varies", and an entry without a source.
    """
    told = read_table(path)
    for name in told.keys() - {"event", "outcome"}:
        message = _("{file}: [{name}] is neither [event] nor [outcome].")
        raise MdnkitError(message.format(file=path.name, name=name))
    events: dict[str, dict[str, EventEntry]] = {}
    for kinds, rows in told.get("event", {}).items():
        for target, row in rows.items():
            entry = _event(f"event.{kinds}.{target}", row)
            for kind in kinds.split():
                if target in events.setdefault(kind, {}):
                    message = _("overlay.toml: {kind} at {target} has two entries.")
                    raise MdnkitError(message.format(kind=kind, target=target))
                events[kind][target] = entry
    outcomes = {
        name: _outcome(f"outcome.{name}", row) for name, row in told.get("outcome", {}).items()
    }
    return Overlay(events, outcomes)


def _event(where: str, row: Mapping[str, Any]) -> EventEntry:
    _check(where, row, _EVENT_KEYS)
    fields = {name: row[name] for name in row if name in FLAGS or name == "interface"}
    for name in FLAGS & fields.keys():
        if fields[name] == VARIES:
            fields[name] = None
        elif not isinstance(fields[name], bool):
            message = _('overlay.toml: [{where}] {name} is true, false or "varies".')
            raise MdnkitError(message.format(where=where, name=name))
    return EventEntry(fields, row["source"], row.get("note", ""))


def _outcome(where: str, row: Mapping[str, Any]) -> OutcomeEntry:
    _check(where, row, _OUTCOME_KEYS)
    return OutcomeEntry(tuple(row["values"]), row["source"], row.get("note", ""))


def _check(where: str, row: Mapping[str, Any], known: frozenset[str]) -> None:
    for key in sorted(row.keys() - known):
        message = _("overlay.toml: [{where}] has the unknown key {key}; known are: {known}.")
        raise MdnkitError(message.format(where=where, key=key, known=", ".join(sorted(known))))
    if not str(row.get("source", "")).startswith("https://"):
        message = _("overlay.toml: [{where}] needs a source: the https address of what says so.")
        raise MdnkitError(message.format(where=where))
