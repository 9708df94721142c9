"""V8: what it runs, and what the model knows of what scripts throw there."""

import pytest

from mdnkit.examples.engines import Engine, engine
from mdnkit.examples.plan import run
from mdnkit.examples.task import Task


@pytest.fixture(scope="module")
def v8() -> Engine:
    return engine("v8")


def logged(v8: Engine, source: str, **more: object) -> list[tuple[object, ...]]:
    found = run(Task((source,), **more), v8)  # type: ignore[arg-type] - each test gives what fits
    assert (found.error, found.limit) == (None, None)
    return [entry.args for entry in found.load_trace if entry.op == "log"]


def test_languages_dates_and_the_clock_are_the_same_everywhere(v8: Engine) -> None:
    source = """console.log(new Intl.NumberFormat("de").format(1234.5), new Intl.DateTimeFormat().format(),
      new Intl.DateTimeFormat().resolvedOptions().timeZone, new Intl.NumberFormat().resolvedOptions().locale,
      Temporal.Now.plainDateISO().toString(), Temporal.Now.timeZoneId(), Date.now(), Math.random());"""
    first, second = (logged(v8, source) for _ in range(2))
    assert first == second
    assert first[0][:7] == (
        "1.234,5", "1/1/2026", "UTC", "en-US", "2026-01-01", "UTC", 1767268800100,
    )  # fmt: skip


@pytest.mark.parametrize("scope", ["Window", "DedicatedWorkerGlobalScope"])
def test_names_that_the_engine_keeps_do_not_hide_those_of_the_scope(v8: Engine, scope: str) -> None:
    source = "setTimeout(() => console.log('later')); clearTimeout(setTimeout(() => console.log('never')));"
    assert logged(v8, source, scope=scope) == [("later",)]


def test_what_the_scope_does_not_have_is_not_the_engines(v8: Engine) -> None:
    source = "console.log(typeof setTimeout, typeof atob);"
    assert logged(v8, source, scope="AudioWorkletGlobalScope") == [("undefined", "undefined")]


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("\n null.x;", "TypeError", 2),
        ("\n\n nothing;", "ReferenceError", 3),
        ("\nnew URL('x');", "TypeError", 2),
        ("throw new DOMException('m', 'AbortError');", "AbortError", 1),
        ("throw 5;", "", 1),
    ],
)
def test_what_a_script_throws(v8: Engine, source: str, name: str, line: int) -> None:
    error = run(Task((source,)), v8).error
    assert error is not None
    assert (error.name, error.line, error.phase) == (name, line, "load")


def test_what_does_not_parse(v8: Engine) -> None:
    error = run(Task(("\nlet 1;",)), v8).syntax_error
    assert error is not None
    assert (error.name, error.line) == ("SyntaxError", 2)


def test_names_that_are_missed_where_nobody_looks(v8: Engine) -> None:
    source = "if (typeof asked === 'undefined') (async () => { await 1; missing(); })(); 1;"
    assert run(Task((source,)), v8).needs == ("missing",)


def test_modules_are_functions_where_they_are_understood(v8: Engine) -> None:
    assert logged(v8, "export const a = await 1;\nconsole.log(a);", module=True) == [(1,)]
    error = run(Task(("import defer * as a from './a.js';",), module=True), v8).error
    assert error is not None
    assert (error.name, error.message) == ("ReferenceError", "could not load module")


def test_webassembly_whose_bytes_are_not_at_hand(v8: Engine) -> None:
    source = """WebAssembly.instantiateStreaming(fetch("a.wasm"), {}).then(({ instance, module }) => {
      console.log(instance instanceof WebAssembly.Instance, module instanceof WebAssembly.Module);
      instance.exports.main();
    });"""
    found = run(Task((source,)), v8)
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [(True, True)]
    assert "WebAssembly.instantiateStreaming: the bytes of the module" in found.assumptions
