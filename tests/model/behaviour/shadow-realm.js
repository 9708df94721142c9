// scope: ShadowRealmGlobalScope

test("what belongs to windows and workers is missing", () => {
  equal(
    ["document", "window", "setTimeout", "fetch", "location", "Worker", "Blob"].filter(
      (name) => name in globalThis,
    ),
    [],
  );
  equal(["timeout" in AbortSignal, "createObjectURL" in URL], [false, false]);
});

test("the language and what is exposed everywhere is there", () => {
  equal(
    [typeof Map, typeof console.log, typeof ReadableStream],
    ["function", "function", "function"],
  );
  equal(new URL("a", "https://example.org/b").href, "https://example.org/a");
  equal(new TextDecoder().decode(new TextEncoder().encode("ä")), "ä");
  equal([self === globalThis, String(self)], [true, "[object ShadowRealmGlobalScope]"]);
});

test("what all global objects have", async () => {
  equal([atob("YQ=="), btoa("a"), structuredClone({ a: 1 }).a], ["a", "YQ==", 1]);
  await new Promise((resolve) => queueMicrotask(resolve));
});

test("the global object is a target of events", () => {
  const heard = [];
  addEventListener("a", (event) => heard.push(event.type, event.target === self));
  dispatchEvent(new CustomEvent("a"));
  equal(heard, ["a", true]);
});

test("the prototype of the global object can be changed", () => {
  const proto = Object.getPrototypeOf(globalThis);
  equal(Reflect.setPrototypeOf(globalThis, Object.create(proto)), true);
  equal(Reflect.setPrototypeOf(globalThis, proto), true);
});
