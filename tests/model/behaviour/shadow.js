// scope: Window

function host(mode) {
  const element = document.createElement("div");
  const shadow = element.attachShadow({ mode });
  shadow.innerHTML = "<p><slot></slot></p><slot name='s'></slot>";
  document.body.append(element);
  return [element, shadow];
}

test("open and closed", () => {
  const [open, shadow] = host("open");
  const [closed] = host("closed");
  equal([open.shadowRoot, closed.shadowRoot], [shadow, null]);
  equal([shadow.host, shadow.mode], [open, "open"]);
  throws("NotSupportedError", () => open.attachShadow({ mode: "open" }));
});

test("composed events leave, retargeted; others stay", () => {
  const [element, shadow] = host("open");
  const inside = shadow.querySelector("p");
  const found = [];
  element.addEventListener("go", (event) => found.push(event.target === element));
  inside.dispatchEvent(new Event("go", { bubbles: true }));
  inside.dispatchEvent(new Event("go", { bubbles: true, composed: true }));
  equal(found, [true]);
});

test("the path hides closed trees", () => {
  const [element, shadow] = host("closed");
  const inside = shadow.querySelector("p");
  let outer;
  let inner;
  element.addEventListener("go", (event) => {
    outer = event.composedPath();
  });
  inside.addEventListener("go", (event) => {
    inner = event.composedPath();
  });
  inside.dispatchEvent(new Event("go", { bubbles: true, composed: true }));
  equal(outer[0], element);
  equal(inner.slice(0, 3), [inside, shadow, element]);
});

test("slots", () => {
  const [element, shadow] = host("open");
  const own = document.createElement("b");
  const named = document.createElement("i");
  named.slot = "s";
  element.append(own, named);
  const [first, second] = shadow.querySelectorAll("slot");
  equal(first.assignedElements(), [own]);
  equal(second.assignedNodes(), [named]);
  equal(named.assignedSlot, second);
  own.remove();
  equal(first.assignedNodes(), []);
});

test("events of slotted nodes pass through the slot", () => {
  const [element, shadow] = host("open");
  const own = document.createElement("b");
  element.append(own);
  let found = false;
  shadow.querySelector("slot").addEventListener("go", () => {
    found = true;
  });
  own.dispatchEvent(new Event("go", { bubbles: true }));
  equal(found, true);
});
