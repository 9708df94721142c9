"""Which row answers for an event at a target, and how far each field may be relied on.

A small world: Bed and Pond are plants' places in a tree (`Node`), Shed stands alone.
"""

from typing import Any

from mdnkit.model.event_fact import OUTSIDE_TREES, Relation, claims, reviewed, rows_for
from mdnkit.model.overlay import EventEntry

PARENTS = {
    "Bed": "Node",
    "RoseBed": "Bed",
    "Pond": "Node",
    "Node": "EventTarget",
    "Garden": "Node",
    "Shed": "EventTarget",
    "EventTarget": "",
    "HTMLElement": "Element",
    "MathMLElement": "Element",
    "SVGElement": "Element",
    "Element": "Node",
}
SOURCE = "https://garden.example/#algorithm"


def chain_of(name: str) -> tuple[str, ...]:
    return (name, *chain_of(PARENTS[name])) if name else ()


def row(targets: dict[str, Any], confidence: str = "high", **fields: Any) -> Any:
    """Return a row of the data about an Event."""
    return {
        "interface": "Event",
        "targets": targets,
        "source": "event table",
        "confidence": confidence,
        **fields,
    }


def relation(entry: Any, target: str) -> tuple[Relation, int]:
    """Return how one row relates to a target."""
    found = rows_for([entry], chain_of(target), chain_of)[0]
    return found.relation, found.distance


def told(entries: list[Any], target: str, overlay: dict[str, EventEntry] | None = None) -> Any:
    """Return value and confidence of each field that is known."""
    chain = chain_of(target)
    rows = rows_for(entries, chain, chain_of)
    found = claims(rows, reviewed(overlay or {}, chain), "package@1")
    return {name: (claim.value, str(claim.confidence)) for name, claim in found.items()}


def test_how_a_row_relates_to_a_target() -> None:
    entry = row({"Bed": {"bubbles": True, "path": ["Garden"]}})
    assert relation(entry, "Bed") == (Relation.TARGET, 0)
    assert relation(entry, "RoseBed") == (Relation.INHERITED, 1)
    assert relation(entry, "Garden") == (Relation.PATH, 0)
    assert relation(entry, "Node") == (Relation.DESCENDANT, 1)
    assert relation(entry, "Shed") == (Relation.ELSEWHERE, 0)


def test_the_three_kinds_of_element_together_are_every_element() -> None:
    entry = row(
        {name: {"bubbles": True} for name in ("HTMLElement", "MathMLElement", "SVGElement")}
    )
    assert relation(entry, "Element") == (Relation.TARGET, 0)
    assert relation(entry, "HTMLElement") == (Relation.TARGET, 1)
    assert relation(row({"HTMLElement": {}}), "Element") == (Relation.DESCENDANT, 1)


def test_the_row_for_the_target_itself_answers_before_the_one_for_its_ancestor() -> None:
    entries = [
        row({"Bed": {"bubbles": True}}, cancelable=True),
        row({"RoseBed": {"bubbles": False}}, cancelable=False),
    ]
    assert told(entries, "RoseBed") == {
        "interface": ("Event", "high"),
        "bubbles": (False, "high"),
        "cancelable": (False, "high"),
    }


def test_what_only_a_farther_row_says_is_not_relied_on() -> None:
    entries = [row({"Bed": {"bubbles": True}}, cancelable=True), row({"RoseBed": {}})]
    assert told(entries, "RoseBed")["cancelable"] == (True, "low")


def test_rows_for_one_target_that_contradict_each_other_are_not_relied_on() -> None:
    entries = [row({"Bed": {"bubbles": True}}), row({"Bed": {"bubbles": False}})]
    assert told(entries, "Bed") == {"interface": ("Event", "high"), "bubbles": (True, "low")}


def test_silence_about_cancelable_is_not_a_no() -> None:
    assert "cancelable" not in told([row({"Bed": {"bubbles": True}})], "Bed")


def test_outside_a_tree_nothing_bubbles_but_the_row_does_not_say_so() -> None:
    rows = rows_for([row({"Shed": {}})], chain_of("Shed"), chain_of)
    claim = claims(rows, None, "package@1")["bubbles"]
    assert (claim.value, str(claim.confidence)) == (False, "low")
    assert claim.source.found == OUTSIDE_TREES


def test_a_row_of_low_confidence_stays_low() -> None:
    assert told([row({"Bed": {"bubbles": True}}, "low", cancelable=True)], "Bed") == {
        "interface": ("Event", "low"),
        "bubbles": (True, "low"),
        "cancelable": (True, "low"),
    }


def test_what_is_known_of_another_target_is_never_relied_on() -> None:
    entry = row({"Bed": {"bubbles": True, "path": ["Garden"]}}, cancelable=False)
    expected = {
        "interface": ("Event", "low"),
        "bubbles": (True, "low"),
        "cancelable": (False, "low"),
    }
    for target in ("Garden", "Node", "Shed"):
        assert told([entry], target) == expected


def test_a_source_that_names_no_interface_is_not_relied_on_for_event() -> None:
    phrasing = {"source": "fire an event phrasing"}
    assert told([row({"Bed": {}}, **phrasing)], "Bed")["interface"] == ("Event", "low")
    named = row({"Bed": {}}, **phrasing) | {"interface": "PlantEvent"}
    assert told([named], "Bed")["interface"] == ("PlantEvent", "high")


def test_a_reviewed_field_outranks_the_row_and_leaves_the_others_to_it() -> None:
    overlay = {"Bed": EventEntry({"cancelable": True, "composed": False}, SOURCE, "")}
    assert told([row({"Bed": {"bubbles": True}}, cancelable=False)], "Bed", overlay) == {
        "interface": ("Event", "high"),
        "bubbles": (True, "high"),
        "cancelable": (True, "high"),
        "composed": (False, "high"),
    }


def test_a_reviewed_field_of_an_ancestor_yields_to_a_row_for_the_target() -> None:
    overlay = {"Bed": EventEntry({"cancelable": True, "composed": True}, SOURCE, "")}
    entry = row({"RoseBed": {"bubbles": True}}, cancelable=False)
    found = told([entry], "RoseBed", overlay)
    assert (found["cancelable"], found["composed"]) == ((False, "high"), (True, "low"))


def test_a_reviewed_field_of_an_ancestor_outranks_a_row_that_is_not_relied_on() -> None:
    overlay = {"Bed": EventEntry({"cancelable": True}, SOURCE, "")}
    entry = row({"RoseBed": {"bubbles": True}}, "low", cancelable=False)
    assert told([entry], "RoseBed", overlay)["cancelable"] == (True, "high")


def test_what_varies_is_known_to_vary() -> None:
    overlay = {"Bed": EventEntry({"cancelable": None}, SOURCE, "")}
    entry = row({"Bed": {"bubbles": True}}, cancelable=False)
    assert told([entry], "Bed", overlay)["cancelable"] == (None, "high")
