// scope: Window
// html: <title>T</title><ul id="list" class="a b"><li>1</li><li data-kind="two">2</li></ul><form name="f"><input name="who" value="x"></form><svg><g id="part"></g></svg>

test("the document of the markup", () => {
  equal(document.title, "T");
  equal(document.body.firstElementChild.id, "list");
  equal(document.documentElement.nodeName, "HTML");
  equal(document.getElementById("list").children.length, 2);
  equal(document.compatMode, "CSS1Compat");
});

test("elements of an SVG document", () => {
  const svg = document.querySelector("svg");
  equal(svg.getElementById("part"), svg.firstChild);
});

test("elements of ids are names of the window", () => {
  equal(typeof list, "object");
  equal(list, document.getElementById("list"));
});

test("adding, moving and removing nodes", () => {
  const parent = document.createElement("div");
  const [a, b, c] = ["a", "b", "i"].map((name) => document.createElement(name));
  parent.append(a, "text", b);
  parent.insertBefore(c, a);
  equal(
    [...parent.childNodes].map((node) => node.nodeName),
    ["I", "A", "#text", "B"],
  );
  parent.append(c);
  equal(parent.lastChild, c);
  b.remove();
  equal([b.parentNode, parent.childNodes.length], [null, 3]);
  parent.replaceChildren(b);
  equal([parent.firstChild, parent.childElementCount, a.isConnected], [b, 1, false]);
});

test("a fragment gives its children away", () => {
  const fragment = document.createDocumentFragment();
  fragment.append(document.createElement("a"), document.createElement("b"));
  const parent = document.createElement("div");
  parent.append(fragment);
  equal([parent.childElementCount, fragment.childNodes.length], [2, 0]);
});

test("trees stay trees", () => {
  const outer = document.createElement("div");
  const inner = document.createElement("p");
  outer.append(inner);
  throws("HierarchyRequestError", () => inner.appendChild(outer));
  throws("HierarchyRequestError", () => outer.appendChild(outer));
  throws("NotFoundError", () => outer.removeChild(document.body));
  throws("HierarchyRequestError", () => document.createTextNode("x").appendChild(outer));
});

test("text content", () => {
  const element = document.createElement("p");
  element.innerHTML = "a<b>c</b>";
  equal(element.textContent, "ac");
  element.textContent = "<i>";
  equal([element.childNodes.length, element.innerHTML], [1, "&lt;i&gt;"]);
});

test("attributes, class lists and data", () => {
  const element = document.createElement("div");
  element.setAttribute("ID", "x");
  element.className = "one two one";
  equal(
    [element.id, element.getAttribute("class"), element.classList.length],
    ["x", "one two one", 2],
  );
  equal([element.classList.toggle("two"), element.classList.toggle("three")], [false, true]);
  equal(element.className, "one three");
  throws("SyntaxError", () => element.classList.add(""));
  throws("InvalidCharacterError", () => element.classList.add("a b"));
  element.dataset.someName = 5;
  equal([element.getAttribute("data-some-name"), "someName" in element.dataset], ["5", true]);
  delete element.dataset.someName;
  equal(element.hasAttribute("data-some-name"), false);
});

test("reflected attributes", () => {
  const input = document.createElement("input");
  input.placeholder = "p";
  input.required = true;
  equal([input.getAttribute("placeholder"), input.getAttribute("required")], ["p", ""]);
  input.required = false;
  equal(input.hasAttribute("required"), false);
  const label = document.createElement("label");
  label.htmlFor = "x";
  equal(label.getAttribute("for"), "x");
});

test("live lists", () => {
  const parent = document.createElement("div");
  const kids = parent.children;
  parent.append(document.createElement("a"));
  equal([kids.length, kids[0].nodeName, kids.item(1), 1 in kids], [1, "A", null, false]);
  equal([...kids].length, 1);
});

test("clones", () => {
  const element = document.getElementById("list");
  const copy = element.cloneNode(true);
  equal([copy === element, copy.isEqualNode(element), copy.parentNode], [false, true, null]);
  equal(element.cloneNode().childNodes.length, 0);
});

test("positions", () => {
  const [first, second] = document.getElementById("list").children;
  equal(first.compareDocumentPosition(second), Node.DOCUMENT_POSITION_FOLLOWING);
  equal(document.body.contains(first), true);
  equal(second.previousElementSibling, first);
  equal(first.nextElementSibling, second);
});

test("interfaces of elements", () => {
  const names = ["a", "canvas", "input", "video", "h2", "x-y", "nothing"].map(
    (tag) => document.createElement(tag).constructor.name,
  );
  equal(names, [
    "HTMLAnchorElement",
    "HTMLCanvasElement",
    "HTMLInputElement",
    "HTMLVideoElement",
    "HTMLHeadingElement",
    "HTMLElement",
    "HTMLUnknownElement",
  ]);
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  equal([circle.constructor.name, circle.tagName], ["SVGCircleElement", "circle"]);
  throws("InvalidCharacterError", () => document.createElement("1"));
});

test("styles", () => {
  const element = document.createElement("p");
  element.style.backgroundColor = "red";
  element.style.setProperty("--own", "1px");
  equal(element.getAttribute("style"), "background-color: red; --own: 1px;");
  equal([element.style.backgroundColor, element.style.color], ["red", ""]);
  element.style = "color: blue";
  equal(element.style.color, "blue");
});

test("attributes as nodes can be copied", () => {
  const element = document.createElement("p");
  element.setAttribute("lang", "de");
  const copy = element.getAttributeNode("lang").cloneNode(true);
  equal([copy.name, copy.value, copy.ownerElement], ["lang", "de", null]);
  const other = document.createElement("p");
  other.setAttributeNode(copy);
  equal(other.attributes[0].value, "de");
});
