"""Caches under a plan: what the script put is there, what an earlier life may have left is a choice."""

import pytest

from mdnkit.examples.engines import engine
from mdnkit.examples.plan import run
from mdnkit.examples.task import Run, Task
from mdnkit.examples.trace import Json

MATCH = "CacheStorage.match: union"


def ran(source: str) -> Run:
    return run(Task((source,), "ServiceWorkerGlobalScope", seconds=1.0), engine("quickjs"))


def logged(found: Run) -> list[Json]:
    return [entry.args[0] for entry in found.load_trace if entry.op == "log"]


def test_what_the_script_put_is_found_without_an_assumption() -> None:
    found = ran(
        """(async () => {
             const cache = await caches.open("v1");
             await cache.put("/a", new Response("text"));
             const response = await caches.match("/a");
             if (response) console.log(await response.text());
             console.log((await cache.keys()).length);
           })();"""
    )
    assert (found.error, found.assumptions, found.outcomes) == (None, (), ())
    assert logged(found) == ["text", 1]


def test_what_the_script_deleted_is_not_there() -> None:
    found = ran(
        """(async () => {
             const cache = await caches.open("v1");
             await cache.put("/a", new Response("text"));
             await cache.delete("/a");
             console.log((await cache.match("/a")) === undefined, await cache.delete("/a"));
             await caches.delete("v1");
             console.log(await caches.has("v1"), (await (await caches.open("v1")).keys()).length);
           })();"""
    )
    assert (found.error, found.assumptions, found.outcomes) == (None, (), ())
    assert logged(found) == [True, False]


def test_what_an_earlier_life_may_have_left_is_a_choice() -> None:
    found = ran(
        """addEventListener("fetch", (event) => {
             event.respondWith(caches.match("/a").then((response) => {
               if (response) return response;
               console.log("fetched");
               return fetch("/a");
             }));
           });"""
    )
    assert MATCH in found.assumptions
    assert [[one.member for one in each.trace if one.op == "log"] for each in found.outcomes] == [
        [],
        ["console.log"],
    ]


@pytest.mark.parametrize("asked", ["event.request", "event.request.url"])
def test_whether_an_invented_request_is_in_the_cache_is_a_choice(asked: str) -> None:
    found = ran(
        f"""addEventListener("install", (event) => {{
             event.waitUntil(caches.open("v1").then((cache) => cache.addAll(["/"])));
           }});
           addEventListener("fetch", (event) => {{
             event.respondWith((async () => {{
               const cached = await caches.match({asked});
               console.log(cached ? cached.url : "none");
               return cached ?? fetch(event.request);
             }})());
           }});"""
    )
    assert found.error is None
    assert [one.args[0] for each in found.outcomes for one in each.trace if one.op == "log"] == [
        "https://example.com/",
        "none",
    ]


def test_an_invented_request_that_was_put_is_there() -> None:
    found = ran(
        """addEventListener("fetch", (event) => {
             event.respondWith((async () => {
               const cache = await caches.open("v1");
               await cache.put(event.request, new Response("kept"));
               const cached = await cache.match(event.request);
               if (!cached) throw new Error("lost");
               console.log(await cached.clone().text());
               return cached;
             })());
           });"""
    )
    assert (found.error, MATCH in found.assumptions) == (None, False)
    assert [one.args[0] for each in found.outcomes for one in each.trace if one.op == "log"] == [
        "kept"
    ]


def test_a_cache_of_an_earlier_life_is_named_after_those_of_the_script() -> None:
    found = ran(
        """caches.open("v2").then(() => caches.keys()).then((names) => {
             console.log(names.length, names[0]);
             for (const name of names) if (name !== "v2") caches.delete(name);
           });"""
    )
    assert [entry.args for entry in found.load_trace if entry.op == "log"] == [(2, "v2")]
    assert [entry.args for entry in found.load_trace if entry.member == "CacheStorage.delete"] == [
        ("",)
    ]
