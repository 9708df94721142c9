// scope: ServiceWorkerGlobalScope
"use strict";

const at = (path) => `https://example.com${path}`;
const made = async (name, ...paths) => {
  const cache = await caches.open(name);
  for (const path of paths) await cache.put(at(path), new Response(path));
  return cache;
};
const bodies = (responses) => Promise.all(responses.map((response) => response.text()));

test("an empty cache has no answers", async () => {
  const cache = await caches.open("empty");
  equal(await cache.match("/a"), undefined);
  equal([(await cache.matchAll()).length, (await cache.keys()).length], [0, 0]);
  equal(await cache.delete("/a"), false);
  equal(await caches.match("/nowhere"), undefined);
  equal(await caches.match("/a", { cacheName: "unknown" }), undefined);
  equal(await caches.has("unknown"), false);
  equal(await caches.delete("unknown"), false);
});

test("what was put is found again, as often as asked for", async () => {
  const cache = await made("found", "/f");
  const response = new Response("x", { status: 404, headers: { "X-A": "1" } });
  await cache.put(new Request(at("/g#h")), response);
  equal(response.bodyUsed, true);
  for (const address of ["/g", at("/g#other"), new Request(at("/g"))]) {
    const found = await cache.match(address);
    equal([found.status, found.ok, found.headers.get("x-a")], [404, false, "1"]);
    equal([found.bodyUsed, await found.text(), found === response], [false, "x", false]);
    throws("TypeError", () => found.headers.set("x-a", "2"));
  }
  equal(await (await caches.match("/f", { cacheName: "found" })).text(), "/f");
});

test("a later entry takes the place of an earlier one", async () => {
  const cache = await made("replaced", "/a", "/b", "/a");
  const [first, second] = await cache.keys();
  equal([first.url, second.url, second.mode, second.body], [at("/b"), at("/a"), "cors", null]);
  throws("TypeError", () => first.headers.set("a", "b"));
  await cache.put("/b", new Response("new"));
  equal(await bodies(await cache.matchAll()), ["/a", "new"]);
});

test("streams and missing bodies", async () => {
  const cache = await caches.open("bodies");
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("piece"));
      controller.close();
    },
  });
  await cache.put("/stream", new Response(stream));
  await cache.put("/none", new Response(null, { status: 204 }));
  equal(await (await cache.match("/stream")).text(), "piece");
  equal(await (await cache.match("/stream")).text(), "piece");
  equal((await cache.match("/none")).body, null);
});

test("ignoreSearch", async () => {
  const cache = await made("search", "/a?1", "/a?2", "/b");
  equal(await cache.match("/a"), undefined);
  equal(await bodies(await cache.matchAll("/a", { ignoreSearch: true })), ["/a?1", "/a?2"]);
  equal((await cache.keys("/a?3", { ignoreSearch: true })).length, 2);
  equal(await cache.delete("/a", { ignoreSearch: true }), true);
  equal(
    (await cache.keys()).map((request) => request.url),
    [at("/b")],
  );
});

test("ignoreMethod", async () => {
  const cache = await made("method", "/a");
  const head = new Request(at("/a"), { method: "HEAD" });
  equal(await cache.match(head), undefined);
  equal(await cache.delete(head), false);
  equal(await (await cache.match(head, { ignoreMethod: true })).text(), "/a");
});

test("Vary and ignoreVary", async () => {
  const cache = await caches.open("vary");
  const asking = (language) => new Request(at("/a"), { headers: { "Accept-Language": language } });
  const headers = { Vary: "accept-language, Accept" };
  await cache.put(asking("de"), new Response("de", { headers }));
  await cache.put(asking("en"), new Response("en", { headers }));
  equal(await (await cache.match(asking("en"))).text(), "en");
  equal(await cache.match(asking("fr")), undefined);
  equal(await cache.match("/a"), undefined);
  equal(await bodies(await cache.matchAll("/a", { ignoreVary: true })), ["de", "en"]);
});

test("what cannot be put", async () => {
  const cache = await caches.open("refused");
  const used = new Response("x");
  await used.text();
  const locked = new Response("x");
  locked.body.getReader();
  await rejects("TypeError", cache.put("/a", used));
  await rejects("TypeError", cache.put("/a", locked));
  await rejects("TypeError", cache.put("/a", new Response("x", { status: 206 })));
  await rejects("TypeError", cache.put("/a", new Response("x", { headers: { Vary: "a, *" } })));
  await rejects("TypeError", cache.put(new Request("/a", { method: "POST" }), new Response("x")));
  await rejects("TypeError", cache.put("data:,x", new Response("x")));
  await rejects("TypeError", cache.put("/a", "x"));
  await rejects("TypeError", cache.put("/a"));
  equal((await cache.keys()).length, 0);
});

test("add and addAll fetch", async () => {
  const cache = await caches.open("added");
  equal(await cache.add("/a"), undefined);
  equal(await cache.addAll(["/b", new Request(at("/c"))]), undefined);
  const urls = (await cache.matchAll()).map(({ ok, url }) => `${ok} ${url}`);
  equal(urls, [`true ${at("/a")}`, `true ${at("/b")}`, `true ${at("/c")}`]);
  await rejects("TypeError", cache.addAll(["/d", new Request("/e", { method: "POST" })]));
  await rejects("InvalidStateError", cache.addAll(["/f", "/g", "/f#top"]));
  await rejects("TypeError", cache.addAll(["/h", "ftp://example.com/"]));
  equal((await cache.keys()).length, 3);
});

test("caches by name, in the order of their making", async () => {
  const numbered = async () => (await caches.keys()).filter((name) => name < "9");
  await made("2", "/same");
  const first = await made("1", "/same", "/one");
  equal([await numbered(), await caches.has("1")].flat(), ["2", "1", true]);
  await first.put("/same", new Response("other"));
  equal(await (await caches.match("/same")).text(), "/same");
  equal(await (await caches.match("/same", { cacheName: "1" })).text(), "other");
  equal(await caches.delete("2"), true);
  equal(await (await caches.match("/same")).text(), "other");
  equal(await numbered(), ["1"]);
  equal((await caches.open("1")) === first, false);
  equal((await (await caches.open("1")).keys()).length, 2);
});

test("an object of a deleted cache keeps its entries", async () => {
  const cache = await made("gone", "/kept");
  await caches.delete("gone");
  equal(await (await cache.match("/kept")).text(), "/kept");
  equal((await (await caches.open("gone")).keys()).length, 0);
});
