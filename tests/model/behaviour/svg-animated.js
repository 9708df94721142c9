// scope: Window
// html: <svg><rect id="box" x="10" y="2in" width="50%" class="a b"/><linearGradient id="g" spreadMethod="repeat" gradientUnits="userSpaceOnUse" href="#h"/><filter><feGaussianBlur id="blur" stdDeviation="2"/><feBlend id="blend" in="SourceGraphic" mode="color-dodge"/><feConvolveMatrix id="matrix" preserveAlpha="true" order="3 4"/></filter></svg>

const named = (id) => document.getElementById(id);

test("lengths", () => {
  const { x, y } = named("box");
  equal([x.baseVal.value, x.animVal.value, y.baseVal.value], [10, 10, 192]);
  equal([y.baseVal.unitType, SVGLength.SVG_LENGTHTYPE_IN], [8, 8]);
  equal([y.baseVal.valueInSpecifiedUnits, y.baseVal.valueAsString], [2, "2in"]);
  equal([named("box").x === x, x.baseVal === x.baseVal], [true, true]);
});

test("lengths are written to the attribute", () => {
  const { x, y, height } = named("box");
  x.baseVal.value = 5;
  y.baseVal.valueInSpecifiedUnits = 3;
  height.baseVal.valueAsString = "4px";
  equal(
    ["x", "y", "height"].map((name) => named("box").getAttribute(name)),
    ["5", "3in", "4px"],
  );
  y.baseVal.convertToSpecifiedUnits(SVGLength.SVG_LENGTHTYPE_PX);
  x.baseVal.newValueSpecifiedUnits(SVGLength.SVG_LENGTHTYPE_MM, 2);
  equal([y.baseVal.valueAsString, named("box").getAttribute("x")], ["288px", "2mm"]);
  named("box").setAttribute("x", "7");
  equal(x.baseVal.value, 7);
});

test("what lengths refuse", () => {
  const { x } = named("box");
  throws("NoModificationAllowedError", () => (x.animVal.value = 1));
  throws("SyntaxError", () => (x.baseVal.valueAsString = "a"));
  throws("NotSupportedError", () => x.baseVal.newValueSpecifiedUnits(0, 1));
});

test("lengths of no element", () => {
  const length = document.querySelector("svg").createSVGLength();
  equal([length.value, length.unitType], [0, 1]);
  length.valueAsString = "1cm";
  equal(length.unitType, 6);
});

test("numbers, alone and in pairs", () => {
  const blur = named("blur");
  equal([blur.stdDeviationX.baseVal, blur.stdDeviationY.baseVal], [2, 2]);
  blur.stdDeviationY.baseVal = 0.5;
  equal(blur.getAttribute("stdDeviation"), "2 0.5");
  equal([named("matrix").orderX.baseVal, named("matrix").orderY.animVal], [3, 4]);
});

test("texts and truth values", () => {
  equal([named("box").className.baseVal, named("blend").in1.baseVal], ["a b", "SourceGraphic"]);
  named("box").className.baseVal = "c";
  equal([named("box").getAttribute("class"), named("g").href.baseVal], ["c", "#h"]);
  equal(named("matrix").preserveAlpha.baseVal, true);
});

test("keywords are constants", () => {
  const { spreadMethod, gradientUnits } = named("g");
  equal(
    [spreadMethod.baseVal, gradientUnits.baseVal],
    [SVGGradientElement.SVG_SPREADMETHOD_REPEAT, SVGUnitTypes.SVG_UNIT_TYPE_USERSPACEONUSE],
  );
  equal(named("blend").mode.baseVal, SVGFEBlendElement.SVG_FEBLEND_MODE_COLOR_DODGE);
  spreadMethod.baseVal = 1;
  equal(spreadMethod.animVal, 1);
});

test("elements that scripts make", () => {
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  equal(circle.r.baseVal.value, 0);
  circle.r.baseVal.value = 3;
  equal(circle.getAttribute("r"), "3");
});
