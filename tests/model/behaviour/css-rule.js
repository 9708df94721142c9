// scope: Window

function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
const only = (text) => sheetOf(text).cssRules[0];
const texts = (text) => Array.from(sheetOf(text).cssRules, (rule) => rule.cssText);

test("what is no rule leaves the others alone", () => {
  equal(texts("a; b { c: d } @unknown { e {} } @unknown; <!-- f {} --> 1g {} @charset 'x';"), [
    "f { }",
  ]);
  equal(texts("a { b: c; d e; f: g"), ["a { b: c; f: g; }"]);
  equal(texts(""), []);
});

test("brackets, braces and semicolons in strings, comments, escapes and addresses", () => {
  equal(texts('a { b: "};" } /* } */ c { d: url(e;f}g) ; h: "\\"" }'), [
    'a { b: "};"; }',
    'c { d: url(e;f}g); h: "\\""; }',
  ]);
  equal(texts("a\\{b { c: (d; {e: f}) }"), ["a\\{b { c: (d; {e: f}); }"]);
});

test("declarations: names in lower case, custom properties as they are, !important", () => {
  const { style } = only("a { COLOR: Red; --Size:  1px  2px; top: 1px !IMPORTANT; top: 2px }");
  equal([style.color, style.getPropertyValue("--Size"), style.top], ["Red", "1px  2px", "1px"]);
  equal([style.getPropertyPriority("top"), style.getPropertyPriority("color")], ["important", ""]);
  equal([style.length, style[0], style[1], style[3]], [3, "color", "--Size", undefined]);
  equal([...style], ["color", "--Size", "top"]);
});

test("selectors are written in one way", () => {
  const written = (selectors) => only(`${selectors} {}`).selectorText;
  equal(written("a>b,c   d"), "a > b, c d");
  equal(written("a[b=c]~d:not(e,f>g)"), 'a[b="c"] ~ d:not(e,f > g)');
  equal(written("a:before"), "a::before");
  equal(written("a/* b */ c"), "a c");
  equal(written("a:nth-child(2n+1)"), "a:nth-child(2n+1)");
});

test("a selector that is none changes nothing", () => {
  const rule = only("a { }");
  rule.selectorText = "1";
  equal(rule.selectorText, "a");
  rule.selectorText = "b>c";
  equal(rule.cssText, "b > c { }");
});

test("the declarations of a rule can be set", () => {
  const rule = only("a { b: c }");
  equal([rule.style.parentRule === rule, rule.style instanceof CSSStyleProperties], [true, true]);
  rule.style.fontSize = "1px";
  rule.style.setProperty("d", "e", "important");
  equal(rule.cssText, "a { b: c; font-size: 1px; d: e !important; }");
  rule.style = "f: g";
  equal(rule.cssText, "a { f: g; }");
});

test("nested rules, and declarations after them", () => {
  const rule = only("a { b: c; &:hover { d: e } f:hover { g: h } i: j }");
  equal(
    Array.from(rule.cssRules, (one) => one.constructor.name),
    ["CSSStyleRule", "CSSStyleRule", "CSSNestedDeclarations"],
  );
  equal([rule.style.length, rule.cssRules[2].style.i], [1, "j"]);
  equal(rule.cssRules[1].parentRule, rule);
  equal(rule.cssText, "a {\n  b: c;\n  &:hover { d: e; }\n  f:hover { g: h; }\n  i: j;\n}");
  equal(rule.insertRule("k { }", 1), 1);
  equal(rule.cssRules[1].parentStyleSheet, rule.parentStyleSheet);
  const [first] = rule.cssRules;
  rule.deleteRule(0);
  equal([first.parentRule, first.parentStyleSheet, rule.cssRules.length], [null, null, 3]);
});

test("media", () => {
  const rule = only("@media screen AND ( min-width:1px ),print { a { b: c } d: e }");
  equal([rule.type, CSSRule.MEDIA_RULE, rule.media.length], [4, 4, 2]);
  equal(rule.conditionText, "screen and (min-width: 1px), print");
  equal(rule.cssText, `@media ${rule.conditionText} {\n  a { b: c; }\n}`);
  rule.media.appendMedium("tty");
  rule.media.deleteMedium("print");
  equal(rule.media.mediaText, "screen and (min-width: 1px), tty");
  throws("NotFoundError", () => rule.media.deleteMedium("print"));
  rule.media = "all";
  equal([rule.conditionText, rule.media[0], rule.media.item(1)], ["all", "all", null]);
});

