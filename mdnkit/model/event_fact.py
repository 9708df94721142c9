"""Which row of the event data answers for an event at a target, and what it says, field by field.

A type such as `error` names many events. The row that names the target itself answers first, then a
row for an ancestor, then one whose event passes the target while it bubbles. What is known for
other targets only is given too, said to be so, and never with high confidence.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from mdnkit.model.definition import Confidence, Json, Member, Source
from mdnkit.model.overlay import FLAGS, EventEntry

ELEMENTS = frozenset({"HTMLElement", "MathMLElement", "SVGElement"})
"""Together they are every Element: the data lists all three for an event of GlobalEventHandlers."""

OUTSIDE_TREES = "the target is in no tree, so that nothing can bubble"
NAME_NO_INTERFACE = frozenset({"fire an event phrasing", "IDL eventHandler", "dfn"})
"""Ways of finding a row that give Event where they see no other interface, named or not."""

FIELDS = ("interface", *sorted(FLAGS))


class Relation(StrEnum):
    """How the target that was asked for relates to the target that the data knows."""

    TARGET = "target"
    INHERITED = "inherited"
    """The data names an ancestor of the target."""
    PATH = "path"
    """The event is fired below the target and passes it while bubbling."""
    DESCENDANT = "descendant"
    """The data names only interfaces that inherit from the target."""
    ELSEWHERE = "elsewhere"
    """The type is known, at other targets."""


class Claim(NamedTuple):
    """What is said of one field of an event."""

    value: str | bool | None
    confidence: Confidence
    source: Source


class EventFact(NamedTuple):
    """What is known of an event of one type at one target."""

    type: str
    target: str
    """The interface that was asked for."""
    known_target: str
    """The interface that the data names."""
    relation: Relation
    interface: str
    bubbles: bool | None
    """None: not known, or it varies. The same holds for the next two."""
    cancelable: bool | None
    composed: bool | None
    path: tuple[str, ...]
    """The interfaces that it passes while bubbling."""
    handler: Member | None
    """The `on…` attribute of the target, its ancestors or their mixins."""
    href: str
    """Where the event is defined; empty where the data has no address."""
    doubts: tuple[str, ...]
    """Why the row is not relied on: `merged`, `unstated`, `not-an-event`."""
    confidence: Mapping[str, Confidence]
    """How far each field is to be relied on: `interface`, `bubbles`, `cancelable`, `composed`."""
    sources: Mapping[str, Source]
    """Where each known field comes from."""

    @property
    def here(self) -> bool:
        """Whether the event is fired at the target, and not just known for another one."""
        return self.relation in {Relation.TARGET, Relation.INHERITED}


class Row(NamedTuple):
    """One row of the data, seen from the target that was asked for."""

    relation: Relation
    distance: int
    """Steps up from the asked target to the one that the row speaks of; 0 for itself."""
    known_target: str
    entry: Json

    @property
    def here(self) -> bool:
        """Whether its event is fired at the asked target."""
        return self.relation in {Relation.TARGET, Relation.INHERITED}

    @property
    def sure(self) -> bool:
        """Whether what it says of the asked target may be relied on."""
        return self.here and self.entry["confidence"] == Confidence.HIGH

    @property
    def rank(self) -> tuple[int, int, bool]:
        """The order in which rows answer."""
        return list(Relation).index(self.relation), self.distance, not self.sure


class Reviewed(NamedTuple):
    """The overlay's entry for the nearest of the asked target and its ancestors."""

    distance: int
    known_target: str
    entry: EventEntry


def rows_for(
    entries: Sequence[Json],
    chain: tuple[str, ...],
    chain_of: Callable[[str], tuple[str, ...]],
) -> list[Row]:
    """Return every row of one type as seen from `chain[0]`, the best answer first.

    `chain` is the asked target and its ancestors; `chain_of` gives that of any interface.
    """
    rows = [row for entry in entries for row in _seen_from(entry, chain, chain_of)]
    return sorted(rows, key=lambda row: row.rank)


def _seen_from(
    entry: Json, chain: tuple[str, ...], chain_of: Callable[[str], tuple[str, ...]]
) -> list[Row]:
    targets: Mapping[str, Json] = entry["targets"]
    every_element = targets.keys() >= ELEMENTS
    if every_element and chain[0] == "Element":
        return [Row(Relation.TARGET, 0, "HTMLElement", entry)]
    named = next((name for name in chain if name in targets), None)
    if named:
        relation = Relation.TARGET if named == chain[0] else Relation.INHERITED
        speaks_of = "Element" if every_element and named in ELEMENTS else named
        return [Row(relation, chain.index(speaks_of), named, entry)]
    rows = []
    for name, target in targets.items():
        above = chain_of(name)
        passed = next((one for one in chain if one in target.get("path", ())), None)
        if passed:
            rows.append(Row(Relation.PATH, chain.index(passed), name, entry))
        elif chain[0] in above:
            rows.append(Row(Relation.DESCENDANT, above.index(chain[0]), name, entry))
        else:
            rows.append(Row(Relation.ELSEWHERE, 0, name, entry))
    return rows


