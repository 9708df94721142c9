// scope: Window
"use strict";

test("items by method and by name", () => {
  localStorage.setItem("a", 1);
  localStorage.b = { toString: () => "two" };
  equal([localStorage.getItem("a"), localStorage.b, localStorage.length], ["1", "two", 2]);
  equal(
    [Object.keys(localStorage).join(), localStorage.key(0), localStorage.key(2)],
    ["a,b", "a", null],
  );
  equal(["a" in localStorage, "c" in localStorage], [true, false]);
  delete localStorage.a;
  equal(localStorage.getItem("a"), null);
  localStorage.clear();
  equal(localStorage.length, 0);
});

test("methods are not hidden by items", () => {
  sessionStorage.setItem("getItem", "x");
  equal([typeof sessionStorage.getItem, sessionStorage.getItem("getItem")], ["function", "x"]);
});

test("the two kinds are apart", () => {
  localStorage.c = "1";
  equal(sessionStorage.getItem("c"), null);
});
