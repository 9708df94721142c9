"""Text that examples decode: known where the bytes and the encoding are, an assumption where they are not."""

import pytest

from mdnkit.examples.engines import engine
from mdnkit.examples.plan import run
from mdnkit.examples.task import Run, Task
from mdnkit.examples.trace import Json

TOKYO = "new Uint8Array([0x93, 0x8c, 0x8b, 0x9e])"


def ran(source: str, name: str = "quickjs") -> Run:
    return run(Task((source,), "Window", seconds=1.0), engine(name))


def logged(found: Run) -> list[Json]:
    return [entry.args[0] for entry in found.load_trace if entry.op == "log"]


@pytest.mark.parametrize("name", ["quickjs", "v8"])
def test_known_bytes_of_a_spelled_encoding(name: str) -> None:
    found = ran(f"console.log(new TextDecoder('shift-jis').decode({TOKYO}));", name)
    assert (logged(found), found.assumptions, found.error) == (["東京"], (), None)


def test_an_index_that_no_label_asked_for_is_an_assumption() -> None:
    found = ran(f"console.log(new TextDecoder('sji' + 's').decode({TOKYO}));")
    assert logged(found) == [""]
    assert "TextDecoder: the index of shift_jis is not at hand" in found.assumptions


def test_a_label_of_no_encoding() -> None:
    found = ran("new TextDecoder('iso-2022-cn');")
    assert found.error is not None
    assert (found.error.name, found.error.message) == (
        "RangeError",
        'TextDecoder: "iso-2022-cn" is the label of no encoding',
    )


def test_what_the_network_sends_goes_through_unread() -> None:
    found = ran(
        """(async () => {
             const response = await fetch("/a");
             const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
             for (;;) {
               const { done, value } = await reader.read();
               if (done) break;
               console.log(typeof value);
             }
           })();"""
    )
    assert (found.error, found.limit) == (None, None)
    assert len(logged(found)) > 0
