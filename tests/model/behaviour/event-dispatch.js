// scope: Window
// html: <div id="outer"><p id="inner">text</p></div>

function tree() {
  const outer = document.createElement("div");
  const inner = document.createElement("p");
  outer.append(inner);
  document.body.append(outer);
  return [outer, inner];
}

test("an event goes down to its target and bubbles up again", () => {
  const [outer, inner] = tree();
  const steps = [];
  for (const target of [window, document, outer, inner]) {
    const note = (event) =>
      steps.push(`${target === window ? "window" : target.nodeName}${event.eventPhase}`);
    target.addEventListener("go", note, true);
    target.addEventListener("go", note);
  }
  inner.dispatchEvent(new Event("go", { bubbles: true }));
  equal(steps.join(" "), "window1 #document1 DIV1 P2 P2 DIV3 #document3 window3");
});

test("an event that does not bubble is still captured on the way down", () => {
  const [outer, inner] = tree();
  const steps = [];
  outer.addEventListener("go", () => steps.push("capture"), true);
  outer.addEventListener("go", () => steps.push("bubble"));
  inner.dispatchEvent(new Event("go"));
  equal(steps, ["capture"]);
});

test("capturing listeners of the target run before the others, whatever their order", () => {
  const target = new EventTarget();
  const steps = [];
  target.addEventListener("go", () => steps.push("bubble"));
  target.addEventListener("go", () => steps.push("capture"), true);
  target.dispatchEvent(new Event("go"));
  equal(steps, ["capture", "bubble"]);
});

test("target and currentTarget during and after the dispatch", () => {
  const [outer, inner] = tree();
  const event = new Event("go", { bubbles: true });
  let found;
  outer.addEventListener("go", () => {
    found = [event.target, event.srcElement, event.currentTarget];
  });
  equal(event.target, null);
  inner.dispatchEvent(event);
  equal(found, [inner, inner, outer]);
  equal([event.target, event.currentTarget, event.eventPhase], [inner, null, 0]);
});

test("stopPropagation ends the way, but not the listeners of the same object", () => {
  const [outer, inner] = tree();
  const steps = [];
  inner.addEventListener("go", (event) => {
    event.stopPropagation();
    steps.push(1);
  });
  inner.addEventListener("go", () => steps.push(2));
  outer.addEventListener("go", () => steps.push(3));
  inner.dispatchEvent(new Event("go", { bubbles: true }));
  equal(steps, [1, 2]);
});

test("stopImmediatePropagation ends everything", () => {
  const target = new EventTarget();
  const steps = [];
  target.addEventListener("go", (event) => {
    event.stopImmediatePropagation();
    steps.push(1);
  });
  target.addEventListener("go", () => steps.push(2));
  target.dispatchEvent(new Event("go"));
  equal(steps, [1]);
});

test("preventDefault works on cancelable events only", () => {
  const target = new EventTarget();
  target.addEventListener("go", (event) => event.preventDefault());
  equal(target.dispatchEvent(new Event("go")), true);
  const event = new Event("go", { cancelable: true });
  equal(target.dispatchEvent(event), false);
  equal(event.defaultPrevented, true);
});

test("returnValue and cancelBubble are the old spellings", () => {
  const event = new Event("go", { cancelable: true });
  equal(event.returnValue, true);
  event.returnValue = false;
  equal([event.returnValue, event.defaultPrevented], [false, true]);
  event.cancelBubble = true;
  equal(event.cancelBubble, true);
  event.cancelBubble = false;
  equal(event.cancelBubble, true);
});

test("the path is there during the dispatch only", () => {
  const [outer, inner] = tree();
  const event = new Event("go");
  let path;
  inner.addEventListener("go", () => {
    path = event.composedPath();
  });
  inner.dispatchEvent(event);
  equal(path, [inner, outer, document.body, document.documentElement, document, window]);
  equal(event.composedPath(), []);
});

test("an event of a script is not trusted, and isTrusted is its own property", () => {
  const event = new Event("go");
  equal(event.isTrusted, false);
  const found = Object.getOwnPropertyDescriptor(event, "isTrusted");
  equal([typeof found.get, found.set, found.configurable], ["function", undefined, false]);
});

test("a load event at the document does not reach the window", () => {
  let reached = false;
  window.addEventListener(
    "load",
    () => {
      reached = true;
    },
    { once: true },
  );
  document.dispatchEvent(new Event("load", { bubbles: true }));
  equal(reached, false);
});

test("an event can be dispatched again, but not while it is on its way", () => {
  const target = new EventTarget();
  let count = 0;
  const event = new Event("go");
  target.addEventListener("go", () => {
    count += 1;
    throws("InvalidStateError", () => target.dispatchEvent(event));
  });
  target.dispatchEvent(event);
  target.dispatchEvent(event);
  equal(count, 2);
});

test("an event without initialization cannot be dispatched", () => {
  const event = document.createEvent("Event");
  throws("InvalidStateError", () => document.dispatchEvent(event));
  event.initEvent("go", true, true);
  equal([event.type, event.bubbles, event.cancelable], ["go", true, true]);
  equal(document.dispatchEvent(event), true);
});

test("event interfaces take their attributes from the dictionary", () => {
  const event = new MouseEvent("click", {
    clientX: 3,
    ctrlKey: true,
    relatedTarget: document.body,
  });
  equal(
    [event.clientX, event.ctrlKey, event.relatedTarget, event.button],
    [3, true, document.body, 0],
  );
  equal(new CustomEvent("go", { detail: 7 }).detail, 7);
  equal(new CustomEvent("go").detail, null);
  throws("TypeError", () => new PromiseRejectionEvent("go", {}));
});

test("a related target inside a shadow tree is retargeted", () => {
  const host = document.createElement("div");
  const inside = document.createElement("b");
  host.attachShadow({ mode: "open" }).append(inside);
  document.body.append(host);
  let found;
  document.body.addEventListener(
    "focusout",
    (event) => {
      found = event.relatedTarget;
    },
    { once: true },
  );
  document.body.dispatchEvent(
    new FocusEvent("focusout", { relatedTarget: inside, composed: true }),
  );
  equal(found, host);
});
