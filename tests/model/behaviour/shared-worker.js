// scope: SharedWorkerGlobalScope

test("members of shared workers, and none of other scopes", () => {
  equal(
    ["onconnect", "close", "importScripts", "caches", "WorkerLocation"].filter(
      (name) => name in globalThis,
    ).length,
    5,
  );
  equal(
    ["postMessage", "clients", "document", "skipWaiting", "registerProcessor"].filter(
      (name) => name in globalThis,
    ),
    [],
  );
  equal([self === globalThis, name, String(self)], [true, "", "[object SharedWorkerGlobalScope]"]);
});

test("where the script is", () => {
  equal(location, self.location);
  equal([location.pathname, location.host], ["/page.js", "example.com"]);
});

test("a document connects with a port", async () => {
  const event = await new Promise((resolve) => {
    onconnect = resolve;
  });
  const [port] = event.ports;
  equal([event.constructor, event.data, event.ports.length], [MessageEvent, "", 1]);
  equal([event.source === port, port instanceof MessagePort], [true, true]);
  port.start();
  port.postMessage("answer");
});
