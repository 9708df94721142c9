"""The plan: events, choices, errors, and a recorder that scripts cannot deceive."""

import pytest

from mdnkit.examples.engines import Context, engine
from mdnkit.examples.engines.quickjs import QuickJsContext
from mdnkit.examples.plan import MOST_RUNS, run
from mdnkit.examples.stage import event_of
from mdnkit.examples.task import Run, ScriptError, Task, run_from_json, task_from_json
from mdnkit.examples.trace import Entry

SERVICE_WORKER = "ServiceWorkerGlobalScope"


def ran(*sources: str, scope: str = SERVICE_WORKER, **more: object) -> Run:
    return run(Task(sources, scope, seconds=0.5, **more), engine("quickjs"))  # type: ignore[arg-type] - tests


def calls(trace: tuple[Entry, ...]) -> list[tuple[object, ...]]:
    return [(entry.member, *entry.args) for entry in trace if entry.op == "call"]


# Events and choices


def test_a_script_without_listeners_has_a_trace_only() -> None:
    found = ran(
        "clients.claim(); console.log('x', 1, null, undefined, NaN, [1, { a: 2 }], () => {});"
    )
    assert found.outcomes == ()
    assert found.error is None
    assert found.load_trace == (
        Entry("get", "ServiceWorkerGlobalScope.clients", ()),
        Entry("call", "Clients.claim", ()),
        Entry(
            "log",
            "console.log",
            (
                "x", 1, None, {"$": "undefined"}, {"$": "number", "value": "NaN"}, [1, {"a": 2}],
                {"$": "function"},
            ),
        ),
    )  # fmt: skip


def test_each_value_of_an_enumeration_is_an_outcome() -> None:
    found = ran(
        """addEventListener("backgroundfetchclick", (event) => {
             const r = event.registration;
             if (r.result === "success") { clients.openWindow("/a"); } else { clients.openWindow("/b"); }
           });"""
    )
    assert [(one.event, one.interface, one.given) for one in found.outcomes] == [
        ("backgroundfetchclick", "BackgroundFetchEvent", {"registration.result": ""}),
        ("backgroundfetchclick", "BackgroundFetchEvent", {"registration.result": "success"}),
        ("backgroundfetchclick", "BackgroundFetchEvent", {"registration.result": "failure"}),
    ]
    assert [calls(one.trace) for one in found.outcomes] == [
        [("Clients.openWindow", "/b")],
        [("Clients.openWindow", "/a")],
        [("Clients.openWindow", "/b")],
    ]
    assert found.outcomes[1].trace[-1] == Entry("call", "Clients.openWindow", ("/a",))
    assert found.listened == ((SERVICE_WORKER, "backgroundfetchclick"),)


def test_reviewed_outcomes_are_choices_too() -> None:
    found = ran(
        """self.onbackgroundfetchsuccess = async (event) => {
             if (event.registration.recordsAvailable) await event.registration.matchAll();
           };"""
    )
    assert [one.given for one in found.outcomes] == [
        {"registration.recordsAvailable": True},
        {"registration.recordsAvailable": False},
    ]
    assert [len(calls(one.trace)) for one in found.outcomes] == [1, 0]


def test_choices_that_appear_behind_other_choices_are_found() -> None:
    found = ran(
        """addEventListener("backgroundfetchclick", ({ registration }) => {
             if (registration.result === "failure") clients.openWindow(registration.failureReason);
           });"""
    )
    given = [one.given for one in found.outcomes]
    assert given[:3] == [
        {"registration.result": ""},
        {"registration.result": "success"},
        {"registration.result": "failure", "registration.failureReason": ""},
    ]
    reasons = {one["registration.failureReason"] for one in given if len(one) == 2}
    assert {"", "aborted", "bad-status", "quota-exceeded"} <= reasons
    assert len(given) <= MOST_RUNS


def test_listeners_added_by_listeners_get_their_turn() -> None:
    found = ran(
        """addEventListener("install", () => {
             addEventListener("activate", () => clients.claim());
           });"""
    )
    assert [one.event for one in found.outcomes] == ["install", "activate"]


