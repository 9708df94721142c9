"""How overlay.toml is read, what is refused, and that the shipped one names things that exist."""

from pathlib import Path

import pytest

from mdnkit.errors import MdnkitError
from mdnkit.model.facts import FOLDER, Facts
from mdnkit.model.overlay import EventEntry, OutcomeEntry, read_overlay

SOURCE = 'source = "https://garden.example/#grow"'


def written(folder: Path, text: str) -> Path:
    """Write an overlay and return its path."""
    path = folder / "overlay.toml"
    path.write_text(text)
    return path


def test_an_event_and_an_outcome(tmp_path: Path) -> None:
    text = f"""
[event.grow.Bed]
interface = "PlantEvent"
cancelable = "varies"
bubbles = true
{SOURCE}
note = "In spring only"

[outcome."Bed.full"]
values = [true, false]
{SOURCE}
"""
    overlay = read_overlay(written(tmp_path, text))
    fields = {"interface": "PlantEvent", "cancelable": None, "bubbles": True}
    source = "https://garden.example/#grow"
    assert overlay.events == {"grow": {"Bed": EventEntry(fields, source, "In spring only")}}
    assert overlay.outcomes == {"Bed.full": OutcomeEntry((True, False), source, "")}


def test_one_entry_for_several_types(tmp_path: Path) -> None:
    text = f'[event."grow wilt".Bed]\nbubbles = true\n{SOURCE}\n'
    entry = EventEntry({"bubbles": True}, "https://garden.example/#grow", "")
    overlay = read_overlay(written(tmp_path, text))
    assert overlay.events == {"grow": {"Bed": entry}, "wilt": {"Bed": entry}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f'[event."grow wilt".Bed]\n{SOURCE}\n[event.wilt.Bed]\n{SOURCE}\n',
            "overlay.toml: wilt at Bed has two entries.",
        ),
        (
            "[event.grow.Bed]\nbubbles = true\n",
            "overlay.toml: [event.grow.Bed] needs a source: the https address of what says so.",
        ),
        (
            f"[event.grow.Bed]\ncancellable = true\n{SOURCE}\n",
            "overlay.toml: [event.grow.Bed] has the unknown key cancellable; "
            "known are: bubbles, cancelable, composed, interface, note, source.",
        ),
        (
            f'[event.grow.Bed]\nbubbles = "yes"\n{SOURCE}\n',
            'overlay.toml: [event.grow.Bed] bubbles is true, false or "varies".',
        ),
        (
            f"[handler.grow]\n{SOURCE}\n",
            "overlay.toml: [handler] is neither [event] nor [outcome].",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(MdnkitError) as stopped:
        read_overlay(written(tmp_path, text))
    assert str(stopped.value) == message


SHIPPED = read_overlay(FOLDER / "overlay.toml")


@pytest.mark.parametrize(
    ("kind", "target"),
    [(kind, target) for kind, targets in SHIPPED.events.items() for target in targets],
)
def test_each_shipped_event_names_a_known_type_target_and_interface(kind: str, target: str) -> None:
    facts = Facts()
    assert kind in facts.names("events")
    assert facts.chain(target)
    assert facts.is_event(SHIPPED.events[kind][target].fields.get("interface", "Event"))
    fact = facts.event(kind, target)
    assert fact and fact.here


@pytest.mark.parametrize("name", sorted(SHIPPED.outcomes))
def test_each_shipped_outcome_names_a_member_with_values_of_its_type(name: str) -> None:
    interface, member = name.split(".")
    (found,) = Facts().member(interface, member)
    assert found.declared_by == interface
    kinds = {"boolean": bool, "short": int, "unsigned short": int, "unsigned long": int}
    expected = kinds.get(found.type, str)
    assert [type(value) for value in SHIPPED.outcomes[name].values] == [expected] * len(
        SHIPPED.outcomes[name].values
    )


def test_where_it_contradicts_a_row_that_can_be_relied_on_it_says_why() -> None:
    facts = Facts()
    contradicting = {
        (kind, target, bool(entry.note))
        for kind, targets in SHIPPED.events.items()
        for target, entry in targets.items()
        for row in facts.rows(kind, target)
        if row.sure and row.distance == 0 and "cancelable" in row.entry
        if row.entry["cancelable"] != entry.fields.get("cancelable")
    }
    assert contradicting == {
        ("beforetoggle", "HTMLElement", True),
        ("wheel", "Element", True),
    }
