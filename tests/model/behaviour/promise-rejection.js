// scope: ServiceWorkerGlobalScope

test("the promise of an async listener that throws is an unhandled rejection", async () => {
  const target = new EventTarget();
  const problem = new Error("late");
  const found = await new Promise((resolve) => {
    addEventListener(
      "unhandledrejection",
      (event) => {
        event.preventDefault();
        resolve([event.reason === problem, event.promise instanceof Promise, event.cancelable]);
      },
      { once: true },
    );
    target.addEventListener("go", async () => {
      throw problem;
    });
    target.dispatchEvent(new Event("go"));
  });
  equal(found, [true, true, true]);
});

test("reportError fires an error event", () => {
  let found;
  addEventListener(
    "error",
    (event) => {
      event.preventDefault();
      found = event.error;
    },
    { once: true },
  );
  reportError("own");
  equal(found, "own");
});