def test_the_life_of_a_scope_comes_first_whatever_the_order() -> None:
    found = ran(
        'addEventListener("fetch", () => {}); addEventListener("activate", () => {});'
        'addEventListener("install", () => {});'
    )
    assert [one.event for one in found.outcomes] == ["install", "activate", "fetch"]
    assert [kind for _, kind in found.listened] == ["fetch", "activate", "install"]


def test_own_events_that_the_script_fires_itself_are_not_fired_again() -> None:
    source = """const target = new EventTarget();
                target.addEventListener("built", () => console.log("heard"));
                target.dispatchEvent(new Event("built"));"""
    found = ran(source)
    assert found.outcomes == ()
    assert [entry.op for entry in found.load_trace] == ["new", "listen", "new", "fire", "log"]


def test_a_removed_listener_is_silent() -> None:
    found = ran(
        "const f = () => clients.claim(); addEventListener('push', f); removeEventListener('push', f);"
    )
    assert [calls(one.trace) for one in found.outcomes] == [[]]


def test_what_follows_an_await_belongs_to_the_event() -> None:
    found = ran(
        """addEventListener("push", (event) => event.waitUntil((async () => {
             await new Promise((resolve) => setTimeout(resolve, 100));
             await registration.showNotification("late");
           })()));"""
    )
    assert ("ServiceWorkerRegistration.showNotification", "late") in calls(found.outcomes[0].trace)


def test_what_is_known_of_events() -> None:
    assert event_of("fetch", SERVICE_WORKER) == ("FetchEvent", {"cancelable": True}, "")
    assert event_of("nothing-of-the-kind", SERVICE_WORKER) == ("Event", {}, "")
    assert event_of("click", "Document").below == "HTMLElement"


# Errors


def test_an_exception_while_loading() -> None:
    found = ran("let a = 1;", "a = 2;\n  null.x;")
    assert found.error == ScriptError(
        "TypeError", "cannot read property 'x' of null", 1, 2, 3, "load"
    )


def test_an_exception_of_the_first_statement() -> None:
    found = ran("// comment\n\nlet x = this.a.b;", "let y = this.a.b;")
    assert found.error == ScriptError(
        "TypeError", "cannot read property 'b' of undefined", 0, 3, 1, "load"
    )


def test_an_exception_in_a_listener_does_not_keep_others_from_running() -> None:
    found = ran(
        "addEventListener('push', () => { throw 7; }); addEventListener('push', () => clients.claim());"
    )
    assert found.error == ScriptError("", "7", 0, 1, 40, "push")
    assert calls(found.outcomes[0].trace) == [("Clients.claim",)]


def test_a_rejected_promise_of_a_listener() -> None:
    found = ran("addEventListener('push', async () => {\n  throw new RangeError('x');\n});")
    assert found.error == ScriptError("RangeError", "x", 0, 2, 13, "push")
    assert found.outcomes[0].trace[-1] == Entry("reject", "RangeError", ("x",))


def test_a_handled_exception_is_none() -> None:
    found = ran("onerror = () => true; addEventListener('push', () => { throw new Error('x'); });")
    assert found.error is None
    assert ran("try { null.x } catch {}").error is None


def test_a_script_that_does_not_parse() -> None:
    found = ran("clients.claim();", "let x = ;", "clients.claim();")
    assert found.error is None
    assert found.syntax_error is not None
    assert (found.syntax_error.name, found.syntax_error.source, found.syntax_error.line) == (
        "SyntaxError",
        1,
        1,
    )
    assert len(calls(found.load_trace)) == 2
    assert ran("JSON.parse('{')").syntax_error is None


def test_names_that_nothing_defines() -> None:
    found = ran("try { first } catch {} second(); third;")
    assert found.needs == ("first", "second")


def test_what_only_an_engine_can_offer_is_not_invented() -> None:
    found = ran("WebAssembly.compile(x); Intl; Temporal; typeof WebAssembly;")
    assert found.needs == ("WebAssembly",)
    assert ran("typeof Intl; typeof WebAssembly;").needs == ()


