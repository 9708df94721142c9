// scope: Window

test("marks and measures are listed by time", async () => {
  const start = performance.mark("start", { detail: { n: 1 } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  performance.mark("end");
  const measured = performance.measure("both", "start", "end");
  equal([measured.duration, measured.startTime, start.detail.n], [20, start.startTime, 1]);
  equal(
    performance.getEntriesByType("mark").map((entry) => entry.name),
    ["start", "end"],
  );
  equal(performance.getEntriesByName("both")[0], measured);
});

test("clearing takes names away", () => {
  performance.mark("once");
  performance.clearMarks("once");
  equal(performance.getEntriesByName("once").length, 0);
});

test("a measure needs marks that there are", () => {
  throws("SyntaxError", () => performance.measure("none", "nowhere"));
  throws("TypeError", () => performance.measure("none", { start: 1, end: 2, duration: 1 }));
  throws("TypeError", () => performance.measure("none", { detail: 1 }));
});

test("moments of loading are no names of marks", () => {
  throws("SyntaxError", () => performance.mark("domComplete"));
  throws("TypeError", () => performance.mark("x", { startTime: -1 }));
});
