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

  function makeUnit(value, unit) {
    const state = kit.makeNamed("CSSUnitValue", `CSS.${unit}()`);
    state.values.value = value;
    state.values.unit = unit;
    return state;
  }
  const factory = (unit) => (namespace, value) => makeUnit(value, unit).object;

  // https://drafts.css-houdini.org/css-typed-om-1/#rectify-a-numberish-value
  const rectified = (value) =>
    typeof value === "number" ? makeUnit(value, "number") : kit.stateOf(value);
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
  const composed = (operator, terms) =>
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
  kit.behave("CSSMathClamp", {
    new(state, lower, value, upper) {
      state.operator = "clamp";
      state.terms = rectifiedAll([lower, value, upper]);
      const [first, second, third] = kit.objectsOf(state.terms);
      kit.fillFrom(state, { operator: "clamp", lower: first, value: second, upper: third });
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
  kit.behave("CSSStyleValue", {
    toString: (state) => (isKnown(state) ? textOf(state, false) : kit.stringOf(state)),
  });

  const unknown = (state, name, type) =>
    kit.invent(["interface", type], kit.pathTo(state, `${name}()`), `CSSNumericValue.${name}`);

  // https://drafts.css-houdini.org/css-typed-om-1/#dom-cssnumericvalue-add
  function combine(state, values, { name, operator, fold }) {
    const terms = [state, ...rectifiedAll(values)];
    if (!allAre(terms, isKnown)) return unknown(state, name, "CSSNumericValue");
    const { unit } = state.values;
    if (!allAre(terms, (term) => isUnit(term) && term.values.unit === unit)) {
      return composed(operator, terms).object;
    }
    let { value } = state.values;
    for (let i = 1; i < terms.length; i += 1) value = fold(value, terms[i].values.value);
    return makeUnit(value, unit).object;
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
      if (!isUnit(terms[i]) || isSecond) return composed("product", terms).object;
      if (own.unit !== "number") unit = own.unit;
      value *= own.value;
    }
    return makeUnit(value, unit).object;
  }

  const negated = (value) => {
    const state = rectified(value);
    if (isUnit(state)) return makeUnit(-state.values.value, state.values.unit).object;
    const made = kit.makeNamed("CSSMathNegate", "negate");
    single("negate")(made, state.object);
    return made.object;
  };
  const inverted = (value) => {
    const state = rectified(value);
    if (isUnit(state) && state.values.unit === "number") {
      if (state.values.value === 0) throw new kit.RangeError("0 has no inverse");
      return 1 / state.values.value;
    }
    const made = kit.makeNamed("CSSMathInvert", "invert");
    single("invert")(made, state.object);
    return made.object;
  };
  function mapped(values, change) {
    const out = [];
    for (let i = 0; i < values.length; i += 1) out[i] = change(values[i]);
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
    if (from === unit) return makeUnit(value, unit).object;
    for (let i = 0; i < KINDS.length; i += 1) {
      const has = (name) => kit.descriptor(KINDS[i], name) !== undefined;
      if (has(from) && has(unit)) {
        return makeUnit((value * KINDS[i][from]) / KINDS[i][unit], unit).object;
      }
    }
    throw new kit.TypeError(`${from} cannot be converted to ${unit}`);
  }

  kit.behave("CSSNumericValue", {
    add: (state, ...values) => combine(state, values, add),
    sub: (state, ...values) => combine(state, mapped(values, negated), add),
    mul: (state, ...values) => multiply(state, values),
    div: (state, ...values) => multiply(state, mapped(values, inverted)),
    min: (state, ...values) => combine(state, values, least),
    max: (state, ...values) => combine(state, values, most),
    equals: (state, ...values) => allAre(rectifiedAll(values), (one) => isEqual(state, one)),
    to: converted,
  });

  // https://drafts.css-houdini.org/css-typed-om-1/#numeric-factory
  kit.behave("CSS", {
    Hz: factory("Hz"),
    Q: factory("Q"),
    cap: factory("cap"),
    ch: factory("ch"),
    cm: factory("cm"),
    cqb: factory("cqb"),
    cqh: factory("cqh"),
    cqi: factory("cqi"),
    cqmax: factory("cqmax"),
    cqmin: factory("cqmin"),
    cqw: factory("cqw"),
    deg: factory("deg"),
    dpcm: factory("dpcm"),
    dpi: factory("dpi"),
    dppx: factory("dppx"),
    dvb: factory("dvb"),
    dvh: factory("dvh"),
    dvi: factory("dvi"),
    dvmax: factory("dvmax"),
    dvmin: factory("dvmin"),
    dvw: factory("dvw"),
    em: factory("em"),
    ex: factory("ex"),
    fr: factory("fr"),
    grad: factory("grad"),
    ic: factory("ic"),
    in: factory("in"),
    kHz: factory("kHz"),
    lh: factory("lh"),
    lvb: factory("lvb"),
    lvh: factory("lvh"),
    lvi: factory("lvi"),
    lvmax: factory("lvmax"),
    lvmin: factory("lvmin"),
    lvw: factory("lvw"),
    mm: factory("mm"),
    ms: factory("ms"),
    number: factory("number"),
    pc: factory("pc"),
    percent: factory("percent"),
    pt: factory("pt"),
    px: factory("px"),
    rad: factory("rad"),
    rcap: factory("rcap"),
    rch: factory("rch"),
    rem: factory("rem"),
    rex: factory("rex"),
    ric: factory("ric"),
    rlh: factory("rlh"),
    s: factory("s"),
    svb: factory("svb"),
    svh: factory("svh"),
    svi: factory("svi"),
    svmax: factory("svmax"),
    svmin: factory("svmin"),
    svw: factory("svw"),
    turn: factory("turn"),
    vb: factory("vb"),
    vh: factory("vh"),
    vi: factory("vi"),
    vmax: factory("vmax"),
    vmin: factory("vmin"),
    vw: factory("vw"),
  });
});