test("keyframes", () => {
  const rule = only("@keyframes a { from { b: c } 50%, TO { b: d } }");
  equal([rule.name, rule.length, rule[1].keyText, rule.type], ["a", 2, "50%, 100%", 7]);
  equal(rule.findRule("from"), rule.cssRules[0]);
  equal(rule.findRule("1%"), null);
  rule.appendRule("60% { b: e }");
  rule.deleteRule("0%");
  rule.name = "f";
  equal(rule.cssText, "@keyframes f {\n  50%, 100% { b: d; }\n  60% { b: e; }\n}");
});

test("what is no keyframe, and rules of wrong names", () => {
  equal(only("@keyframes a { 50 { } b: c; @media print { } entry 10% { } }").length, 1);
  equal(texts("@layer 1; @layer 'a' { } @layer a.b, ; c 'd' { } <e { }"), []);
  equal(texts("@keyframes { } @keyframes 1 { } @keyframes 'a b' { }").length, 1);
  const [rule] = only("@keyframes a { to { } }").cssRules;
  rule.keyText = "FROM,10%";
  equal(rule.keyText, "0%, 10%");
  throws("SyntaxError", () => (rule.keyText = "1"));
});

test("fonts, pages, properties and counters", () => {
  const font = only('@font-face { font-family: "A"; src: url(a.woff) }');
  equal([font.style.fontFamily, font.style.src, font.type], ['"A"', "url(a.woff)", 5]);
  const page = only("@page :first { margin: 1cm; @top-left { content: 'a' } }");
  equal(
    [page.selectorText, page.style.margin, page.cssRules[0].name],
    [":first", "1cm", "top-left"],
  );
  const property = only('@property --a { syntax: "<length>"; inherits: true; initial-value: 1px }');
  equal(
    [property.name, property.syntax, property.inherits, property.initialValue],
    ["--a", "<length>", true, "1px"],
  );
  const counter = only("@counter-style a { system: cyclic; additive-symbols: 1 b }");
  equal([counter.name, counter.additiveSymbols, counter.suffix], ["a", "1 b", ""]);
  const features = only('@font-feature-values "A" { @swash { b: 1; c: 2 3 } }');
  equal([features.fontFamily, features.swash.size, features.styleset.size], ['"A"', 2, 0]);
  equal(features.swash.get("c"), [2, 3]);
});

test("layers, containers, scopes and conditions", () => {
  equal(only("@layer a, b.c;").nameList, ["a", "b.c"]);
  equal(
    [only("@layer { }").name, only("@layer a { b { } }").cssText],
    ["", "@layer a {\n  b { }\n}"],
  );
  const container = only("@container a (width > 1px) { }");
  equal(
    [container.containerName, container.containerQuery, container.conditionText],
    ["a", "(width > 1px)", "a (width > 1px)"],
  );
  equal(only("@container not (width > 1px) { }").containerName, "");
  const scope = only("@scope (.a) to (.b, .c) { img { d: e } f: g }");
  equal([scope.start, scope.end, scope.cssRules.length], [".a", ".b, .c", 2]);
  equal(only("@scope { }").start, null);
  equal(only("@supports (display: grid) { }").conditionText, "(display: grid)");
  equal(only("@starting-style { a { } }") instanceof CSSStartingStyleRule, true);
  const transition = only("@view-transition { navigation: auto; types: a, b }");
  equal([transition.navigation, ...transition.types], ["auto", "a", "b"]);
});

test("functions", () => {
  const rule = only(
    "@function --a(--b <color>, --c: 1) returns <color> { --d: 1; @media print { } result: 2 }",
  );
  equal([rule.name, rule.returnType, rule.cssRules.length], ["--a", "<color>", 3]);
  const [first, second] = rule.getParameters();
  equal(
    [first.name, first.type, "defaultValue" in first, second.type, second.defaultValue],
    ["--b", "<color>", false, "*", "1"],
  );
  equal([rule.cssRules[2].style.result, rule.cssRules[0].cssText], ["2", "--d: 1;"]);
});
