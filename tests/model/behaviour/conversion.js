// scope: Window

test("missing arguments", () => {
  throws("TypeError", () => document.createElement());
  throws("TypeError", () => document.body.insertBefore(document.body));
});

test("strings", () => {
  equal(document.createTextNode(null).data, "null");
  equal(document.createTextNode({ toString: () => "text" }).data, "text");
  throws("TypeError", () => document.createTextNode(Symbol("x")));
});

test("null for strings that take null as empty", () => {
  const text = document.createTextNode("x");
  text.data = null;
  equal(text.data, "");
});

test("integers wrap round, or must be in range, or are clamped", () => {
  equal(new MouseEvent("x", { button: 65537 }).button, 1);
  equal(new MouseEvent("x", { button: -32769 }).button, 32767);
  equal(new MouseEvent("x", { buttons: -1 }).buttons, 65535);
  equal(new MouseEvent("x", { clientX: NaN }).clientX, 0);
  equal(new MouseEvent("x", { clientX: "0x10" }).clientX, 16);
  throws("TypeError", () => AbortSignal.timeout(-1));
  throws("TypeError", () => AbortSignal.timeout(Infinity));
  throws("TypeError", () => AbortSignal.timeout(2 ** 53));
});

test("restricted numbers are finite", () => {
  throws("TypeError", () => new WheelEvent("x", { deltaX: NaN }));
  equal(new WheelEvent("x", { deltaX: "1.5" }).deltaX, 1.5);
});

test("dictionaries: wrong types, defaults, inherited members in their order", () => {
  throws("TypeError", () => new Event("x", 5));
  equal(new Event("x", null).bubbles, false);
  equal(new Event("x", undefined).bubbles, false);
  equal(new Event("x", () => {}).bubbles, false);
  const order = [];
  const init = new Proxy(
    {},
    {
      get(target, key) {
        order.push(key);
        return undefined;
      },
    },
  );
  new UIEvent("x", init);
  equal(order.slice(0, 4), ["bubbles", "cancelable", "composed", "detail"]);
  equal(order.indexOf("view") > 3, true);
});

test("enumerations: an error for an argument, silence for an attribute", () => {
  const host = document.createElement("div");
  throws("TypeError", () => host.attachShadow({ mode: "half" }));
  throws("TypeError", () => host.attachShadow({}));
  const canvas = document.createElement("canvas").getContext("2d");
  const before = canvas.textAlign;
  canvas.textAlign = "sideways";
  equal(canvas.textAlign, before);
});

test("interface types", () => {
  throws("TypeError", () => document.body.appendChild({}));
  throws("TypeError", () => document.body.appendChild(null));
  throws("TypeError", () => document.body.appendChild(new Event("x")));
});

test("nullable interface types", () => {
  const child = document.createElement("p");
  equal(document.body.insertBefore(child, null), child);
  equal(document.body.insertBefore(child, undefined), child);
});

test("callbacks", () => {
  throws("TypeError", () => new MutationObserver());
  throws("TypeError", () => new MutationObserver({}));
  equal(String(new MutationObserver(() => {})), "[object MutationObserver]");
});

test("sequences come from anything iterable", () => {
  const ended = AbortSignal.any(new Set([AbortSignal.abort(3)]));
  equal(ended.reason, 3);
  throws("TypeError", () => AbortSignal.any(5));
  throws("TypeError", () => AbortSignal.any([5]));
});

test("overloads are told apart by the types of their arguments", () => {
  const canvas = document.createElement("canvas").getContext("2d");
  const path = new Path2D();
  canvas.fill();
  canvas.fill("evenodd");
  canvas.fill(path);
  throws("TypeError", () => canvas.fill(path, "sideways"));
  throws("TypeError", () => canvas.drawImage());
});

test("unions: a boolean or options", () => {
  const target = new EventTarget();
  let seen = 0;
  const passed = {
    get capture() {
      seen += 1;
      return true;
    },
  };
  target.addEventListener("x", () => {}, passed);
  equal(seen, 1);
});

test("promises: an exception of a conversion becomes a rejection", async () => {
  const found = navigator.serviceWorker.register(Symbol("x"));
  await rejects("TypeError", found);
});

test("surrogates in USVStrings are replaced", () => {
  equal(new URLSearchParams("a=\ud800").get("a"), "\ufffd");
});
