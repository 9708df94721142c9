// scope: Window
// html: <x-early name="e"></x-early>

const log = [];
class Early extends HTMLElement {
  static observedAttributes = ["name"];
  constructor() {
    super();
    log.push("constructor");
  }
  connectedCallback() {
    log.push("connected");
  }
  disconnectedCallback() {
    log.push("disconnected");
  }
  attributeChangedCallback(name, before, after) {
    log.push(`${name}: ${before} -> ${after}`);
  }
}

test("elements of the markup are upgraded", () => {
  customElements.define("x-early", Early);
  equal(log, ["constructor", "name: null -> e", "connected"]);
  equal(document.querySelector("x-early") instanceof Early, true);
});

test("reactions to what happens to an element", () => {
  log.length = 0;
  const element = document.createElement("x-early");
  element.setAttribute("name", "n");
  element.setAttribute("other", "o");
  document.body.append(element);
  element.remove();
  equal(log, ["constructor", "name: null -> n", "connected", "disconnected"]);
});

test("new makes one too, but only of defined classes", () => {
  equal(new Early().localName, "x-early");
  throws("TypeError", () => new (class extends HTMLElement {})());
  throws("TypeError", () => new HTMLElement());
});

test("the registry", async () => {
  equal([customElements.get("x-early"), customElements.get("x-no")], [Early, undefined]);
  throws("SyntaxError", () => customElements.define("plain", class extends HTMLElement {}));
  throws("NotSupportedError", () => customElements.define("x-early", class extends HTMLElement {}));
  equal(await customElements.whenDefined("x-early"), Early);
});
