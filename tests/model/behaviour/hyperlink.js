// scope: Window
// html: <a id="link" href="/path?a=b#c">text</a><map><area id="part" href="mailto:x@example.org"></map>

const named = (id) => document.getElementById(id);

test("a link without an address, and one whose address is no URL", () => {
  const link = document.createElement("a");
  equal([link.href, link.protocol, link.host, link.origin, link.hash], ["", ":", "", "", ""]);
  link.protocol = "http";
  equal(link.hasAttribute("href"), false);
  link.href = "https://a:b";
  equal([link.href, link.hostname, `${link}`], ["https://a:b", "", "https://a:b"]);
});

test("the parts of the URL", () => {
  const link = named("link");
  equal(link.href, "https://example.com/path?a=b#c");
  equal(
    [link.origin, link.protocol, link.host, link.pathname, link.search, link.hash],
    ["https://example.com", "https:", "example.com", "/path", "?a=b", "#c"],
  );
  const area = named("part");
  equal([area.protocol, area.pathname, area.host], ["mailto:", "x@example.org", ""]);
  equal([area.origin, `${area}`], ["null", "mailto:x@example.org"]);
});

test("setting a part writes the attribute", () => {
  const link = document.createElement("a");
  link.href = "http://u:p@example.org:81/a";
  equal([link.username, link.password, link.port], ["u", "p", "81"]);
  link.protocol = "https";
  link.username = "";
  link.password = "";
  link.port = "";
  link.hostname = "example.net";
  link.pathname = "b c";
  link.search = "d";
  link.hash = "e";
  equal(link.getAttribute("href"), "https://example.net/b%20c?d#e");
  link.host = "[::1]:82";
  link.hash = "";
  equal(link.href, "https://[::1]:82/b%20c?d");
});

test("links in SVG", () => {
  const link = document.createElementNS("http://www.w3.org/2000/svg", "a");
  link.setAttribute("href", "https://example.org/#f");
  equal([link.hash, link.hostname], ["#f", "example.org"]);
});

test("the text of a link", () => {
  const link = named("link");
  equal(link.text, "text");
  link.text = "other";
  equal(link.textContent, "other");
});

test("the location goes to places of its document only", () => {
  equal(
    [location.origin, location.pathname, location.hash],
    ["https://example.com", "/page.js", ""],
  );
  location.hash = "a b";
  equal([location.hash, document.URL], ["#a%20b", "https://example.com/page.js#a%20b"]);
  location.assign("#c");
  location.href = "https://example.org/";
  location.search = "d";
  equal(
    [location.href, named("link").href],
    ["https://example.com/page.js#c", "https://example.com/path?a=b#c"],
  );
  throws("SyntaxError", () => location.replace("https://a:b"));
  throws("SyntaxError", () => (location.protocol = "1"));
});
