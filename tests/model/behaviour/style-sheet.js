// scope: Window
// html: <style title="first" media="screen">@import "a.css" layer(b) supports(c: d) print; @namespace e url(f); g { h: i } @import "late.css";</style><style type="text/plain">j { }</style><link rel="stylesheet" href="k.css"><p style="color: red; background: url('a;b')">

const [sheet] = document.styleSheets;

test("the sheets of a document are those of its style elements and links", () => {
  equal(document.styleSheets.length, 2);
  equal(
    [sheet.type, sheet.href, sheet.title, sheet.media.mediaText],
    ["text/css", null, "first", "screen"],
  );
  equal(
    [sheet.ownerNode, sheet.ownerRule, sheet.parentStyleSheet],
    [document.querySelector("style"), null, null],
  );
  equal(document.querySelector("style").sheet, sheet);
  equal(document.styleSheets[1].href, "https://example.com/k.css");
  equal(document.styleSheets, document.styleSheets);
});

test("rules that stand first", () => {
  const [imported, namespace, style] = sheet.cssRules;
  equal(sheet.cssRules.length, 3);
  equal(
    [imported.href, imported.layerName, imported.supportsText, imported.media.mediaText],
    ["a.css", "b", "c: d", "print"],
  );
  equal(imported.cssText, '@import url("a.css") layer(b) supports(c: d) print;');
  equal([namespace.prefix, namespace.cssText], ["e", '@namespace e url("f");']);
  equal([style.parentRule, style.parentStyleSheet], [null, sheet]);
});

test("rules are inserted and deleted", () => {
  const own = new CSSStyleSheet();
  equal([own.insertRule("a { }"), own.insertRule("b { }", 1), own.insertRule("c { }")], [0, 1, 0]);
  equal(
    Array.from(own.cssRules, (rule) => rule.selectorText),
    ["c", "a", "b"],
  );
  const { cssRules } = own;
  own.deleteRule(1);
  equal([cssRules.length, own.cssRules === cssRules, own.rules === cssRules], [2, true, true]);
  equal(own.addRule("d", "e: f"), -1);
  own.removeRule(0);
  equal(cssRules[1].cssText, "d { e: f; }");
});

test("rules that cannot be inserted", () => {
  const own = new CSSStyleSheet();
  throws("SyntaxError", () => own.insertRule("a"));
  throws("SyntaxError", () => own.insertRule("a { } b { }"));
  throws("SyntaxError", () => own.insertRule("@import 'a.css';"));
  throws("IndexSizeError", () => own.insertRule("a { }", 1));
  throws("IndexSizeError", () => own.deleteRule(0));
  throws("HierarchyRequestError", () => sheet.insertRule("a { }", 0));
  throws("HierarchyRequestError", () => sheet.insertRule("@import 'b.css';", 3));
  throws("InvalidStateError", () => sheet.insertRule("@namespace url(b);", 1));
  throws("InvalidStateError", () => sheet.deleteRule(1));
});

test("sheets that scripts make", async () => {
  const own = new CSSStyleSheet({ media: "print", disabled: true });
  equal(
    [own.media.mediaText, own.disabled, own.ownerNode, own.cssRules.length],
    ["print", true, null, 0],
  );
  own.replaceSync("@import 'a.css'; a { }");
  equal(own.cssRules.length, 1);
  const replaced = own.replace("b { } c { }");
  throws("NotAllowedError", () => own.insertRule("d { }"));
  equal([await replaced, own.cssRules.length], [own, 2]);
  throws("NotAllowedError", () => sheet.replaceSync(""));
  await rejects("NotAllowedError", sheet.replace(""));
});

test("adopted sheets", () => {
  const own = new CSSStyleSheet();
  equal(document.adoptedStyleSheets.length, 0);
  document.adoptedStyleSheets.push(own);
  equal(document.adoptedStyleSheets, [own]);
  document.adoptedStyleSheets = [own, own];
  equal(document.adoptedStyleSheets.length, 2);
  throws("NotAllowedError", () => document.adoptedStyleSheets.push(sheet));
  throws("TypeError", () => (document.adoptedStyleSheets = [1]));
  equal(document.adoptedStyleSheets.length, 2);
});

test("a style element has a sheet while it is in the document", () => {
  const style = document.createElement("style");
  equal(style.sheet, null);
  style.textContent = "a { b: c }";
  document.body.append(style);
  equal([style.sheet.cssRules[0].cssText, style.disabled], ["a { b: c; }", false]);
  style.disabled = true;
  equal([style.sheet.disabled, document.styleSheets[2] === style.sheet], [true, true]);
  style.textContent = "d { } e { }";
  equal(style.sheet.cssRules.length, 2);
  style.remove();
  equal([style.sheet, document.styleSheets.length], [null, 2]);
});

test("style elements of SVG", () => {
  const div = document.createElement("div");
  div.innerHTML = "<svg><style>a { }</style></svg>";
  document.body.append(div);
  const style = div.firstChild.firstChild;
  style.disabled = true;
  equal([style.constructor, style.sheet.cssRules.length], [SVGStyleElement, 1]);
  equal(style.sheet.disabled, true);
  div.remove();
});

test("shadow trees have sheets of their own", () => {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  root.innerHTML = "<style>a { }</style>";
  document.body.append(root.host);
  equal([root.styleSheets.length, document.styleSheets.length], [1, 2]);
  equal(new DOMParser().parseFromString("", "text/html").styleSheets.length, 0);
});

test("style attributes", () => {
  const { style } = document.querySelector("p");
  equal([style.color, style.background, style.length], ["red", "url('a;b')", 2]);
  style.cssText = "top:1px";
  equal(document.querySelector("p").getAttribute("style"), "top: 1px;");
  document.querySelector("p").setAttribute("style", "float: left");
  equal([style.top, style.cssFloat], ["", "left"]);
});
