"""Hostile scripts, in every engine: each costs one example, has a clear result, and what comes after it is right."""

from collections.abc import Iterator

import pytest

from mdnkit.errors import EngineError
from mdnkit.examples import plan
from mdnkit.examples.engines import engine
from mdnkit.examples.pool import Pool
from mdnkit.examples.task import Run, Task

SECONDS = 0.3
MEGABYTES = 32

ENDLESS = {
    "loop": "while (true);",
    "loop that catches": "for (;;) try { while (true); } catch {} finally { while (true); }",
    "microtasks": "(function again() { Promise.resolve().then(again); })();",
    "await": "(async () => { while (true) await null; })();",
    "async generator": "(async () => { async function* g() { while (true) yield 1; } for await (const x of g()); })();",
    "loop in a timer": "setTimeout(() => { while (true); });",
    "loop in a listener": "addEventListener('load', () => { while (true); });",
    "loop in a getter that is traced": "console.log({ get x() { while (true); } }); addEventListener({ toString() { for (;;); } }, null);",
    "loop in a proxy that is traced": "console.log(new Proxy({}, { ownKeys() { while (true); } }));",
    "regular expression": f"/^(a+)+$/.test('{'a' * 40}b');",
    "sort": "[3, 2, 1].sort(() => { while (true); });",
    "eval": "eval('while (true);'); Function('while (true);')();",
}
"""Scripts that have to be stopped for time."""

BOMBS = {
    "arrays": "const all = []; while (true) all.push(new Array(1000).fill('x'));",
    "text": "const all = []; let text = 'x'; while (true) { text += text; all.push([text, text + 1]); }",
    "repeat": "const all = []; while (true) all.push('x'.repeat(1e6) + all.length);",
    "buffers": "const all = []; while (true) all.push(new Uint8Array(1e6).fill(1));",
    "map": "const map = new Map(); for (let i = 0; ; i += 1) map.set(i, { i });",
    "closures": "let f = () => 0; while (true) { const g = f; const data = new Array(100).fill(g); f = () => data; }",
    "caught": "const all = []; while (true) try { all.push(new Array(1e5).fill(all.length)); } catch {}",
    "nodes": "while (true) document.body.append(document.createElement('p'));",
}
"""Scripts that have to be stopped for memory, or for time before that, or end in an exception."""

TIMERS = {
    "interval": ("setInterval(() => console.log('again'), 1);", "console.log"),
    "timer that starts itself": (
        "(function again() { console.log('again'); setTimeout(again); })();",
        "console.log",
    ),
    "frames": (
        "(function again() { console.log('again'); requestAnimationFrame(again); })();",
        "console.log",
    ),
}
"""Scripts that go on for ever on the virtual clock: they end by the caps on tasks."""

POLLUTION = {
    "setters of Object.prototype": """
      for (const key of ['value', 'get', 'set', 'enumerable', 'writable', 'path', 'entry', 'brief', 'id', '0', '1'])
        Object.defineProperty(Object.prototype, key, { __proto__: null, set() { throw new Error('polluted'); }, get() { return 'polluted'; }, configurable: true });
    """,
    "setters of Array.prototype": """
      for (const key of ['0', '1', '2']) Object.defineProperty(Array.prototype, key, { set() { throw new Error('polluted'); }, configurable: true });
    """,
    "methods of arrays": "for (const key of ['push', 'pop', 'slice', 'splice', 'map', 'forEach', 'indexOf', 'join', 'concat', 'includes', 'values']) Array.prototype[key] = () => { throw new Error('polluted'); };",
    "methods of functions": "for (const key of ['call', 'apply', 'bind', 'toString']) Function.prototype[key] = () => { throw new Error('polluted'); };",
    "methods of strings": "for (const key of ['slice', 'indexOf', 'split', 'padEnd', 'replace', 'trim', 'toLowerCase', 'toWellFormed', 'charCodeAt', 'startsWith']) String.prototype[key] = () => { throw new Error('polluted'); };",
    "iterators": "Array.prototype[Symbol.iterator] = function* () { throw new Error('polluted'); }; String.prototype[Symbol.iterator] = Array.prototype[Symbol.iterator];",
    "JSON": "JSON.stringify = JSON.parse = () => { throw new Error('polluted'); }; Object.prototype.toJSON = () => 'polluted';",
    "promises": "Promise.prototype.then = Promise.prototype.catch = function () { throw new Error('polluted'); }; Promise.resolve = () => { throw new Error('polluted'); };",
    "regular expressions": "RegExp.prototype.exec = RegExp.prototype.test = () => { throw new Error('polluted'); }; RegExp.prototype[Symbol.replace] = RegExp.prototype.exec;",
    "Reflect": "for (const key of Reflect.ownKeys(Reflect)) if (typeof Reflect[key] === 'function') Reflect[key] = () => { throw new Error('polluted'); };",
    "Object": "for (const key of ['create', 'defineProperty', 'keys', 'getPrototypeOf', 'setPrototypeOf', 'freeze', 'assign', 'hasOwn']) Object[key] = () => { throw new Error('polluted'); };",
    "globals": "for (const key of ['Proxy', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Error', 'TypeError', 'Symbol', 'Array', 'Object', 'String', 'JSON', 'Reflect', 'Function']) globalThis[key] = undefined;",
    "collections": "for (const kind of [Map, Set, WeakMap, WeakSet]) for (const key of ['get', 'set', 'has', 'add', 'delete']) kind.prototype[key] = () => { throw new Error('polluted'); };",
    "frozen": "for (const kind of [Object, Array, Function, String, Promise, RegExp, Map, Set]) { Object.freeze(kind.prototype); Object.freeze(kind); }",
    "errors": "Error.prepareStackTrace = () => { throw new Error('polluted'); }; Error.captureStackTrace = undefined; Error.stackTraceLimit = 0;",
}
"""What scripts can do to the language that the model is written in, before they go on as usual."""