def test_an_error_that_is_lost_in_a_promise() -> None:
    source = "async function main() {\n  await null;\n  undefined.x;\n}\nmain();\n1;"
    found = ran(source)
    assert found.error is None
    assert found.lost is not None
    assert (found.lost.name, found.lost.line) == ("TypeError", 3)
    assert ran(source.replace("main();", "main().catch(() => {});")).lost is None


def test_an_exception_that_is_only_handed_on_is_no_error() -> None:
    found = ran("const c = new AbortController(); c.abort(); console.log(c.signal.reason);")
    assert (found.error, found.lost) == (None, None)
    assert found.load_trace[-1].args[0]["value"] == "AbortError"
    thrown = ran("async function f() {\n  atob('a');\n}\nf(); 1;")
    assert thrown.lost is not None
    assert (thrown.lost.name, thrown.lost.line) == ("InvalidCharacterError", 2)


# Modules and scopes


def test_a_module() -> None:
    found = ran(
        "export const x = await clients.claim(); console.log(x, import.meta === undefined);",
        module=True,
    )
    assert found.error is None
    assert found.load_trace[-1].args == ({"$": "undefined"}, False)
    assert ran("await null; null.x", module=True).error is not None


def test_a_window_has_a_document() -> None:
    found = ran(
        """document.querySelector("button").addEventListener("click", ({ target }) => {
             document.getElementById("out").textContent = target.id;
           });""",
        scope="Window",
        html='<button id="go">Go</button><p id="out"></p>',
    )
    assert found.outcomes[0].interface == "PointerEvent"
    assert found.outcomes[0].trace[-1] == Entry("set", "Node.textContent", ("go",))
    assert found.assumptions == ()


def test_events_that_reach_the_document_begin_below_it() -> None:
    found = ran(
        """document.addEventListener("click", (event) => {
             console.log(event.target.id, event.currentTarget === document, event.target.closest("main").id);
           });
           document.addEventListener("submit", (event) => console.log(event.target.id));""",
        scope="Window",
        html="<main id=m><form id=f></form></main>",
    )
    logs = [entry.args for one in found.outcomes for entry in one.trace if entry.op == "log"]
    assert logs == [("m", True, "m"), ("f",)]


def test_members_that_only_a_dictionary_asks_for_are_there() -> None:
    found = ran(
        """new Blob(["a"]).stream().pipeThrough(new CompressionStream("gzip"));
           console.log(DOMRect.fromRect(new DOMRect(1, 2, 3, 4)) instanceof DOMRect);""",
        scope="Window",
    )
    assert found.error is None
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [(True,)]


def test_what_the_markup_lacks_is_assumed() -> None:
    found = ran(
        "document.querySelector('.scene').getContext('2d').fillRect(0, 0, 1, 1);", scope="Window"
    )
    assert found.error is None
    assert found.assumptions == ("ParentNode.querySelector: an element for .scene",)
    assert found.load_trace[-1] == Entry("call", "CanvasRect.fillRect", (0, 0, 1, 1)) or (
        found.load_trace[-1].member == "CanvasRenderingContext2D.fillRect"
    )


# Limits


def test_endless_things_stop_at_the_limit() -> None:
    for source in (
        "while (true);",
        "(function again() { Promise.resolve().then(again); })();",
        "addEventListener('push', () => { while (true); });",
        "setTimeout(() => { while (true); });",
    ):
        assert ran(source).limit == "time", source


@pytest.mark.parametrize(("source", "contexts"), [("for (;;);", 1), ("for (; unknown; );", 2)])
def test_what_assumes_nothing_is_not_run_again_without_assumptions(
    monkeypatch: pytest.MonkeyPatch, source: str, contexts: int
) -> None:
    chosen = engine("quickjs")
    made = []

    def context(seconds: float, megabytes: int) -> Context:
        made.append(QuickJsContext(seconds, megabytes))
        return made[-1]

    monkeypatch.setattr(chosen, "context", context)
    run(Task((source,), assume=True, seconds=0.2), chosen)
    assert len(made) == contexts


