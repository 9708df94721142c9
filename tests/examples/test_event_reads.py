"""What listeners read of their events."""

import pytest

from mdnkit.examples.event_reads import event_reads

READS = {
    "no listener": ("event.data; f((event) => event.data);", []),
    "another name in the listener": ("a.onclick = (e) => { e = other; e.data; };", []),
    "in strings and comments": ('a.onclick = (e) => { "e.data"; /* e.data */ };', []),
    "set": ("a.onclick = (e) => { e.mine = 1; };", []),
    "handlers": ("a.onclick = (e) => e.detail;\nb.onload = function (e) { e.type; };", [("click", "detail"), ("load", "type")]),
    "listeners": (
        'a.addEventListener("open", async (e) => {\n  e.data;\n  e?.type;\n});',
        [("open", "data"), ("open", "type")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), READS.values(), ids=READS)
def test_reads_of_any_event(code: str, expected: list[tuple[str, str]]) -> None:
    found = [(read.event, read.name) for read in event_reads(code)]
    assert found == expected
    assert all(code.startswith(read.name, read.start) for read in event_reads(code))


def test_reads_of_one_event() -> None:
    code = "a.onopen = (e) => e.data;\na.onclose = (e) => e.code;\n"
    assert [read.name for read in event_reads(code, "close")] == ["code"]
