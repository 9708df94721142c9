// Numbers with units, and sums and the like of them. A state has `terms` where it is made of others.
// https://drafts.css-houdini.org/css-typed-om-1/#numeric-objects
(function (kit) {
  "use strict";
  const toFixed = kit.uncurry(Number.prototype.toFixed);
  const upperFirst = (text) =>
    kit.apply(kit.String.prototype.toUpperCase, text[0], []) + kit.slice(text, 1);

  // Units that can be converted, each with how many of the first of its kind it is.
  const LENGTHS = {
    px: 1,
    cm: 96 / 2.54,
    mm: 96 / 25.4,
    Q: 96 / 101.6,
    in: 96,
    pt: 96 / 72,
    pc: 16,
  };
  const ANGLES = { deg: 1, grad: 0.9, rad: 180 / kit.Math.PI, turn: 360 };
  const RESOLUTIONS = { dppx: 1, dpi: 1 / 96, dpcm: 2.54 / 96 };
  const KINDS = [LENGTHS, ANGLES, { s: 1, ms: 0.001 }, { Hz: 1, kHz: 1000 }, RESOLUTIONS];

  kit.makeUnit = function (value, unit) {
    const state = kit.makeNamed("CSSUnitValue", `CSS.${unit}()`);
    state.values.value = value;
    state.values.unit = unit;
    return state;
  };

  // https://drafts.css-houdini.org/css-typed-om-1/#rectify-a-numberish-value
  const rectified = (value) =>
    typeof value === "number" ? kit.makeUnit(value, "number") : kit.stateOf(value);
  function rectifiedAll(values) {
    const states = [];
    for (let i = 0; i < values.length; i += 1) states[i] = rectified(values[i]);
    return states;
  }

  const isUnit = (state) => state.values.unit !== undefined && state.values.value !== undefined;
  const isKnown = (state) => isUnit(state) || state.terms !== undefined;
  function allAre(states, test) {
    for (let i = 0; i < states.length; i += 1) if (!test(states[i])) return false;
    return true;
  }

  // Gives a value what it is made of.
  function compose(state, operator, terms) {
    if (terms.length === 0) throw kit.domException("SyntaxError", "there are no values");
    state.operator = operator;
    state.terms = terms;
    state.values.operator = operator;
    const list = kit.makeNamed("CSSNumericArray", "values");
    list.terms = terms;
    state.values.values = list.object;
    return state;
  }
  kit.composedNumber = (operator, terms) =>
    compose(kit.makeNamed(`CSSMath${upperFirst(operator)}`, operator), operator, terms);
  const constructor =
    (operator) =>
    (state, ...values) => {
      compose(state, operator, rectifiedAll(values));
    };
  const single = (operator) => (state, value) => {
    state.operator = operator;
    state.terms = [rectified(value)];
    state.values.operator = operator;
    state.values.value = state.terms[0].object;
  };

  kit.behave("CSSMathSum", {
    new: constructor("sum"),
  });
  kit.behave("CSSMathProduct", {
    new: constructor("product"),
  });
  kit.behave("CSSMathMin", {
    new: constructor("min"),
  });
  kit.behave("CSSMathMax", {
    new: constructor("max"),
  });
  kit.behave("CSSMathNegate", {
    new: single("negate"),
  });
  kit.behave("CSSMathInvert", {
    new: single("invert"),
  });
  function clamp(state, terms) {
    state.operator = "clamp";
    state.terms = terms;
    const [lower, value, upper] = kit.objectsOf(terms);
    kit.fillFrom(state, { operator: "clamp", lower, value, upper });
    return state;
  }
  kit.clampedNumber = (terms) =>
    terms.length === 3 ? clamp(kit.makeNamed("CSSMathClamp", "clamp"), terms) : undefined;
  kit.behave("CSSMathClamp", {
    new(state, lower, value, upper) {
      clamp(state, rectifiedAll([lower, value, upper]));
    },
  });
  kit.behave("CSSNumericArray", {
    items: (list) =>
      list.terms === undefined ? kit.inventedItems(list) : kit.objectsOf(list.terms),
  });

  // https://drafts.css-houdini.org/css-typed-om-1/#serialize-a-cssunitvalue
  function unitText({ value, unit }) {
    const number = `${+toFixed(value, 6)}`;
    return unit === "number" ? number : `${number}${unit === "percent" ? "%" : unit}`;
  }
  // https://drafts.css-houdini.org/css-typed-om-1/#serialize-a-cssmathvalue
  function textOf(state, isInner) {
    const { operator, terms } = state;
    if (terms === undefined) return unitText(state.values);
    const isFunction = operator === "min" || operator === "max" || operator === "clamp";
    const joined = {
      __proto__: null,
      sum: [" + ", "negate", " - "],
      product: [" * ", "invert", " / "],
    };
    const [between, opposite, other] = joined[operator] ?? [", "];
    let out = operator === "negate" ? "-" : operator === "invert" ? "1 / " : "";
    for (let i = 0; i < terms.length; i += 1) {
      const isOpposite = i > 0 && terms[i].operator === opposite && opposite !== undefined;
      out += i === 0 ? "" : isOpposite ? other : between;
      out += textOf(isOpposite ? terms[i].terms[0] : terms[i], true);
    }
    if (isFunction) return `${operator}(${out})`;
    return isInner ? `(${out})` : `calc(${out})`;
  }
  // The text of a number, a sum and the like; undefined for another value.
  kit.numericText = (state) => (isKnown(state) ? textOf(state, false) : undefined);

  const unknown = (state, name, type) =>
    kit.invent(["interface", type], kit.pathTo(state, `${name}()`), `CSSNumericValue.${name}`);

  // https://drafts.css-houdini.org/css-typed-om-1/#dom-cssnumericvalue-add
  function combine(state, values, { name, operator, fold }) {
    const terms = [state, ...rectifiedAll(values)];
    if (!allAre(terms, isKnown)) return unknown(state, name, "CSSNumericValue");
    const { unit } = state.values;
    if (!allAre(terms, (term) => isUnit(term) && term.values.unit === unit)) {
      return kit.composedNumber(operator, terms).object;
    }
    let { value } = state.values;
    for (let i = 1; i < terms.length; i += 1) value = fold(value, terms[i].values.value);
    return kit.makeUnit(value, unit).object;
  }
  const { min, max } = kit.Math;
  const add = { name: "add", operator: "sum", fold: (a, b) => a + b };
  const least = { name: "min", operator: "min", fold: (a, b) => min(a, b) };
  const most = { name: "max", operator: "max", fold: (a, b) => max(a, b) };

  // https://drafts.css-houdini.org/css-typed-om-1/#dom-cssnumericvalue-mul
  function multiply(state, values) {
    const terms = [state, ...rectifiedAll(values)];
    if (!allAre(terms, isKnown)) return unknown(state, "mul", "CSSNumericValue");
    let unit = "number";
    let value = 1;
    for (let i = 0; i < terms.length; i += 1) {
      const own = terms[i].values;
      const isSecond = own.unit !== "number" && unit !== "number";
      if (!isUnit(terms[i]) || isSecond) return kit.composedNumber("product", terms).object;
      if (own.unit !== "number") unit = own.unit;
      value *= own.value;
    }
    return kit.makeUnit(value, unit).object;
  }

  function wrapped(operator, state) {
    const made = kit.makeNamed(`CSSMath${upperFirst(operator)}`, operator);
    single(operator)(made, state.object);
    return made;
  }
  kit.negatedNumber = (state) =>
    isUnit(state) ? kit.makeUnit(-state.values.value, state.values.unit) : wrapped("negate", state);
  kit.invertedNumber = function (state) {
    if (!isUnit(state) || state.values.unit !== "number") return wrapped("invert", state);
    if (state.values.value === 0) throw new kit.RangeError("0 has no inverse");
    return kit.makeUnit(1 / state.values.value, "number");
  };
  function mapped(values, change) {
    const out = [];
    for (let i = 0; i < values.length; i += 1) out[i] = change(rectified(values[i])).object;
    return out;
  }

  function isEqual(one, other) {
    if (isUnit(one)) {
      return one.values.unit === other.values.unit && one.values.value === other.values.value;
    }
    const { operator, terms } = one;
    if (operator !== other.operator || terms?.length !== other.terms?.length) return false;
    for (let i = 0; i < (terms?.length ?? 0); i += 1) {
      if (!isEqual(terms[i], other.terms[i])) return false;
    }
    return true;
  }

  // https://drafts.css-houdini.org/css-typed-om-1/#dom-cssnumericvalue-to
  function converted(state, unit) {
    if (!isUnit(state)) return unknown(state, "to", "CSSUnitValue");
    const { value, unit: from } = state.values;
    if (from === unit) return kit.makeUnit(value, unit).object;
    for (let i = 0; i < KINDS.length; i += 1) {
      const has = (name) => kit.descriptor(KINDS[i], name) !== undefined;
      if (has(from) && has(unit)) {
        return kit.makeUnit((value * KINDS[i][from]) / KINDS[i][unit], unit).object;
      }
    }
    throw new kit.TypeError(`${from} cannot be converted to ${unit}`);
  }

  kit.behave("CSSNumericValue", {
    add: (state, ...values) => combine(state, values, add),
    sub: (state, ...values) => combine(state, mapped(values, kit.negatedNumber), add),
    mul: (state, ...values) => multiply(state, values),
    div: (state, ...values) => multiply(state, mapped(values, kit.invertedNumber)),
    min: (state, ...values) => combine(state, values, least),
    max: (state, ...values) => combine(state, values, most),
    equals: (state, ...values) => allAre(rectifiedAll(values), (one) => isEqual(state, one)),
    to: converted,
  });
});
