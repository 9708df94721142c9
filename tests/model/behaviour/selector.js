// scope: Window
// html: <main id="m"><p class="a">1</p><p class="a b" lang="de-AT" title='x y'>2</p><div><p>3</p><i></i></div></main>

const texts = (selectors) =>
  [...document.querySelectorAll(selectors)].map((found) => found.textContent);

test("tags, ids, classes and all", () => {
  equal(texts("p"), ["1", "2", "3"]);
  equal(texts("#m > p"), ["1", "2"]);
  equal(texts(".a.b"), ["2"]);
  equal(document.querySelectorAll("main *").length, 5);
});

test("attributes", () => {
  equal(texts("[lang]"), ["2"]);
  equal(texts('p[lang|="de"]'), ["2"]);
  equal(texts("[title~=y]"), ["2"]);
  equal(texts("[class^='a']"), ["1", "2"]);
  equal(texts("[class$=b], [class*='zz']"), ["2"]);
  equal(texts("[lang='DE-at' i]"), ["2"]);
});

test("combinators", () => {
  equal(texts("div p"), ["3"]);
  equal(texts("p + p"), ["2"]);
  equal(texts("p ~ div"), ["3"]);
});

test("pseudo-classes", () => {
  equal(texts("p:first-child"), ["1", "3"]);
  equal(texts("p:not(.a)"), ["3"]);
  equal(texts("main > :nth-child(2n + 1)"), ["1", "3"]);
  equal(texts("div:has(> i)"), ["3"]);
  equal(texts(":is(i, div)").length, 2);
  equal(document.querySelector("i:empty").matches("div > i"), true);
});

test("what is no selector", () => {
  throws("SyntaxError", () => document.querySelector("p["));
  throws("SyntaxError", () => document.querySelector(""));
  throws("SyntaxError", () => document.querySelector("p,,p"));
});

test("closest", () => {
  equal(document.querySelector("i").closest("main").id, "m");
});