def test_endless_timers_end() -> None:
    found = ran(
        "setInterval(() => console.log('tick'), 10); (function f() { setTimeout(f, 1); })();"
    )
    assert found.limit is None
    assert [entry.op for entry in found.load_trace if entry.op == "log"] == ["log"] * 3
    assert "timers: an interval ends after 3 repeats" in found.assumptions


def test_a_memory_bomb() -> None:
    found = ran("const all = []; while (true) all.push(new Array(1000).fill('x'));", megabytes=32)
    assert found.limit == "memory"


def test_endless_inventions_end() -> None:
    source = "addEventListener('message', (e) => { let x = e.data; while (true) x = x.next; });"
    # Where the machine is busy, time is up before.
    assert ran(source).limit in ("budget", "time")


def test_deep_recursion_is_an_error_of_the_script() -> None:
    found = ran("(function f() { clients.claim(); f(); })();")
    assert found.error is not None
    assert found.error.name == "RangeError"
    assert found.cut is True


# A recorder that cannot be deceived


def test_the_recorder_survives_what_scripts_do_to_built_ins() -> None:
    found = ran(
        """for (const name of ["push", "map", "forEach", "join", "slice", "indexOf"]) Array.prototype[name] = null;
           Array.prototype[Symbol.iterator] = null;
           JSON.stringify = Object.defineProperty = Reflect.ownKeys = () => { throw 1; };
           Object.prototype.toJSON = String.prototype.toJSON = () => "forged";
           Object.prototype.get = Object.prototype.value = Object.prototype.length = 5;
           Function.prototype.call = Function.prototype.apply = Function.prototype.bind = null;
           String.prototype.slice = String.prototype.replace = null;
           Promise.prototype.then = WeakMap.prototype.get = null;
           addEventListener("notificationclick", (event) => clients.openWindow("/real"));"""
    )
    assert found.error is None
    assert calls(found.outcomes[0].trace) == [("Clients.openWindow", "/real")]


def test_describing_a_value_runs_nothing_that_counts() -> None:
    found = ran(
        """const getter = { get x() { clients.claim(); throw 1; }, y: 2 };
           const proxy = new Proxy({}, { ownKeys() { clients.claim(); throw 2; } });
           const named = Object.defineProperty(() => {}, "name", { get() { throw 3; } });
           const round = {}; round.self = round;
           console.log(getter, proxy, named, round, new Proxy(function () {}, {}));"""
    )
    assert found.error is None
    assert [entry.op for entry in found.load_trace] == ["log"]
    getter, proxy, named, round_, _ = found.load_trace[0].args
    assert getter == {"x": {"$": "accessor"}, "y": 2}
    assert proxy == {"$": "object"}
    assert named == {"$": "function"}
    assert round_ == {"self": {"self": {"self": {"$": "object"}}}}


def test_long_and_wide_values_are_cut() -> None:
    found = ran("console.log('x'.repeat(1000), new Array(100).fill(0));")
    text, many = found.load_trace[0].args
    assert (len(text), text[-1], len(many)) == (301, "…", 21)


def test_objects_are_told_apart_by_number() -> None:
    found = ran("const a = new EventTarget(); const b = new EventTarget(); console.log(b, a, b);")
    assert found.load_trace[-1].args == (
        {"$": "EventTarget", "id": 1},
        {"$": "EventTarget", "id": 2},
        {"$": "EventTarget", "id": 1},
    )


def test_two_runs_are_the_same() -> None:
    source = """console.log(Math.random(), Date.now(), new Date(0).getHours(), performance.now());
                caches.open("v1").then((cache) => cache.match("/"));"""
    assert ran(source) == ran(source)


# Values


def test_runs_and_tasks_survive_the_way_through_json() -> None:
    import json

    task = Task(("1", "2"), "Window", module=True, html="<p>", seconds=0.5)
    assert task_from_json(json.loads(json.dumps(task.to_json()))) == task
    found = ran(
        "addEventListener('push', (e) => { clients.openWindow('/a'); throw new Error('x'); }); nothing;"
    )
    assert run_from_json(json.loads(json.dumps(found.to_json()))) == found


