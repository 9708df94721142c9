// scope: DedicatedWorkerGlobalScope

test("abort sets the reason and fires one event", () => {
  const controller = new AbortController();
  const found = [];
  controller.signal.onabort = (event) => found.push(event.type, event.isTrusted, event.bubbles);
  controller.abort();
  controller.abort("again");
  equal(found, ["abort", true, false]);
  equal([controller.signal.aborted, controller.signal.reason.name], [true, "AbortError"]);
});

test("any value can be the reason", () => {
  const controller = new AbortController();
  controller.abort(7);
  equal(controller.signal.reason, 7);
  try {
    controller.signal.throwIfAborted();
  } catch (reason) {
    equal(reason, 7);
  }
  equal(AbortSignal.abort("now").reason, "now");
});

test("the signal of a controller stays the same", () => {
  const controller = new AbortController();
  equal(controller.signal, controller.signal);
  throws("TypeError", () => new AbortSignal());
});

test("timeout aborts when its time has come", async () => {
  const signal = AbortSignal.timeout(50);
  await new Promise((resolve) => setTimeout(resolve, 49));
  equal(signal.aborted, false);
  await new Promise((resolve) => setTimeout(resolve, 1));
  equal([signal.aborted, signal.reason.name], [true, "TimeoutError"]);
});

test("any follows the first of its sources, sources of sources included", () => {
  const first = new AbortController();
  const second = new AbortController();
  const inner = AbortSignal.any([first.signal]);
  const outer = AbortSignal.any([inner, second.signal]);
  const order = [];
  inner.onabort = () => order.push("inner", outer.aborted);
  outer.onabort = () => order.push("outer");
  first.abort("reason");
  equal(order, ["inner", true, "outer"]);
  equal(outer.reason, "reason");
  equal(AbortSignal.any([AbortSignal.abort(1), AbortSignal.abort(2)]).reason, 1);
});
