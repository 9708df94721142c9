// scope: ServiceWorkerGlobalScope

test("waitUntil after the event is an error", async () => {
  const event = await new Promise((resolve) =>
    addEventListener("install", resolve, { once: true }),
  );
  event.waitUntil(Promise.resolve());
  await new Promise((resolve) => setTimeout(resolve, 0));
  throws("InvalidStateError", () => event.waitUntil(1));
});

test("a later waitUntil is allowed while an earlier promise is pending", async () => {
  const found = await new Promise((resolve) => {
    addEventListener(
      "activate",
      (event) => {
        let finish;
        event.waitUntil(
          new Promise((done) => {
            finish = done;
          }),
        );
        setTimeout(() => {
          event.waitUntil(Promise.resolve());
          finish();
          setTimeout(() => {
            try {
              event.waitUntil(Promise.resolve());
              resolve("allowed");
            } catch (error) {
              resolve(error.name);
            }
          }, 10);
        }, 10);
      },
      { once: true },
    );
  });
  equal(found, "InvalidStateError");
});

test("an event made by the script cannot be extended", () => {
  const event = new ExtendableEvent("own");
  let found;
  addEventListener("own", () => {
    found = throws("InvalidStateError", () => event.waitUntil(1));
  });
  dispatchEvent(event);
  equal(found instanceof DOMException, true);
});

test("respondWith after the dispatch is an error", () => {
  const event = new FetchEvent("fetch", { request: new Request("https://example.com/") });
  throws("InvalidStateError", () => event.respondWith(new Response("x")));
});

test("required members of event dictionaries", () => {
  throws("TypeError", () => new FetchEvent("fetch"));
  throws("TypeError", () => new FetchEvent("fetch", {}));
  throws("TypeError", () => new FetchEvent("fetch", { request: {} }));
});
