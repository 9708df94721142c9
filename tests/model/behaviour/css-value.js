// scope: Window
// html: <style>p { width: 50%; --gap: 1px  2px; color: red; margin: var(--gap) 3px }</style><p style="top: 1.5em">

const element = document.querySelector("p");
const rule = document.styleSheets[0].cssRules[0];

test("what a rule declares, as values", () => {
  const map = rule.styleMap;
  equal([map.size, map.has("color"), map.has("top"), map.get("top")], [4, true, false, undefined]);
  equal([map.get("width").value, map.get("width").unit], [50, "percent"]);
  equal([map.get("color").constructor, map.get("color").value], [CSSKeywordValue, "red"]);
  equal(map.get("margin") instanceof CSSUnparsedValue, true);
  equal([String(map.get("margin")), `${map.getAll("width")[0]}`], ["var(--gap) 3px", "50%"]);
  equal(
    [...map].map(([name]) => name),
    ["width", "--gap", "color", "margin"],
  );
});

test("mathematical functions", () => {
  const value = (text) => {
    element.attributeStyleMap.set("width", text);
    return element.attributeStyleMap.get("width");
  };
  equal(
    [value("max(1rem, 5vw)").operator, `${value("max(1rem, 5vw)")}`],
    ["max", "max(1rem, 5vw)"],
  );
  equal(`${value("calc(1px + 2em * 3 - (4px / 2))")}`, "calc(1px + (2em * 3) - (4px * 0.5))");
  equal(`${value("clamp(1px, 2vw, 3px)")}`, "clamp(1px, 2vw, 3px)");
  equal(
    [value("calc(1px)").constructor, value("min(a, 1px)").constructor],
    [CSSMathSum, CSSStyleValue],
  );
  equal(`${value("calc(1px / 0)")}`, "calc(1px / 0)");
  element.attributeStyleMap.delete("width");
});

test("maps write declarations", () => {
  rule.styleMap.set("width", CSS.px(3));
  rule.styleMap.delete("color");
  rule.styleMap.append("transition", "a");
  rule.styleMap.append("transition", new CSSKeywordValue("b"));
  equal([rule.style.width, rule.style.color, rule.style.transition], ["3px", "", "a, b"]);
  rule.styleMap.clear();
  equal(rule.cssText, "p { }");
});

test("the style attribute as a map", () => {
  equal(element.attributeStyleMap.get("top").value, 1.5);
  element.attributeStyleMap.set("Left", "auto");
  equal(element.getAttribute("style"), "top: 1.5em; left: auto;");
  element.setAttribute("style", "left: 2px");
  equal(element.attributeStyleMap.get("left").unit, "px");
  equal(element.attributeStyleMap.size, 1);
});