USUAL = """
;addEventListener('load', (event) => { console.log(event.type, { a: [1, 'x'] }); });
console.log('begin');
"""

TRACED = {
    "getter": "console.log({ get x() { throw new Error('thrown'); } });",
    "proxy": "console.log(new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getOwnPropertyDescriptor() { throw 3; }, getPrototypeOf() { throw 4; } }));",
    "proxy of a function": "console.log(new Proxy(function () {}, { getOwnPropertyDescriptor() { throw 3; }, get() { throw 1; } }));",
    "revoked proxy": "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); console.log(proxy);",
    "error with a getter": "const e = new Error('x'); Object.defineProperty(e, 'message', { get() { throw 1; } }); console.log(e);",
    "name of a function": "console.log(Object.defineProperty(() => 0, 'name', { get() { throw 1; } }));",
    "cycle": "const a = []; a.push(a, { a }); console.log(a);",
    "symbols": "console.log(Symbol('x'), { [Symbol('y')]: 1 });",
    "long": "console.log(new Array(1e5).fill('x'.repeat(1000)), 'x'.repeat(1e6));",
    "deep": "let deep = {}; for (let i = 0; i < 1e4; i += 1) deep = { deep }; console.log(deep);",
}
"""Values that are hard to tell of: one line of the console each."""

TAMPERING = {
    "commands": "for (const key of Reflect.ownKeys(globalThis)) if (/^(?:kit|model|mdnkit|command|trace|__timer_manager|commands|entries)$/i.test(String(key)) && globalThis[key] !== undefined) throw new Error(String(key));",
    "callers": "(function f() { try { arguments.callee.caller.caller; f.caller; } catch {} })();",
    "stack": "Error.prepareStackTrace = (e, calls) => calls; const { stack } = new Error('x'); if (Array.isArray(stack)) for (const call of stack) call.getThis?.(), call.getFunction?.();",
    "forged stack": "Error.prepareStackTrace?.(new Error('forged'), [{ getLineNumber() { throw 1; } }]);",
}

OUTSIDE = {
    "import": "import('fs').then((fs) => console.log(typeof fs.readFileSync('/etc/hostname', 'utf8') === 'string' ? 'out' : 'in'));",
    "require": "console.log(typeof require === 'undefined' ? 'in' : 'out');",
    "process": "console.log(typeof process === 'undefined' ? 'in' : 'out');",
    "std and os": "console.log(typeof std === 'undefined' && typeof os === 'undefined' ? 'in' : 'out');",
    "constructor of a function": "console.log((() => 0).constructor('return typeof process + typeof require + typeof Deno')() === 'undefinedundefinedundefined' ? 'in' : 'out');",
    "network": "fetch('https://example.com/').then((r) => console.log(typeof r === 'object' ? 'in' : 'out'));",
}

ENGINES = ("quickjs", "v8", "chromium")


@pytest.fixture(scope="module", params=ENGINES)
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    name = request.param
    if name == "chromium":
        try:
            engine(name)
        except EngineError as error:
            pytest.skip(str(error))
    with Pool(jobs=1, engine=name) as made:
        made.name = name  # type: ignore[attr-defined] - told to the tests below
        yield made