# Choices by what scripts compare


def given_and_logged(found: Run) -> list[tuple[dict[str, object], list[object]]]:
    return [
        (dict(one.given), [entry.args[0] for entry in one.trace if entry.op == "log"])
        for one in found.outcomes
    ]


def test_strings_that_a_script_compares_with_are_tried() -> None:
    found = ran(
        """addEventListener("keydown", (event) => {
             switch (event.key) {
               case "Enter": console.log("entered"); break;
               case "Escape": console.log("left"); break;
               default: console.log("other");
             }
           });""",
        scope="Window",
    )
    assert given_and_logged(found) == [
        ({"key": ""}, ["other"]),
        ({"key": "Enter"}, ["entered"]),
        ({"key": "Escape"}, ["left"]),
    ]


def test_parts_of_messages_are_tried() -> None:
    found = ran(
        """addEventListener("message", ({ data }) => {
             if (data.type === "ping") console.log("pong");
             else console.log("what");
           });"""
    )
    assert given_and_logged(found) == [
        ({"data.type": {"$": "any"}}, ["what"]),
        ({"data.type": "ping"}, ["pong"]),
    ]


def test_true_and_false_are_tried() -> None:
    found = ran(
        """addEventListener("keydown", (event) => console.log(event.ctrlKey ? "with" : "without"));""",
        scope="Window",
    )
    assert given_and_logged(found) == [
        ({"ctrlKey": False}, ["without"]),
        ({"ctrlKey": True}, ["with"]),
    ]


def test_answers_and_failures_of_the_network_are_tried() -> None:
    found = ran(
        """addEventListener("install", async () => {
             try {
               const response = await fetch("/x");
               if (!response.ok) throw new Error(response.status);
               console.log("fine");
             } catch (error) {
               console.log(error.message);
             }
           });"""
    )
    assert [logged for _, logged in given_and_logged(found)] == [
        ["fine"],
        ["Failed to fetch"],
        ["404"],
    ]


def test_choices_while_loading_are_outcomes_too() -> None:
    found = ran(
        """navigator.permissions.query({ name: "geolocation" }).then((result) => {
             if (result.state === "granted") {
               console.log("granted");
               addEventListener("push", () => console.log("pushed"));
             }
           });"""
    )
    assert list(found.given.values()) == ["granted"]
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [("granted",)]
    assert [(one.event, *one.given.values()) for one in found.outcomes] == [
        ("push",),
        ("", "denied"),
        ("", "prompt"),
    ]


def test_a_listener_that_only_another_choice_adds_gets_its_turn() -> None:
    found = ran(
        """if (document.fullscreenEnabled) addEventListener("pageshow", () => console.log("shown"));""",
        scope="Window",
    )
    assert [(one.event, dict(one.given)) for one in found.outcomes] == [
        ("", {"self.document.fullscreenEnabled": True}),
        ("pageshow", {"self.document.fullscreenEnabled": True}),
    ]


def test_what_a_script_throws_itself_on_another_choice_is_no_error() -> None:
    source = """navigator.gpu.requestAdapter().then((adapter) => {
                  if (!adapter) {
                    throw new Error("no adapter");
                  }
                  adapter.requestDevice();
                });"""
    found = ran(source, scope="Window")
    assert found.error is None
    assert [list(one.given.values()) for one in found.outcomes] == [[None]]
    assert ran(source.replace("!adapter", "adapter"), scope="Window").error is not None


@pytest.mark.parametrize("name", ["quickjs", "v8"])
def test_names_that_are_assumed_are_needs_where_they_are_read(name: str) -> None:
    source = "function idle() { nowhere(); }\nfound.go(1);"
    task = Task((source,), "Window", assume=True, seconds=0.5)
    told = run(task, engine(name))
    assert (told.needs, told.assumptions) == (("found",), ("found: any",))
    assert told.load_trace == (Entry("call", "found.go", (1,)),)
