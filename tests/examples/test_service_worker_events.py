"""Functional events of service workers under a plan, and the clients that they meet."""

import pytest

from mdnkit.examples.engines import engine
from mdnkit.examples.plan import run
from mdnkit.examples.task import Run, Task
from mdnkit.examples.trace import Json


def ran(source: str) -> Run:
    return run(Task((source,), "ServiceWorkerGlobalScope", seconds=1.0), engine("quickjs"))


def logged(found: Run) -> list[tuple[dict[str, Json], list[tuple[Json, ...]]]]:
    """Return what each outcome met, and what it logged."""
    return [
        (dict(each.given), [one.args for one in each.trace if one.op == "log"])
        for each in found.outcomes
    ]


# Clients


def test_the_clients_of_a_type() -> None:
    found = ran(
        """addEventListener("activate", async () => {
             const [window] = await clients.matchAll();
             const [worker] = await clients.matchAll({ type: "worker" });
             console.log(window instanceof WindowClient, window.type, worker.type);
             console.log(worker instanceof WindowClient, (await clients.get(window.id)).id === window.id);
           });"""
    )
    assert (found.error, logged(found)) == (
        None,
        [({}, [(True, "window", "worker"), (False, True)])],
    )


def test_scripts_that_count_clients_meet_none() -> None:
    found = ran(
        """addEventListener("push", async () => {
             const list = await clients.matchAll();
             if (list.length > 0) list[0].postMessage("x"); else console.log("nobody");
           });"""
    )
    path = "self.clients.matchAll().length"
    assert logged(found) == [({path: 1}, []), ({path: 0}, [("nobody",)])]


def test_a_window_that_the_script_opens() -> None:
    found = ran(
        """addEventListener("notificationclick", async () => {
             const opened = await clients.openWindow("/a");
             console.log(opened.url, opened.focused, opened.frameType, opened.visibilityState);
             console.log((await clients.get(opened.id)).url, (await clients.matchAll()).at(-1).id === opened.id);
             console.log((await opened.navigate("/b")).url, await opened.navigate("https://other.example/"));
             console.log(await clients.openWindow("https://other.example/"));
           });"""
    )
    address = "https://example.com/"
    assert (found.error, logged(found)) == (
        None,
        [
            (
                {},
                [
                    (f"{address}a", True, "top-level", "visible"),
                    (f"{address}a", True),
                    (f"{address}b", None),
                    (None,),
                ],
            )
        ],
    )


@pytest.mark.parametrize("call", ['clients.openWindow("/")', "client.focus()"])
@pytest.mark.parametrize(
    ("event", "expected"),
    [("push", "InvalidAccessError"), ("sync", "InvalidAccessError"), ("notificationclick", "done")],
)
def test_only_users_bring_windows_to_the_front(call: str, event: str, expected: str) -> None:
    found = ran(
        f"""addEventListener("{event}", async () => {{
             const [client] = await clients.matchAll();
             console.log(await {call}.then(() => "done", (error) => error.name));
           }});"""
    )
    assert logged(found) == [({}, [(expected,)])]


def test_a_client_that_has_the_focus_is_visible() -> None:
    found = ran(
        """addEventListener("notificationclick", async () => {
             const [client] = await clients.matchAll();
             const front = await client.focus();
             console.log(front.id === client.id, front.focused, front.visibilityState);
           });"""
    )
    assert logged(found) == [({}, [(True, True, "visible")])]


def test_messages_are_cloned_and_come_from_a_window() -> None:
    found = ran(
        """addEventListener("message", (event) => {
             event.source.postMessage({ a: 1 });
             try { event.source.postMessage(() => 1); } catch (error) { console.log(error.name); }
             console.log(event.source === event.source, event.source instanceof WindowClient);
           });"""
    )
    assert logged(found) == [({}, [("DataCloneError",), (True, True)])]
    assert "ExtendableMessageEvent.source: WindowClient" in found.assumptions


def test_what_a_scope_has_for_good_is_no_assumption() -> None:
    found = ran(
        "clients.claim(); console.log(clients === self.clients, registration === registration);"
    )
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [(True, True)]
    assert (found.error, found.assumptions) == (None, ())


# Phases


def test_the_state_follows_the_events() -> None:
    found = ran(
        """const told = () => console.log(self.serviceWorker.state, registration.active === self.serviceWorker);
           for (const type of ["install", "activate", "push"]) addEventListener(type, told);"""
    )
    assert [args for _, lines in logged(found) for args in lines] == [
        ("installing", False),
        ("activating", True),
        ("activated", True),
    ]


def test_a_part_of_a_script_may_belong_to_an_active_worker() -> None:
    assert ran("clients.claim();").error is None
    found = ran('addEventListener("install", (event) => event.waitUntil(clients.claim()));')
    assert found.error is not None
    assert found.error.name == "InvalidStateError"


# Other functional events


def test_last_chances_are_tried() -> None:
    found = ran(
        """addEventListener("sync", (event) => {
             if (event.tag === "a" && event.lastChance) console.log("last");
           });"""
    )
    assert [given for given, lines in logged(found) if lines] == [{"tag": "a", "lastChance": True}]


@pytest.mark.parametrize(
    ("event", "results"),
    [
        ("backgroundfetchsuccess", [("success", "")]),
        ("backgroundfetchabort", [("failure", "aborted")]),
    ],
)
def test_events_tell_how_a_fetch_ended(event: str, results: list[tuple[str, str]]) -> None:
    found = ran(
        f"""addEventListener("{event}", (event) => {{
             const {{ result, failureReason }} = event.registration;
             console.log(result, failureReason);
           }});"""
    )
    assert logged(found) == [({}, results)]


def test_a_fetch_that_failed_was_not_aborted() -> None:
    found = ran(
        """addEventListener("backgroundfetchfail", ({ registration }) => {
             console.log(registration.result, registration.failureReason);
           });"""
    )
    assert [lines[0] for _, lines in logged(found)] == [
        ("failure", "bad-status"),
        ("failure", "fetch-error"),
        ("failure", "quota-exceeded"),
        ("failure", "download-total-exceeded"),
    ]


def test_the_interface_is_updated_once() -> None:
    found = ran(
        """addEventListener("backgroundfetchfail", (event) => {
             event.waitUntil((async () => {
               console.log(await event.updateUI({ title: "x" }));
               await event.updateUI({ title: "y" }).catch((error) => console.log(error.name));
             })());
           });"""
    )
    assert [lines for _, lines in logged(found)] == [
        [({"$": "undefined"},), ("InvalidStateError",)]
    ]


def test_a_notification_that_is_clicked_can_be_closed() -> None:
    found = ran(
        """addEventListener("notificationclick", (event) => {
             event.notification.close();
             if (event.action === "archive") console.log("archived");
           });"""
    )
    assert found.error is None
    assert [lines for _, lines in logged(found)] == [[], [("archived",)]]
