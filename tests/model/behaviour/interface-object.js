// scope: ServiceWorkerGlobalScope
"use strict";

test("interface objects are there, not enumerable, and their prototypes cannot be replaced", () => {
  const found = Object.getOwnPropertyDescriptor(globalThis, "Clients");
  equal(
    [typeof found.value, found.writable, found.enumerable, found.configurable],
    ["function", true, false, true],
  );
  const prototype = Object.getOwnPropertyDescriptor(Clients, "prototype");
  equal([prototype.writable, prototype.enumerable, prototype.configurable], [false, false, false]);
  equal([Clients.name, Clients.length, Clients.prototype.constructor], ["Clients", 0, Clients]);
});

test("inheritance", () => {
  equal(Object.getPrototypeOf(FetchEvent), ExtendableEvent);
  equal(Object.getPrototypeOf(FetchEvent.prototype), ExtendableEvent.prototype);
  equal(globalThis instanceof ServiceWorkerGlobalScope, true);
  equal(globalThis instanceof WorkerGlobalScope && globalThis instanceof EventTarget, true);
});

test("only what the scope exposes is there", () => {
  equal(
    [typeof Window, typeof document, typeof HTMLElement],
    ["undefined", "undefined", "undefined"],
  );
  throws("ReferenceError", () => document.title);
});

test("class strings", () => {
  equal(String(clients), "[object Clients]");
  equal(String(globalThis), "[object ServiceWorkerGlobalScope]");
  equal(Object.prototype.toString.call(new Event("x")), "[object Event]");
});

test("members sit on the prototype, those of the global on the global itself", () => {
  const found = Object.getOwnPropertyDescriptor(Event.prototype, "type");
  equal(
    [found.get.name, found.set, found.enumerable, found.configurable],
    ["get type", undefined, true, true],
  );
  const method = Object.getOwnPropertyDescriptor(EventTarget.prototype, "addEventListener");
  equal(
    [method.value.name, method.value.length, method.writable, method.enumerable],
    ["addEventListener", 2, true, true],
  );
  equal(Object.hasOwn(globalThis, "clients"), true);
  equal(Object.hasOwn(globalThis, "fetch"), false);
});

test("constants are on the object and the prototype", () => {
  equal([Event.AT_TARGET, Event.prototype.AT_TARGET, new Event("x").BUBBLING_PHASE], [2, 2, 3]);
  const found = Object.getOwnPropertyDescriptor(Event, "AT_TARGET");
  equal([found.writable, found.enumerable, found.configurable], [false, true, false]);
});

test("constants come in the order of their specification", () => {
  const order = ["NONE", "CAPTURING_PHASE", "AT_TARGET", "BUBBLING_PHASE"];
  equal(Object.keys(Event), order);
  equal(
    Object.keys(Event.prototype).filter((key) => key === key.toUpperCase()),
    order,
  );
});

test("calling a member on the wrong object", async () => {
  throws("TypeError", () => Event.prototype.type);
  await rejects("TypeError", Clients.prototype.openWindow.call({}, "/"));
});

test("constructors need new, and some interfaces have none", () => {
  throws("TypeError", () => Event("x"));
  throws("TypeError", () => new Clients());
  throws("TypeError", () => new Event());
});

test("methods have no prototype and cannot be constructed", () => {
  equal("prototype" in clients.openWindow, false);
  throws("TypeError", () => new clients.openWindow("/"));
});

test("read-only attributes throw in strict code, replaceable ones give way", () => {
  throws("TypeError", () => {
    clients.constructor.prototype.openWindow = 1;
    new Event("x").type = 1;
  });
  const before = Object.getOwnPropertyDescriptor(WorkerGlobalScope.prototype, "origin");
  equal(typeof before.set, "function");
  globalThis.origin = 5;
  equal(globalThis.origin, 5);
});

test("same object each time", () => {
  equal(clients, clients);
  equal(registration.navigationPreload, registration.navigationPreload);
});

test("the prototypes of the global object cannot be changed", () => {
  throws("TypeError", () => Object.setPrototypeOf(globalThis, {}));
  equal(Reflect.setPrototypeOf(globalThis, {}), false);
  equal(Reflect.setPrototypeOf({}, {}), true);
});

test("toString of a stringifier and of a namespace", () => {
  equal(Object.prototype.toString.call(console), "[object console]");
  equal(String(location), "https://example.com/page.js");
});
