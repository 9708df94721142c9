"""What rows of the event data compile to, and which of them are not to be relied on."""

from typing import Any

import pytest

from mdnkit.model.compile_events import compile_events

INTERFACES: dict[str, Any] = {
    "Event": {"members": []},
    "PlantEvent": {"parent": "Event", "members": []},
    "Fault": {"members": []},
    "EventTarget": {"members": []},
    "Node": {"parent": "EventTarget", "members": []},
    "Bed": {"parent": "Node", "members": [{"n": "ongrow", "spec": "paths"}], "spec": "garden"},
    "Hedge": {"parent": "Node", "members": []},
    "Shed": {"parent": "EventTarget", "members": []},
}
SPECS = {
    "garden": {"url": "https://garden.example/"},
    "garden-2": {"url": "https://garden.example/2/"},
}


def entry(**row: Any) -> Any:
    """Return the only entry of a type, compiled from one row."""
    row = {"type": "grow", "interface": "Event", "targets": [{"target": "Bed"}], **row}
    return compile_events([row], INTERFACES, SPECS)["grow"][0]


def test_a_row_keeps_its_source_its_targets_and_the_specification_that_it_links_to() -> None:
    row = entry(
        interface="PlantEvent",
        targets=[{"target": "Bed", "bubbles": True, "bubblingPath": ["Node"]}],
        src={"format": "fire an event phrasing", "href": "https://garden.example/2/#fire"},
        href="https://garden.example/2/#grow",
        cancelable=False,
        extendedIn=[{"spec": "paths"}],
    )
    assert row == {
        "interface": "PlantEvent",
        "targets": {"Bed": {"bubbles": True, "path": ["Node"]}},
        "cancelable": False,
        "source": "fire an event phrasing",
        "href": "https://garden.example/2/#grow",
        "sourceHref": "https://garden.example/2/#fire",
        "spec": "garden-2",
        "extendedIn": ["paths"],
        "confidence": "high",
    }


def test_a_row_without_link_belongs_to_the_specification_of_the_handler() -> None:
    assert entry(src={"format": "IDL eventHandler"}) == {
        "interface": "Event",
        "targets": {"Bed": {}},
        "source": "IDL eventHandler",
        "spec": "paths",
        "confidence": "high",
    }


CONFIDENCE = [
    ("a summary of one target", ["Bed"], "Event", "summary table", []),
    ("a summary of related targets", ["Bed", "Hedge"], "Event", "summary table", []),
    ("a summary of unrelated targets", ["Bed", "Shed"], "Event", "summary table", ["merged"]),
    ("unrelated targets of one algorithm", ["Bed", "Shed"], "Event", "dfn", []),
    ("a row that says nothing of its source", ["Bed"], "Event", None, ["unstated"]),
    ("a row whose interface is no event", ["Bed"], "Fault", "dfn", ["not-an-event"]),
]


@pytest.mark.parametrize(
    ("targets", "interface", "found", "doubts"),
    [case[1:] for case in CONFIDENCE],
    ids=[case[0] for case in CONFIDENCE],
)
def test_confidence(
    targets: list[str], interface: str, found: str | None, doubts: list[str]
) -> None:
    row = entry(
        targets=[{"target": target} for target in targets],
        interface=interface,
        src={"format": found} if found else None,
    )
    assert row.get("doubts", []) == doubts
    assert row["confidence"] == ("low" if doubts else "high")


def test_entries_of_a_type_are_sorted_by_specification_interface_and_targets() -> None:
    rows = [
        {"type": "grow", "interface": interface, "targets": [{"target": target}], "href": href}
        for interface, target, href in (
            ("PlantEvent", "Shed", "https://garden.example/2/#b"),
            ("PlantEvent", "Bed", "https://garden.example/#a"),
            ("Event", "Hedge", "https://garden.example/#a"),
            ("Event", "Bed", "https://garden.example/#a"),
        )
    ]
    entries = compile_events(rows, INTERFACES, SPECS)["grow"]
    assert [(one["spec"], one["interface"], *one["targets"]) for one in entries] == [
        ("garden", "Event", "Bed"),
        ("garden", "Event", "Hedge"),
        ("garden", "PlantEvent", "Bed"),
        ("garden-2", "PlantEvent", "Shed"),
    ]
