"""Which engine a script gets."""

import pytest

from mdnkit.examples import choice
from mdnkit.examples.choice import engine_for
from mdnkit.examples.task import Task


@pytest.mark.parametrize(
    "source",
    [
        "new Intl.NumberFormat('de')",
        "Temporal.Now.instant()",
        "WebAssembly.instantiate(bytes)",
        "price.toLocaleString('de-DE')",
        "date.toLocaleDateString()",
        "words.sort((a, b) => a.localeCompare(b))",
        "new SharedArrayBuffer(8)",
        "'i'.toLocaleUpperCase('tr')",
    ],
)
def test_what_quickjs_has_not_runs_in_v8(source: str) -> None:
    assert engine_for(Task((source,))) == "v8"
    assert engine_for(Task(("1", source), module=True)) == "v8"


@pytest.mark.parametrize("source", ["x.toString()", "internal.intl", "myTemporal", "1"])
def test_all_else_runs_in_quickjs(source: str) -> None:
    assert engine_for(Task((source,))) == "quickjs"


def test_modules_that_are_no_functions_stay_with_quickjs() -> None:
    source = "import defer * as a from './a.js'; Intl.Collator;"
    assert engine_for(Task((source,), module=True)) == "quickjs"


def test_the_engine_asked_for() -> None:
    assert engine_for(Task(("Intl",)), "quickjs") == "quickjs"
    assert engine_for(Task(("1",)), "v8") == "v8"


def test_v8_stands_in_where_quickjs_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_has_default", lambda: False)
    assert engine_for(Task(("1",))) == "v8"
