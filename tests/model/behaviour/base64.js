// scope: ServiceWorkerGlobalScope

test("there and back", () => {
  for (const [text, code] of [
    ["", ""],
    ["a", "YQ=="],
    ["ab", "YWI="],
    ["abc", "YWJj"],
    ["\xff\x00", "/wA="],
  ]) {
    equal(btoa(text), code);
    equal(atob(code), text);
  }
});

test("forgiving", () => {
  equal(atob(" YW\nI"), "ab");
  equal(atob("YQ"), "a");
});

test("not everything is allowed", () => {
  throws("InvalidCharacterError", () => btoa("\u0100"));
  for (const code of ["a", "ab=", "=", "a=b=", "a$bc"]) {
    throws("InvalidCharacterError", () => atob(code));
  }
});
