// scope: ServiceWorkerGlobalScope

test("absolute URLs, normalized", () => {
  for (const [text, href] of [
    ["HTTP://EXAMPLE.com:80/a/../b/./c?x#y", "http://example.com/b/c?x#y"],
    ["https://example.com", "https://example.com/"],
    ["https://u:p@example.com:8080/", "https://u:p@example.com:8080/"],
    ["https://example.com/a b?c d#e f", "https://example.com/a%20b?c%20d#e%20f"],
    ["https:\\\\example.com\\a", "https://example.com/a"],
    ["  https://example.com/\n", "https://example.com/"],
    ["mailto:someone@example.com", "mailto:someone@example.com"],
    ["data:text/plain,x y", "data:text/plain,x y"],
    ["file:///tmp/x", "file:///tmp/x"],
    ["https://example.com/%2e%2E/a", "https://example.com/a"],
    ["https://[::1]:3000/", "https://[::1]:3000/"],
  ]) {
    equal(new URL(text).href, href);
  }
});

test("relative URLs", () => {
  const base = "https://example.com/a/b?c#d";
  for (const [text, href] of [
    ["", "https://example.com/a/b?c"],
    ["x", "https://example.com/a/x"],
    ["../x", "https://example.com/x"],
    ["/x", "https://example.com/x"],
    ["//other.org/x", "https://other.org/x"],
    ["?x", "https://example.com/a/b?x"],
    ["#x", "https://example.com/a/b?c#x"],
    ["https:x", "https://example.com/a/x"],
  ]) {
    equal(new URL(text, base).href, href);
  }
});

test("what is no URL", () => {
  for (const text of [
    "",
    "x",
    "//example.com",
    "https://",
    "https://a b/",
    "https://example.com:99999/",
  ]) {
    throws("TypeError", () => new URL(text));
    equal(URL.canParse(text), false);
    equal(URL.parse(text), null);
  }
  equal(URL.canParse("x", "https://example.com"), true);
});

test("parts", () => {
  const url = new URL("https://u:p@example.com:8080/a/b?c=d#e");
  equal(
    [
      url.origin,
      url.protocol,
      url.username,
      url.password,
      url.host,
      url.hostname,
      url.port,
      url.pathname,
      url.search,
      url.hash,
    ],
    [
      "https://example.com:8080",
      "https:",
      "u",
      "p",
      "example.com:8080",
      "example.com",
      "8080",
      "/a/b",
      "?c=d",
      "#e",
    ],
  );
  equal([new URL("https://x/?").search, new URL("https://x/#").hash], ["", ""]);
});

test("changing parts", () => {
  const url = new URL("https://example.com/");
  url.pathname = "a b";
  url.search = "c=d";
  url.hash = "e";
  url.port = "443";
  url.hostname = "Other.org";
  equal(url.href, "https://other.org/a%20b?c=d#e");
  url.port = "81";
  url.host = "example.com:82";
  url.protocol = "http";
  equal(String(url), "http://example.com:82/a%20b?c=d#e");
  throws("TypeError", () => {
    url.href = "nothing";
  });
});

test("searchParams and the URL follow each other", () => {
  const url = new URL("https://example.com/?a=1");
  const params = url.searchParams;
  params.append("b", "c d");
  equal(url.href, "https://example.com/?a=1&b=c+d");
  url.search = "?x=y";
  equal([params.get("x"), params.get("a"), url.searchParams === params], ["y", null, true]);
  params.delete("x");
  equal(url.href, "https://example.com/");
});

test("lists of parameters", () => {
  const params = new URLSearchParams("?a=1&b=%C3%BC&a=x+y&c");
  equal(
    [params.get("b"), params.getAll("a").join(), params.get("c"), params.size],
    ["\u00fc", "1,x y", "", 4],
  );
  params.set("a", "2");
  params.sort();
  equal(String(params), "a=2&b=%C3%BC&c=");
  equal([params.has("a"), params.has("a", "3")], [true, false]);
  equal([...params.keys()].join(), "a,b,c");
  equal(String(new URLSearchParams({ a: "1", b: "&" })), "a=1&b=%26");
  equal(String(new URLSearchParams([["a", "1"]])), "a=1");
  throws("TypeError", () => new URLSearchParams([["a"]]));
});

test("hosts are names, IPv4 or IPv6 addresses", () => {
  equal(new URL("http://0x7f.1/").hostname, "127.0.0.1");
  equal(new URL("http://[1:0:0:0:2::]/").hostname, "[1::2:0:0:0]");
  equal(new URL("http://[::127.0.0.1]/").hostname, "[::7f00:1]");
  equal(new URL("http://b\u00fccher.example/").hostname, "xn--bcher-kva.example");
  throws("TypeError", () => new URL("http://1.2.3.4.5/"));
  throws("TypeError", () => new URL("http://a b/"));
});

test("domains are folded as UTS #46 says", () => {
  const ascii = (domain) => new URL(`http://${domain}/`).hostname;
  equal(ascii("XN--BCHER-KVA.example"), "xn--bcher-kva.example");
  equal(ascii("\uff22\u00fc\u00adcher\u3002Example"), "xn--bcher-kva.example");
  equal(ascii("fa\u00df.example"), "xn--fa-hia.example");
  equal(ascii("b\u00fc,cher"), ascii("xn--b,cher-3ya"));
  equal(ascii("\u03a3\u0391\u03a3"), ascii("\u03c3\u03b1\u03c3"));
  equal(ascii("\u{1d400}\u2460.example"), "a1.example");
  equal(ascii("\u0041\u030a.example"), ascii("\u00e5.example"));
});

test("domains that UTS #46 does not allow", () => {
  const domains = {
    disallowed: "\ufdd0x.example",
    "begins with a mark": "\u0301x.example",
    "no Punycode": "xn--pokxncvks",
    "nothing but ASCII in Punycode": "xn--example-",
    "nothing is left": "\u00ad",
  };
  for (const domain of Object.values(domains)) {
    throws("TypeError", () => new URL(`http://${domain}/`));
  }
});

test("drive letters stay in file URLs", () => {
  equal(new URL("C|/x", "file:///D:/y").href, "file:///C:/x");
  equal(new URL("..", "file:///C:/x").href, "file:///C:/");
});

test("setters understand as much as the parser does in their place", () => {
  const url = new URL("https://example.com:8080/path");
  url.protocol = "mailto";
  url.port = "99999";
  url.hostname = "x:1";
  equal(url.href, "https://example.com:8080/path");
  url.protocol = "http";
  url.port = "80abc";
  url.host = "y:5";
  url.pathname = "a b";
  equal(url.href, "http://y:5/a%20b");
});

test("the origin of a blob URL is that of the URL in it", () => {
  equal(new URL("blob:https://example.com/id").origin, "https://example.com");
  equal(new URL("data:x").origin, "null");
});

test("queries are decoded as UTF-8, what is none is replaced", () => {
  equal(new URLSearchParams("a=%FF%41&%zz=+").toString(), "a=%EF%BF%BDA&%25zz=+");
});
