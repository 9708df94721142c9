// Lengths of SVG. https://svgwg.org/svg2-draft/types.html#InterfaceSVGLength
(function (kit) {
  "use strict";
  const { fround } = kit.Math;
  const LENGTH = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|em|ex|px|cm|mm|in|pt|pc)?\s*$/i;
  // In the order of the constants SVG_LENGTHTYPE_*, from 1.
  const UNITS = ["", "%", "em", "ex", "px", "cm", "mm", "in", "pt", "pc"];
  const PIXELS = [1, 1, 16, 8, 1, 96 / 2.54, 96 / 25.4, 96, 96 / 72, 16];
  const RELATIVE = ["%", "em", "ex"];

  // { number, unit } of a text, where the unit is an index of UNITS; undefined for no length.
  function parse(text) {
    const found = kit.exec(LENGTH, text);
    if (found === null) return undefined;
    return { number: +found[1], unit: kit.listIndex(UNITS, kit.lower(found[2] ?? "")) };
  }
  const partsOf = (length) => parse(kit.lengthText(length)) ?? { number: 0, unit: 0 };
  const write = (length, number, unit) => kit.setLengthText(length, `${number}${UNITS[unit]}`);

  // How many user units a unit is; without a layout that is not known of all.
  function pixelsOf(unit) {
    if (kit.listIndex(RELATIVE, UNITS[unit]) >= 0) {
      kit.assume(`SVGLength.value: 1${UNITS[unit]} is ${PIXELS[unit]}px`);
    }
    return PIXELS[unit];
  }

  // The getter of a value, with one for lengths that were made up.
  const getter = (name, type, find) => (length) => {
    if (length.holder !== undefined || length.text !== undefined) return find(partsOf(length));
    length.values[name] ??= kit.invent(type, kit.pathTo(length, name), `SVGLength.${name}`);
    return length.values[name];
  };
  const setter = (name, change) => (length, value) => {
    if (length.holder === undefined && length.text === undefined) length.values[name] = value;
    else change(length, value);
  };
  function checkUnit(type) {
    if (type >= 1 && type <= UNITS.length) return type - 1;
    throw kit.domException("NotSupportedError", `there is no type ${type} of lengths`);
  }

  function madeUpIsZero(length) {
    if (length.holder === undefined) length.text ??= "0";
    return length;
  }

  kit.behave("SVGLength", {
    "get unitType": getter("unitType", "unsigned short", ({ unit }) => unit + 1),
    "get value": getter("value", "float", ({ number, unit }) => fround(number * pixelsOf(unit))),
    "set value": setter("value", (length, value) => write(length, value, 0)),
    "get valueInSpecifiedUnits": getter("valueInSpecifiedUnits", "float", ({ number }) =>
      fround(number),
    ),
    "set valueInSpecifiedUnits": setter("valueInSpecifiedUnits", (length, value) =>
      write(length, value, partsOf(length).unit),
    ),
    "get valueAsString": getter(
      "valueAsString",
      "DOMString",
      ({ number, unit }) => `${number}${UNITS[unit]}`,
    ),
    "set valueAsString": setter("valueAsString", (length, text) => {
      if (parse(text) === undefined) throw kit.domException("SyntaxError", `${text} is no length`);
      kit.setLengthText(length, text);
    }),
    newValueSpecifiedUnits(length, type, value) {
      write(madeUpIsZero(length), value, checkUnit(type));
    },
    convertToSpecifiedUnits(length, type) {
      const unit = checkUnit(type);
      const from = partsOf(madeUpIsZero(length));
      write(length, (from.number * pixelsOf(from.unit)) / pixelsOf(unit), unit);
    },
  });

  kit.behave("SVGSVGElement", {
    // https://svgwg.org/svg2-draft/struct.html#__svg__SVGSVGElement__createSVGLength
    createSVGLength() {
      const length = kit.makeNamed("SVGLength", "createSVGLength()");
      length.text = "0";
      return length.object;
    },
  });
});
