"""The engine: what it runs, and what it stops."""

import pytest

from mdnkit.errors import EngineError
from mdnkit.examples.engines import Completion, LimitReached, engine
from mdnkit.examples.engines.quickjs import QuickJsContext

KIT = "(function (text) { return (name, value) => name + text; })"


@pytest.fixture
def context() -> QuickJsContext:
    made = QuickJsContext(seconds=0.3, megabytes=32)
    made.boot(KIT, "!")
    return made


def test_a_script_that_ends_normally(context: QuickJsContext) -> None:
    assert context.script("var x = 1; 2 + x") == Completion(value=3)


def test_scripts_share_their_declarations(context: QuickJsContext) -> None:
    context.script("const a = 1; let b = 2; function c() { return a + b; }")
    assert context.script("c()") == Completion(value=3)


@pytest.mark.parametrize("source", ["10n ** 20n", "const big = 5n; big", "Symbol('x').description"])
def test_any_value_may_be_the_last(context: QuickJsContext, source: str) -> None:
    assert context.script(source).error is None


@pytest.mark.parametrize(
    "source",
    ["null.x", "throw new Error('x')", "throw null", "throw 5", "throw Symbol('x')", "let 1", "{"],
)
def test_what_throws_or_does_not_parse(context: QuickJsContext, source: str) -> None:
    assert context.script(source).error is not None
    assert context.script("1") == Completion(value=1)


def test_deep_recursion_is_an_exception_of_the_script(context: QuickJsContext) -> None:
    done = context.script("(function f() { f(); })()")
    assert done.error == "RangeError: Maximum call stack size exceeded"
    assert (
        context.script("try { (function f() { f(); })() } catch (e) { e.name }").value
        == "RangeError"
    )


def test_an_endless_loop_is_stopped(context: QuickJsContext) -> None:
    assert context.script("try { while (true); } catch {}") == Completion(limit="time")


def test_endless_microtasks_are_stopped(context: QuickJsContext) -> None:
    context.script("(function again() { Promise.resolve().then(again); })()")
    assert context.drain() == Completion(limit="time")


def test_a_regular_expression_that_takes_too_long_is_stopped(context: QuickJsContext) -> None:
    assert context.script(f"/^(a+)+$/.test('{'a' * 40}b')").limit == "time"


def test_the_time_of_a_context_counts_over_all_calls(context: QuickJsContext) -> None:
    assert context.script("while (true);").limit == "time"
    assert context.script("1") == Completion(limit="time")
    with pytest.raises(LimitReached) as reached:
        context.command("x")
    assert reached.value.limit == "time"


@pytest.mark.parametrize(
    "source",
    [
        "const all = []; while (true) all.push(new Array(1000).fill('x'));",
        "new ArrayBuffer(1e9)",
        "let text = 'x'; const all = []; while (true) { text += text; all.push([text]); }",
    ],
)
def test_a_memory_bomb_is_stopped(context: QuickJsContext, source: str) -> None:
    done = context.script(source)
    assert done.limit == "memory" or done.error is not None


def test_a_module_ends_in_a_promise(context: QuickJsContext) -> None:
    assert (
        context.module("globalThis.strict = this === undefined; export const x = 1;").error is None
    )
    context.drain()
    assert context.script("strict") == Completion(value=True)
    assert context.module("import x from './other.js';").error is not None


def test_commands_answer_with_text(context: QuickJsContext) -> None:
    assert context.command("name") == "name!"


def test_a_model_that_throws_stops_the_run() -> None:
    broken = QuickJsContext(seconds=0.3, megabytes=32)
    broken.boot("(function () { return () => { throw new Error('x'); }; })")
    with pytest.raises(EngineError, match="command take"):
        broken.command("take")


def test_engines_are_found_by_name() -> None:
    assert engine("quickjs").name == "quickjs"
    with pytest.raises(EngineError, match=r"There is no engine nothing; known engines: .*quickjs"):
        engine("nothing")
