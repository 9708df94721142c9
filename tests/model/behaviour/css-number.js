// scope: Window

test("numbers with units", () => {
  const length = CSS.px(5);
  equal([length.value, length.unit, `${length}`], [5, "px", "5px"]);
  equal([`${CSS.percent(1.5)}`, `${CSS.number(2)}`], ["1.5%", "2"]);
  equal([length.constructor, String(new CSSUnitValue(1, "em"))], [CSSUnitValue, "1em"]);
});

test("sums and the like are made of values", () => {
  const sum = new CSSMathSum(CSS.px(1), CSS.em(2));
  equal([sum.operator, sum.values.length, sum.values[1].unit], ["sum", 2, "em"]);
  equal(`${sum}`, "calc(1px + 2em)");
  equal(`${new CSSMathMax(CSS.px(1), sum)}`, "max(1px, (1px + 2em))");
  equal(`${new CSSMathProduct(2, new CSSMathInvert(CSS.s(3)))}`, "calc(2 / 3s)");
  equal(`${new CSSMathClamp(1, CSS.px(2), CSS.px(3))}`, "clamp(1, 2px, 3px)");
  throws("SyntaxError", () => new CSSMathSum());
});

test("arithmetic", () => {
  equal(`${CSS.px(1).add(CSS.px(2), CSS.px(3))}`, "6px");
  equal(`${CSS.px(1).sub(CSS.em(2))}`, "calc(1px + -2em)");
  equal([`${CSS.px(4).mul(2)}`, `${CSS.px(4).div(2)}`], ["8px", "2px"]);
  equal([`${CSS.px(4).max(CSS.px(5))}`, `${CSS.px(4).min(CSS.px(5))}`], ["5px", "4px"]);
  equal([CSS.px(1).equals(CSS.px(1)), CSS.px(1).equals(CSS.em(1))], [true, false]);
  throws("RangeError", () => CSS.px(1).div(0));
});

test("conversion", () => {
  equal(
    [CSS.in(1).to("px").value, CSS.turn(0.5).to("deg").value, CSS.s(2).to("ms").value],
    [96, 180, 2000],
  );
  throws("TypeError", () => CSS.px(1).to("s"));
});
