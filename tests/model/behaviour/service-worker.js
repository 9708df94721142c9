// scope: ServiceWorkerGlobalScope
"use strict";

const states = [self.serviceWorker.state];
const next = (type) => new Promise((resolve) => addEventListener(type, resolve, { once: true }));
const workers = () =>
  ["installing", "waiting", "active"].map((name) => registration[name] === self.serviceWorker);
const claims = [clients.claim().catch((error) => error.name)];

test("the life of a worker", async () => {
  await next("install");
  states.push(self.serviceWorker.state);
  equal(workers(), [true, false, false]);
  claims.push(clients.claim().catch((error) => error.name));
  equal(await self.skipWaiting(), undefined);
  await next("activate");
  states.push(self.serviceWorker.state);
  equal(workers(), [false, false, true]);
  claims.push(clients.claim());
  equal(states, ["parsed", "installing", "activating"]);
  equal(await Promise.all(claims), ["InvalidStateError", "InvalidStateError", undefined]);
  equal(registration.waiting, null);
});

test("the worker and its script", () => {
  equal(self.serviceWorker === self.serviceWorker, true);
  equal(self.serviceWorker.scriptURL, "https://example.com/page.js");
  equal(self.serviceWorker.postMessage({ a: 1 }), undefined);
  throws("DataCloneError", () => self.serviceWorker.postMessage(() => 1));
});

test("no client is there that nobody opened", async () => {
  equal((await clients.matchAll({ type: "worker" })).length, 0);
  equal(await clients.get("00000000-0000-4000-8000-000000000000"), undefined);
});

test("windows open where a user asked for it", async () => {
  await rejects("TypeError", clients.openWindow("https://["));
  await rejects("TypeError", clients.openWindow("about:blank"));
  await rejects("InvalidAccessError", clients.openWindow("/a"));
});

test("messages of a script have the source that they were given", () => {
  equal(new ExtendableMessageEvent("message").source, null);
  const { port1 } = new MessageChannel();
  const event = new ExtendableMessageEvent("message", { source: port1, data: 1, origin: "o" });
  equal([event.source === port1, event.data, event.origin], [true, 1, "o"]);
  throws("TypeError", () => new ExtendableMessageEvent("message", { source: {} }));
});

test("no message without data, and none of what is no text or bytes", () => {
  equal(new PushEvent("push").data, null);
  equal(new PushEvent("push", { data: undefined }).data, null);
  throws("TypeError", () => new PushMessageData());
});

test("messages of a push service", async () => {
  const { data } = new PushEvent("push", { data: '{"a":"\u00fc"}' });
  equal([data.text(), data.json().a, data.text()], ['{"a":"\u00fc"}', "\u00fc", '{"a":"\u00fc"}']);
  equal([data.bytes().length, data.arrayBuffer().byteLength], [10, 10]);
  equal([await data.blob().text(), data.blob().type], ['{"a":"\u00fc"}', ""]);
  const { data: bytes } = new PushEvent("push", { data: new Uint8Array([104, 105]).buffer });
  equal(bytes.text(), "hi");
  throws("SyntaxError", () => bytes.json());
  bytes.bytes()[0] = 0;
  equal(bytes.text(), "hi");
});

test("notifications are shown by registrations", async () => {
  throws("TypeError", () => new Notification("a"));
  const show = (title, options) => registration.showNotification(title, options);
  await rejects("TypeError", show("a", { renotify: true }));
  await rejects("TypeError", show("a", { silent: true, vibrate: [1] }));
  await rejects("DataCloneError", show("a", { data: () => 1 }));
  equal((await registration.getNotifications()).length, 0);
  await show("one", { tag: "t", data: { a: 1 }, body: "text" });
  await show("two");
  await show("three", { tag: "t" });
  const titles = async (filter) =>
    (await registration.getNotifications(filter)).map(({ title }) => title);
  equal(await titles(), ["two", "three"]);
  equal(await titles({ tag: "t" }), ["three"]);
  (await registration.getNotifications({ tag: "t" }))[0].close();
  equal(await titles(), ["two"]);
});

test("events of notifications", () => {
  throws("TypeError", () => new NotificationEvent("notificationclick", {}));
  equal([NotificationEvent.length, "onnotificationclose" in self], [2, true]);
});

test("tags of synchronizations", async () => {
  equal(await registration.sync.getTags(), []);
  await registration.sync.register("a");
  await registration.sync.register("b");
  await registration.sync.register("a");
  equal(await registration.sync.getTags(), ["a", "b"]);
  await registration.periodicSync.register("c", { minInterval: 1 });
  equal(await registration.periodicSync.getTags(), ["c"]);
  await registration.periodicSync.unregister("c");
  equal(await registration.periodicSync.getTags(), []);
});

test("events of synchronizations", () => {
  const event = new SyncEvent("sync", { tag: "t" });
  equal([event.tag, event.lastChance], ["t", false]);
  equal(new SyncEvent("sync", { tag: "t", lastChance: true }).lastChance, true);
  equal(new PeriodicSyncEvent("periodicsync", { tag: "p" }).tag, "p");
  throws("TypeError", () => new SyncEvent("sync", {}));
});

const fetching = registration.backgroundFetch;

test("fetches that cannot start", async () => {
  await rejects("TypeError", fetching.fetch("none", []));
  await rejects("TypeError", fetching.fetch("mode", new Request("/a", { mode: "no-cors" })));
  equal(await fetching.get("none"), null);
});

test("fetches that go on", async () => {
  const begun = await fetching.fetch("movie", ["/a?x", new Request("/b")], { downloadTotal: 9 });
  equal([begun.id, begun.result, begun.failureReason], ["movie", "", ""]);
  equal([begun.downloadTotal, begun.downloaded, begun.recordsAvailable], [9, 0, true]);
  const isListed = async () => (await fetching.getIds()).includes("movie");
  equal([(await fetching.get("movie")) === begun, await isListed()], [true, true]);
  await rejects("TypeError", fetching.fetch("movie", "/c"));
  const urls = (records) => records.map(({ request }) => request.url);
  const all = ["https://example.com/a?x", "https://example.com/b"];
  equal(urls(await begun.matchAll()), all);
  equal(urls(await begun.matchAll("/a")), []);
  equal(urls(await begun.matchAll("/a", { ignoreSearch: true })), [all[0]]);
  equal(await begun.match("/none"), undefined);
  const response = await (await begun.match("/b")).responseReady;
  equal([response instanceof Response, response.url], [true, all[1]]);
  equal([await begun.abort(), await begun.abort()], [true, false]);
  equal([begun.result, begun.failureReason], ["failure", "aborted"]);
  equal([await fetching.get("movie"), await isListed()], [null, false]);
});

test("the interface is updated by events that the browser fires", async () => {
  const registration_ = await fetching.fetch("ui", "/a");
  const event = new BackgroundFetchUpdateUIEvent("x", { registration: registration_ });
  equal(event.registration === registration_, true);
  await rejects("InvalidStateError", event.updateUI({ title: "x" }));
  throws("TypeError", () => new BackgroundFetchEvent("x", {}));
});
