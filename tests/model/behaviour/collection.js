// scope: Window
// html: <p id="p"></p>
"use strict";

test("value iterables share the methods of arrays", () => {
  equal(NodeList.prototype.forEach, Array.prototype.forEach);
  equal(NodeList.prototype[Symbol.iterator], Array.prototype[Symbol.iterator]);
  const found = [];
  document.querySelectorAll("p").forEach((element, index) => found.push(element.id, index));
  equal(found, ["p", 0]);
});

test("indexed objects can be iterated even if nothing says so", () => {
  equal(HTMLCollection.prototype[Symbol.iterator], Array.prototype[Symbol.iterator]);
});

test("indexed properties cannot be written or deleted", () => {
  const list = document.querySelectorAll("p");
  throws("TypeError", () => {
    list[0] = 1;
  });
  throws("TypeError", () => {
    delete list[0];
  });
  equal(Object.keys(list), ["0"]);
});

test("maplikes", () => {
  const registry = CSS.highlights;
  equal([registry.size, registry.has("x")], [0, false]);
  const highlight = new Highlight();
  equal(registry.set("x", highlight), registry);
  equal(
    [registry.get("x"), [...registry.keys()].join(), registry.delete("x"), registry.size],
    [highlight, "x", true, 0],
  );
  throws("TypeError", () => registry.set("x", 5));
});

test("setlikes", () => {
  const range = new Range();
  const highlight = new Highlight();
  equal(highlight.add(range), highlight);
  equal([highlight.size, highlight.has(range), [...highlight][0]], [1, true, range]);
  equal(Highlight.prototype.keys, Highlight.prototype.values);
  highlight.clear();
  equal(highlight.size, 0);
});

test("iterators have their own class", () => {
  equal(String(CSS.highlights.entries()), "[object HighlightRegistry Iterator]");
});
