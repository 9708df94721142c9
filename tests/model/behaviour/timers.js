// scope: Window

test("timers run by time, then by age", async () => {
  const order = [];
  setTimeout(() => order.push("c"), 20);
  setTimeout(() => order.push("a"), 10);
  setTimeout(() => order.push("b"), 10);
  setTimeout(() => order.push("now"));
  await new Promise((resolve) => setTimeout(resolve, 30));
  equal(order, ["now", "a", "b", "c"]);
});

test("microtasks run between two timers", async () => {
  const order = [];
  setTimeout(() => {
    order.push("timer 1");
    queueMicrotask(() => order.push("microtask"));
  }, 1);
  setTimeout(() => order.push("timer 2"), 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  equal(order, ["timer 1", "microtask", "timer 2"]);
});

test("the clock and the timers agree", async () => {
  const before = performance.now();
  const date = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  equal([performance.now() - before, Date.now() - date], [1000, 1000]);
  equal(new Date().getTime(), Date.now());
});

test("an interval can end itself, and both functions clear both kinds", async () => {
  let count = 0;
  const id = setInterval(() => {
    count += 1;
    if (count === 3) clearTimeout(id);
  }, 5);
  const other = setTimeout(() => {
    count += 100;
  }, 5);
  clearInterval(other);
  await new Promise((resolve) => setTimeout(resolve, 100));
  equal(count, 3);
});

test("arguments are handed on, and this is the window", async () => {
  const found = await new Promise((resolve) => {
    setTimeout(
      function (...args) {
        resolve([this === window, ...args]);
      },
      0,
      1,
      2,
    );
  });
  equal(found, [true, 1, 2]);
});

test("a string is run as a script", async () => {
  setTimeout("globalThis.fromText = 1", 0);
  await new Promise((resolve) => setTimeout(resolve, 1));
  equal(globalThis.fromText, 1);
});

test("negative and huge delays are zero", async () => {
  const order = [];
  setTimeout(() => order.push("second"), 1);
  setTimeout(() => order.push("negative"), -5);
  setTimeout(() => order.push("huge"), 2 ** 32);
  await new Promise((resolve) => setTimeout(resolve, 2));
  equal(order, ["negative", "huge", "second"]);
});

test("animation frames come every 16 milliseconds", async () => {
  const time = await new Promise((resolve) => requestAnimationFrame(resolve));
  equal(time % 16, 0);
  let ran = false;
  cancelAnimationFrame(
    requestAnimationFrame(() => {
      ran = true;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 40));
  equal(ran, false);
});

test("random numbers are the same each time, and between 0 and 1", () => {
  const found = [Math.random(), Math.random()];
  equal(
    found.every((x) => x >= 0 && x < 1),
    true,
  );
  equal(found[0] === found[1], false);
});

test("queueMicrotask takes functions only and reports what they throw", async () => {
  throws("TypeError", () => queueMicrotask("text"));
  let found;
  addEventListener(
    "error",
    (event) => {
      found = event.error;
      event.preventDefault();
    },
    { once: true },
  );
  queueMicrotask(() => {
    throw 5;
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  equal(found, 5);
});