def reviewed(entries: Mapping[str, EventEntry], chain: tuple[str, ...]) -> Reviewed | None:
    """Return the entry for the nearest of the asked target and its ancestors that has one."""
    for distance, name in enumerate(chain):
        if name in entries:
            return Reviewed(distance, name, entries[name])
    return None


def claims(rows: Sequence[Row], overlay: Reviewed | None, origin: str) -> dict[str, Claim]:
    """Return what is said of each field; a field of which nothing is said is missing.

    `rows` are in the order in which they answer; `origin` names the package they come from. The
    entry of the overlay outranks every row but one that can be relied on and speaks of a nearer
    target. A field that two rows for the same target contradict each other on, or that only a
    farther row has, is not to be relied on.
    """
    here = [row for row in rows if row.here] or list(rows[:1])
    found = _agreed([row for row in here if row.distance == here[0].distance], origin)
    reviewed_says = _reviewed_claims(overlay) if overlay else {}
    if overlay and not any(row.sure and row.distance < overlay.distance for row in here):
        found.update(reviewed_says)
    for farther in (reviewed_says, *(_row_claims(row, origin) for row in here)):
        for name, claim in farther.items():
            found.setdefault(name, claim._replace(confidence=Confidence.LOW))
    return found


def _agreed(rows: Sequence[Row], origin: str) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for row in rows:
        for name, claim in _row_claims(row, origin).items():
            first = found.setdefault(name, claim)
            if first.value != claim.value:
                found[name] = first._replace(confidence=Confidence.LOW)
    return found


def _reviewed_claims(overlay: Reviewed) -> dict[str, Claim]:
    entry = overlay.entry
    source = Source("overlay.toml", url=entry.source, found="reviewed", note=entry.note)
    return {name: Claim(value, Confidence.HIGH, source) for name, value in entry.fields.items()}


def _row_claims(row: Row, origin: str) -> dict[str, Claim]:
    entry = row.entry
    confidence = Confidence.HIGH if row.sure else Confidence.LOW
    source = Source(origin, entry.get("spec", ""), entry.get("href", ""), entry["source"])
    assumed = entry["interface"] == "Event" and entry["source"] in NAME_NO_INTERFACE
    sure_of_interface = Confidence.LOW if assumed else confidence
    found = {"interface": Claim(entry["interface"], sure_of_interface, source)}
    if "cancelable" in entry:
        found["cancelable"] = Claim(entry["cancelable"], confidence, source)
    target = entry["targets"][row.known_target]
    if "bubbles" in target:
        found["bubbles"] = Claim(target["bubbles"], confidence, source)
    else:
        # The package gives `bubbles` for every target in a tree, and for no other.
        outside = Source(origin, source.spec, source.url, OUTSIDE_TREES)
        found["bubbles"] = Claim(False, Confidence.LOW, outside)
    return found


def answer(
    asked: tuple[str, str],
    rows: Sequence[Row],
    overlay: Reviewed | None,
    found: Mapping[str, Claim],
    handler: Member | None,
) -> EventFact:
    """Return the fact about `asked`, a type and a target, from what is claimed of its fields.

    `found` has a claim for the interface, or there is nothing to tell.
    """
    if rows and (rows[0].here or not overlay):
        known, relation = rows[0].known_target, rows[0].relation
        support = _supporting(rows, found)
        entry: Json = support.entry
        path = entry["targets"][support.known_target].get("path", ())
    else:
        assert overlay, "a claim comes from a row or from the overlay"
        known, entry, path = overlay.known_target, {}, ()
        relation = Relation.INHERITED if overlay.distance else Relation.TARGET
    flags = {name: found[name].value for name in FLAGS if name in found}
    return EventFact(
        type=asked[0],
        target=asked[1],
        known_target=known,
        relation=relation,
        interface=str(found["interface"].value),
        bubbles=_flag(flags.get("bubbles")),
        cancelable=_flag(flags.get("cancelable")),
        composed=_flag(flags.get("composed")),
        path=tuple(path),
        handler=handler,
        href=entry.get("href", "") or found["interface"].source.url,
        doubts=tuple(entry.get("doubts", ())),
        confidence={
            name: found[name].confidence if name in found else Confidence.UNKNOWN for name in FIELDS
        },
        sources={name: claim.source for name, claim in found.items()},
    )


def _supporting(rows: Sequence[Row], found: Mapping[str, Claim]) -> Row:
    """Return the best row that nothing in `found` contradicts, or else the best row."""
    best = [row for row in rows if row.here] or list(rows[:1])
    for row in best:
        told = _row_claims(row, "")
        if all(found[name].value in {None, told[name].value} for name in told):
            return row
    return best[0]


def _flag(value: str | bool | None) -> bool | None:
    return value if isinstance(value, bool) else None
