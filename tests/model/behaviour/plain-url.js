// scope: Window
"use strict";

const urlOf = (text) => new Request(text).url;

test("addresses that need no parser are what the parser makes of them", () => {
  const addresses = [
    "/",
    "/a",
    "/a/",
    "/a/b.min.js",
    "/a?b=1&c=",
    "/?q",
    "https://example.org/a-b/c.js?d",
  ];
  for (const address of addresses) equal(urlOf(address), new URL(address, document.baseURI).href);
});

test("all other addresses go through the parser", () => {
  equal(urlOf("/a/../b"), "https://example.com/b");
  equal(urlOf("/a/./b"), "https://example.com/a/b");
  equal(urlOf("//other.example/a"), "https://other.example/a");
  equal(urlOf("https://EXAMPLE.org/a"), "https://example.org/a");
  equal(urlOf("https://example.org"), "https://example.org/");
  equal(urlOf("/a b"), "https://example.com/a%20b");
  equal(urlOf("/a\nb"), "https://example.com/ab");
  equal(urlOf("/a#b"), "https://example.com/a#b");
  equal(urlOf("/\u00fc"), "https://example.com/%C3%BC");
  equal(urlOf(""), "https://example.com/page.js");
  throws("TypeError", () => urlOf("https://a.0x7f/"));
});