def run(pool: Pool, source: str) -> Run:
    """Return the run of a script, after checking that the next script in the same pool runs as usual."""
    scripts = (source, "console.log('after');")
    tasks = [Task((text,), "Window", seconds=SECONDS, megabytes=MEGABYTES) for text in scripts]
    found, after = pool.run(tasks)
    assert [entry.args for entry in after.load_trace] == [("after",)]
    assert (after.error, after.limit) == (None, None)
    return found


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_never_ends_is_stopped_for_time(pool: Pool, kind: str) -> None:
    assert run(pool, ENDLESS[kind]).limit == "time"


@pytest.mark.parametrize("kind", BOMBS)
def test_what_eats_memory_is_stopped(pool: Pool, kind: str) -> None:
    found = run(pool, BOMBS[kind])
    assert found.limit in ("memory", "time", "budget") or (
        found.error is not None and found.error.name in ("RangeError", "InternalError")
    )


@pytest.mark.parametrize("megabytes", range(8, 14))
def test_a_model_that_has_no_memory_left_to_answer_says_so(megabytes: int) -> None:
    task = Task((BOMBS["map"],), "Window", seconds=10, megabytes=megabytes)
    found = plan.run(task, engine("quickjs"))
    assert (found.limit, found.error) == ("memory", None)


@pytest.mark.parametrize("kind", TIMERS)
def test_timers_that_never_end_are_capped(pool: Pool, kind: str) -> None:
    found = run(pool, TIMERS[kind][0])
    assert found.limit is None
    assert found.error is None
    assert 1 < sum(entry.op == "log" for entry in found.load_trace) <= 1000


@pytest.mark.parametrize("kind", POLLUTION)
def test_a_model_whose_language_was_changed_goes_on(pool: Pool, kind: str) -> None:
    found = run(pool, POLLUTION[kind] + USUAL)
    assert found.limit is None
    assert found.error is None
    logs = [entry for entry in found.load_trace if entry.op == "log"]
    assert [entry.args for entry in logs] == [("begin",)]
    (fired,) = [outcome for outcome in found.outcomes if outcome.event == "load"]
    assert [entry.args for entry in fired.trace if entry.op == "log"] == [("load", {"a": [1, "x"]})]


def test_what_the_model_loads_later_tests_with_regular_expressions_of_its_own(pool: Pool) -> None:
    late = "console.log(location.protocol, new Request('/x', { method: 'POST' }).method);"
    found = run(pool, POLLUTION["regular expressions"] + late)
    assert (found.error, found.limit) == (None, None)
    logs = [entry.args for entry in found.load_trace if entry.op == "log"]
    assert logs == [("https:", "POST")]


@pytest.mark.parametrize("kind", TRACED)
def test_any_value_can_be_traced(pool: Pool, kind: str) -> None:
    found = run(pool, TRACED[kind])
    assert (found.error, found.limit) == (None, None)
    assert [entry.op for entry in found.load_trace] == ["log"]
    assert len(repr(found.load_trace)) < 20_000


@pytest.mark.parametrize("kind", TAMPERING)
def test_the_recorder_is_out_of_reach(pool: Pool, kind: str) -> None:
    found = run(pool, TAMPERING[kind] + USUAL)
    assert (found.error, found.limit) == (None, None)
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [("begin",)]


@pytest.mark.parametrize("kind", OUTSIDE)
def test_the_machine_is_out_of_reach(pool: Pool, kind: str) -> None:
    found = run(pool, OUTSIDE[kind])
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [("in",)]


def test_deep_recursion_is_an_exception_of_the_script(pool: Pool) -> None:
    found = run(pool, "(function f() { f(); })();")
    assert found.error is not None
    assert (found.error.name, found.error.message) == (
        "RangeError",
        "Maximum call stack size exceeded",
    )


def test_a_flood_of_lines_is_cut(pool: Pool) -> None:
    found = run(pool, "for (let i = 0; i < 5000; i += 1) console.log(i);")
    assert found.cut or found.limit == "time"
    assert len(found.load_trace) <= 1000


@pytest.mark.parametrize(
    "source", ["debugger;", "eval('1'); new Function('return 1')();", "with ({}) {}"]
)
def test_what_is_odd_and_harmless_runs(pool: Pool, source: str) -> None:
    found = run(pool, source)
    assert (found.error, found.limit) == (None, None)


def test_waiting_for_shared_memory_ends(pool: Pool) -> None:
    found = run(pool, "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);")
    assert found.limit == "time" or found.error is not None


def test_a_loop_in_webassembly_is_stopped(pool: Pool) -> None:
    if pool.name == "quickjs":  # type: ignore[attr-defined] - set above
        pytest.skip("quickjs has no WebAssembly")
    endless = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11"
    source = f"new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([{endless}]))).exports.f();"
    assert run(pool, source).limit == "time"
