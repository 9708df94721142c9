// scope: ServiceWorkerGlobalScope

test("the same listener is added once", () => {
  const target = new EventTarget();
  let count = 0;
  const listener = () => {
    count += 1;
  };
  target.addEventListener("go", listener);
  target.addEventListener("go", listener, { passive: true });
  target.dispatchEvent(new Event("go"));
  equal(count, 1);
  target.addEventListener("go", listener, true);
  target.dispatchEvent(new Event("go"));
  equal(count, 3);
});

test("removing needs the same capture and nothing else", () => {
  const target = new EventTarget();
  let count = 0;
  const listener = () => {
    count += 1;
  };
  target.addEventListener("go", listener, { capture: true, once: true });
  target.removeEventListener("go", listener);
  target.dispatchEvent(new Event("go"));
  target.addEventListener("go", listener, { capture: true });
  target.removeEventListener("go", listener, { capture: true });
  target.dispatchEvent(new Event("go"));
  equal(count, 1);
});

test("once: the listener is gone before it runs", () => {
  const target = new EventTarget();
  let count = 0;
  target.addEventListener(
    "go",
    () => {
      count += 1;
      if (count < 3) target.dispatchEvent(new Event("go"));
    },
    { once: true },
  );
  target.dispatchEvent(new Event("go"));
  equal(count, 1);
});

test("passive: preventDefault does nothing", () => {
  const target = new EventTarget();
  const event = new Event("go", { cancelable: true });
  target.addEventListener("go", () => event.preventDefault(), { passive: true });
  equal(target.dispatchEvent(event), true);
  target.addEventListener("go", () => event.preventDefault(), { passive: false });
  equal(target.dispatchEvent(event), false);
});

test("signal: aborting removes the listener, and an aborted one adds none", () => {
  const target = new EventTarget();
  const controller = new AbortController();
  let count = 0;
  target.addEventListener(
    "go",
    () => {
      count += 1;
    },
    { signal: controller.signal },
  );
  target.dispatchEvent(new Event("go"));
  controller.abort();
  target.dispatchEvent(new Event("go"));
  target.addEventListener(
    "go",
    () => {
      count += 1;
    },
    { signal: controller.signal },
  );
  target.dispatchEvent(new Event("go"));
  equal(count, 1);
  throws("TypeError", () => target.addEventListener("go", () => {}, { signal: null }));
});

test("a listener added during the dispatch waits for the next one", () => {
  const target = new EventTarget();
  let count = 0;
  target.addEventListener(
    "go",
    () => {
      target.addEventListener("go", () => {
        count += 1;
      });
    },
    { once: true },
  );
  target.dispatchEvent(new Event("go"));
  equal(count, 0);
  target.dispatchEvent(new Event("go"));
  equal(count, 1);
});

test("a listener removed during the dispatch does not run", () => {
  const target = new EventTarget();
  let count = 0;
  const second = () => {
    count += 1;
  };
  target.addEventListener("go", () => target.removeEventListener("go", second));
  target.addEventListener("go", second);
  target.dispatchEvent(new Event("go"));
  equal(count, 0);
});

test("handleEvent is looked up at each call, with the object as this", () => {
  const target = new EventTarget();
  const found = [];
  const object = {
    handleEvent(event) {
      found.push(this === object, event.type);
      this.handleEvent = () => found.push("changed");
    },
  };
  target.addEventListener("go", object);
  target.dispatchEvent(new Event("go"));
  target.dispatchEvent(new Event("go"));
  equal(found, [true, "go", "changed"]);
});

test("this of a function is the current target", () => {
  const target = new EventTarget();
  let found;
  target.addEventListener("go", function () {
    found = this;
  });
  target.dispatchEvent(new Event("go"));
  equal(found, target);
});

test("what a listener throws is reported and stops nothing", () => {
  const target = new EventTarget();
  const found = [];
  const problem = new Error("first");
  addEventListener(
    "error",
    (event) => {
      found.push(event.error === problem, event.message);
      event.preventDefault();
    },
    { once: true },
  );
  target.addEventListener("go", () => {
    throw problem;
  });
  target.addEventListener("go", () => found.push("second"));
  target.dispatchEvent(new Event("go"));
  equal(found, [true, "Error: first", "second"]);
});

test("null is no listener and a string is an error", () => {
  const target = new EventTarget();
  target.addEventListener("go", null);
  throws("TypeError", () => target.addEventListener("go", "listener"));
  throws("TypeError", () => target.addEventListener("go"));
});

test("classes can extend EventTarget", () => {
  class Counter extends EventTarget {
    count = 0;
    increment() {
      this.count += 1;
      this.dispatchEvent(new CustomEvent("changed", { detail: this.count }));
    }
  }
  const counter = new Counter();
  let found = 0;
  counter.addEventListener("changed", (event) => {
    found = event.detail;
  });
  counter.increment();
  equal([found, counter instanceof EventTarget], [1, true]);
});

test("without this, the global object is the target", () => {
  let count = 0;
  const add = addEventListener;
  add("own", () => {
    count += 1;
  });
  dispatchEvent(new Event("own"));
  equal(count, 1);
});
