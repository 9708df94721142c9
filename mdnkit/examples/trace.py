"""The trace of a run: what a script did to the model, in order, as values that can be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Any
"""A JSON value. What JSON has no form for is an object with the key `$`: `{"$": "function", "name":
"f"}`, `{"$": "undefined"}`, `{"$": "Response", "id": 3}` for a platform object, numbered as the
script meets them.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of a script."""

    op: str
    """`listen`, `get`, `set`, `call`, `new`, `fire`, `log`, `throw` or `reject`."""
    member: str
    """`Clients.openWindow`: the interface that declares the member, and its name; for `throw` and
    `reject` the name of the error.
    """
    args: tuple[Json, ...]
    on: str | None = None
    """The interface of the object that `listen` and `fire` concern."""

    def to_json(self) -> dict[str, Json]:
        """Return the entry as JSON has it."""
        row: dict[str, Json] = {"op": self.op, "member": self.member, "args": list(self.args)}
        return row if self.on is None else {**row, "on": self.on}


def entry_from_json(row: Mapping[str, Json]) -> Entry:
    """Return the entry that `to_json` gave."""
    return Entry(row["op"], row["member"], tuple(row["args"]), row.get("on"))


def trace_from_json(rows: list[Mapping[str, Json]]) -> tuple[Entry, ...]:
    """Return the entries of a JSON list."""
    return tuple(entry_from_json(row) for row in rows)
