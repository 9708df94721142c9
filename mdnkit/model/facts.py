"""Answers questions about the model's facts, reading only the lines that a question needs."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from mdnkit.model.compat import open_compat
from mdnkit.model.definition import (
    Callback,
    Dictionary,
    DictionaryMember,
    Element,
    Enumeration,
    Interface,
    Member,
    Outcome,
    Source,
    Typedef,
    read_arguments,
    read_interface,
)
from mdnkit.model.event_fact import ELEMENTS, EventFact, Row, answer, claims, reviewed, rows_for
from mdnkit.model.line_table import LineTable
from mdnkit.model.overlay import Overlay, read_overlay

FOLDER = Path(__file__).parent
"""Where the shipped `data/` and `overlay.toml` are."""


class Facts:
    """The facts in one folder: `data/` and `overlay.toml`, read as questions come and kept."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._tables: dict[str, LineTable] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        self._interfaces: dict[str, Interface | None] = {}
        self._own_members: dict[str, dict[str, tuple[Member, ...]]] = {}
        self._sources: dict[str, Source] = {}
        self._scopes: dict[tuple[str, ...], frozenset[str]] = {}
        self._events_asked: dict[tuple[str, str], EventFact | None] = {}
        self.compat = open_compat(folder / "data" / "compat.json")

    # Definitions

    def interface(self, name: str) -> Interface | None:
        """Return the interface, callback interface or namespace called `name`."""
        if name not in self._interfaces:
            row, kind = self._table("interfaces").get(name), "interface"
            if row is None:
                row, kind = self._table("namespaces").get(name), "namespace"
            self._interfaces[name] = row and read_interface(name, row, kind, self._idl)
        return self._interfaces[name]

    def alias_of(self, name: str) -> str | None:
        """Return the interface that a legacy window alias or a factory function stands for."""
        for one in self._table("interfaces").mentioning(f'"{name}"'):
            found = self.interface(one)
            if found and (
                name in found.factories or name in found.ext.get("LegacyWindowAlias", ())
            ):
                return one
        return None

    def chain(self, name: str) -> tuple[str, ...]:
        """Return `name` and its ancestors, nearest first; empty when there is no such interface."""
        if name not in self._chains:
            row = self._table("interfaces").get(name)
            above = () if row is None else self.chain(row.get("parent", ""))
            self._chains[name] = () if row is None else (name, *above)
        return self._chains[name]

    def is_event(self, name: str) -> bool:
        """Return whether `name` is Event or inherits from it."""
        return "Event" in self.chain(name)

    def members(self, name: str) -> tuple[Member, ...]:
        """Return the members of `name`: its own, then those of each ancestor (`declared_by`)."""
        names: Iterable[str] = self.chain(name) or (name,)
        found = (self.interface(one) for one in names)
        return tuple(member for interface in found if interface for member in interface.members)

    def member(self, interface: str, name: str) -> tuple[Member, ...]:
        """Return all overloads of the nearest declaration of a member; empty for no member."""
        for one in self.chain(interface) or (interface,):
            overloads = self.own_member(one, name)
            if overloads:
                return overloads
        return ()

    def own_member(self, interface: str, name: str) -> tuple[Member, ...]:
        """Return all overloads of a member that an interface declares itself; empty for no member."""
        if interface not in self._own_members:
            found = self.interface(interface)
            own: dict[str, tuple[Member, ...]] = {}
            for member in found.members if found else ():
                own[member.name] = (*own.get(member.name, ()), member)
            self._own_members[interface] = own
        return self._own_members[interface].get(name, ())

    def dictionary(self, name: str) -> Dictionary | None:
        """Return the dictionary called `name`, with its own members only."""
        row = self._table("dictionaries").get(name)
        if row is None:
            return None
        source = self._idl(row["spec"])
        members = (
            DictionaryMember(
                name=one["n"],
                type=one["t"],
                required="req" in one,
                default=one.get("def"),
                declared_by=name,
                source=self._idl(one["spec"]) if "spec" in one else source,
            )
            for one in row["members"]
        )
        return Dictionary(name, row.get("parent"), tuple(members), source)

    def dictionary_members(self, name: str) -> tuple[DictionaryMember, ...]:
        """Return the members of a dictionary as they are read: ancestors first, then by name."""
        found = self.dictionary(name)
        if found is None:
            return ()
        return (*self.dictionary_members(found.parent or ""), *found.members)

    def enum(self, name: str) -> Enumeration | None:
        """Return the enumeration called `name`."""
        row = self._table("enums").get(name)
        return row and Enumeration(name, tuple(row["values"]), self._idl(row["spec"]))

    def typedef(self, name: str) -> Typedef | None:
        """Return the type definition called `name`."""
        row = self._table("typedefs").get(name)
        return row and Typedef(name, row["t"], self._idl(row["spec"]))

    def callback(self, name: str) -> Callback | None:
        """Return the signature of the callback function called `name`."""
        row = self._table("callbacks").get(name)
        if row is None:
            return None
        return Callback(name, row["t"], read_arguments(row["args"]), self._idl(row["spec"]))

    def element(self, tag: str) -> Element | None:
        """Return what `tag` makes; `svg:a` asks for the one that HTML has a namesake of."""
        row = self._table("elements").get(tag)
        if row is None:
            return None
        source = Source(self._origin("@webref/elements"), row["spec"], self._address(row["spec"]))
        return Element(tag, row["interface"], row["namespace"], "obsolete" in row, source)

    def tags_of(self, interface: str) -> list[str]:
        """Return the elements that `interface` is the interface of, as `element` is asked for them."""
        table = self._table("elements")
        named = table.mentioning(f'"interface":"{interface}"')
        return [tag for tag in named if (row := table.get(tag)) and row["interface"] == interface]

    # Exposure

    def scopes(self) -> dict[str, tuple[str, ...]]:
        """Return the global interfaces, each with the names that `[Exposed]` can call it by."""
        return {name: tuple(row["names"]) for name, row in self._table("scopes").items()}

    def exposed(self, name: str, member: str | None = None) -> frozenset[str]:
        """Return the global interfaces in whose scope `name`, or its member, can be used.

        `[Exposed=Worker]` is every global that answers to Worker, `[Exposed=*]` every one. Empty
        when there is no such interface or member. https://webidl.spec.whatwg.org/#Exposed
        """
        found = self.interface(name)
        if found is None:
            return frozenset()
        scopes = self._resolved(found.exposed)
        if member is None:
            return scopes
        overloads = self.own_member(name, member)
        if overloads and not any(one.exposed for one in overloads):
            return scopes
        return frozenset(
            scope
            for one in overloads
            for scope in (scopes & self._resolved(one.exposed) if one.exposed else scopes)
        )

    def _resolved(self, names: tuple[str, ...]) -> frozenset[str]:
        if names not in self._scopes:
            wanted = frozenset(names)
            self._scopes[names] = frozenset(
                scope
                for scope, answers in self.scopes().items()
                if "*" in wanted or wanted & frozenset(answers)
            )
        return self._scopes[names]

    # Events

    def event(self, kind: str, target: str) -> EventFact | None:
        """Return what is known of events of the type `kind` at the interface `target`.

        None when the type, or the target, is not known at all. `relation` of the answer says
        whether the event is fired at this target or known for another one only.
        """
        if (kind, target) not in self._events_asked:
            self._events_asked[kind, target] = self._event(kind, target)
        return self._events_asked[kind, target]

    def _event(self, kind: str, target: str) -> EventFact | None:
        chain = self.chain(target)
        rows = self.rows(kind, target)
        overlay = reviewed(self.overlay.events.get(kind, {}), chain)
        found = claims(rows, overlay, self._origin("@webref/events"))
        if "interface" not in found:
            return None
        handler = next(iter(self.member(target, f"on{kind}")), None)
        return answer((kind, target), rows, overlay, found, handler)

    def rows(self, kind: str, target: str) -> list[Row]:
        """Return the rows of the package for the type `kind` as seen from `target`, best first."""
        chain = self.chain(target)
        entries = self._table("events").get(kind) or ()
        return rows_for(entries, chain, self.chain) if chain else []

    def events_of_type(self, kind: str) -> tuple[EventFact, ...]:
        """Return the events of the type `kind`, one for each target that has one."""
        named = [
            target for entry in self._table("events").get(kind) or () for target in entry["targets"]
        ]
        targets = dict.fromkeys((*named, *self.overlay.events.get(kind, {})))
        return tuple(self._events((kind, target) for target in sorted(targets)))

    def targets_of(self, interface: str) -> tuple[EventFact, ...]:
        """Return the events that are fired at `interface` or at what it inherits from, by type."""
        chain = frozenset(self.chain(interface))
        kinds = {
            kind
            for kind, targets in self._targets()
            if chain & targets or ("Element" in chain and targets >= ELEMENTS)
        }
        found = self._events((kind, interface) for kind in sorted(kinds))
        return tuple(fact for fact in found if fact.here)

    def events_of_interface(self, interface: str) -> tuple[EventFact, ...]:
        """Return the events that are dispatched as `interface` itself, by type and target."""
        pairs = [(kind, target) for kind, targets in self._targets() for target in sorted(targets)]
        return tuple(fact for fact in self._events(sorted(pairs)) if fact.interface == interface)

    def _targets(self) -> Iterator[tuple[str, frozenset[str]]]:
        table = dict(self._table("events").items())
        for kind in sorted({*table, *self.overlay.events}):
            named = (target for entry in table.get(kind, ()) for target in entry["targets"])
            yield kind, frozenset((*named, *self.overlay.events.get(kind, {})))

    def _events(self, pairs: Iterable[tuple[str, str]]) -> Iterator[EventFact]:
        for kind, target in pairs:
            fact = self.event(kind, target)
            if fact:
                yield fact

    def handlers(self, kind: str) -> tuple[str, ...]:
        """Return the interfaces that declare or mix in an `on…` attribute for the type `kind`."""
        return tuple(self._table("interfaces").mentioning(f'"n":"on{kind}"'))

    def with_member(self, name: str) -> tuple[str, ...]:
        """Return the interfaces that declare or mix in a member called `name`."""
        named = self._table("interfaces").mentioning(f'"n":"{name}"')
        return tuple(one for one in named if self.own_member(one, name))

    # What scripts branch on

    def outcomes(self, interface: str, member: str) -> Outcome | None:
        """Return the values that a member can have: of the overlay, or of its enumeration.

        None where the values are not listed anywhere: a number, a free string, an object.
        """
        for found in self.member(interface, member):
            name = f"{found.declared_by}.{member}"
            entry = self.overlay.outcomes.get(name)
            if entry:
                source = Source("overlay.toml", url=entry.source, found="reviewed", note=entry.note)
                return Outcome(name, entry.values, source)
            typedef = self.typedef(found.type.removesuffix("?"))
            enum = self.enum((typedef.type if typedef else found.type).removesuffix("?"))
            if enum:
                return Outcome(name, enum.values, enum.source)
        return None

    # Names

    def names(self, table: str) -> list[str]:
        """Return the sorted names in one data file, such as `interfaces` or `events`."""
        return self._table(table).names()

    @cached_property
    def overlay(self) -> Overlay:
        """The reviewed facts that the packages lack."""
        return read_overlay(self._folder / "overlay.toml")

    # Provenance

    @cached_property
    def _versions(self) -> dict[str, str]:
        import json

        text = (self._folder / "data" / "sources.json").read_text(encoding="ascii")
        return {row["package"]: row["version"] for row in json.loads(text)}

    def _origin(self, package: str) -> str:
        return f"{package}@{self._versions[package]}"

    def _idl(self, spec: str) -> Source:
        if spec not in self._sources:
            self._sources[spec] = Source(self._origin("@webref/idl"), spec, self._address(spec))
        return self._sources[spec]

    def _address(self, spec: str) -> str:
        row = self._table("specs").get(spec)
        return str(row["url"]) if row else ""

    def _table(self, name: str) -> LineTable:
        if name not in self._tables:
            self._tables[name] = LineTable(self._folder / "data" / f"{name}.json")
        return self._tables[name]
