// Conversion to numbers, byte strings, other simple types, and to built-in
// classes. https://webidl.spec.whatwg.org/#js-integer-types
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const { abs, sign, floor, fround, pow } = kit.Math;
  const codeAt = kit.uncurry(kit.String.prototype.charCodeAt);
  const BITS = {
    __proto__: null,
    byte: 8,
    octet: -8,
    short: 16,
    "unsigned short": -16,
    long: 32,
    "unsigned long": -32,
    "long long": 64,
    "unsigned long long": -64,
  };
  const LARGEST = 9007199254740991;

  function bounds(bits) {
    const size = abs(bits);
    const upper = size === 64 ? LARGEST : pow(2, bits > 0 ? size - 1 : size) - 1;
    return [bits > 0 ? (size === 64 ? -LARGEST : -pow(2, size - 1)) : 0, upper];
  }

  function enforced(x, { 0: lower, 1: upper }, where) {
    if (x - x !== 0) throw new TypeError(`${where}: ${x} is not a finite number`);
    const whole = sign(x) * floor(abs(x));
    if (whole < lower || whole > upper) throw new TypeError(`${where}: ${whole} is out of range`);
    return whole + 0;
  }

  function clamped(x, { 0: lower, 1: upper }) {
    const inside = x < lower ? lower : x > upper ? upper : x;
    const below = floor(inside);
    if (inside - below !== 0.5) return floor(inside + 0.5) + 0;
    return (below % 2 === 0 ? below : below + 1) + 0;
  }

  // https://webidl.spec.whatwg.org/#abstract-opdef-converttoint
  function integer(value, bits, attribute, where) {
    const x = +value;
    if (attribute === "EnforceRange") return enforced(x, bounds(bits), where);
    if (x !== x) return 0;
    if (attribute === "Clamp") return clamped(x, bounds(bits));
    if (x - x !== 0) return 0;
    const modulus = pow(2, abs(bits));
    let whole = (sign(x) * floor(abs(x))) % modulus;
    if (whole < 0) whole += modulus;
    return (bits > 0 && whole >= modulus / 2 ? whole - modulus : whole) + 0;
  }

  function decimal(value, type, where) {
    const x = +value;
    const restricted = type === "double" || type === "float";
    if (restricted && x - x !== 0) throw new TypeError(`${where}: ${x} is not a finite number`);
    if (type === "double" || type === "unrestricted double") return x;
    const single = fround(x);
    if (restricted && single - single !== 0) throw new TypeError(`${where}: ${x} is out of range`);
    return single;
  }

  function byteString(value, where) {
    const text = `${value}`;
    for (let i = 0; i < text.length; i += 1) {
      if (codeAt(text, i) > 255) {
        throw new TypeError(`${where}: character ${i + 1} of the string is above 255`);
      }
    }
    return text;
  }

  // A type with an extended attribute: ["with", type, attribute].
  function attributed(value, type, where) {
    const { 1: inner, 2: attribute } = type;
    if (inner[0] === "?") {
      const absent = value === null || value === undefined;
      return absent ? null : attributed(value, ["with", inner[1], attribute], where);
    }
    if (attribute === "LegacyNullToEmptyString" && value === null) return "";
    if (inner in BITS) return integer(value, BITS[inner], attribute, where);
    return kit.convert(value, inner, where);
  }

  function checked(holds, value, where, what) {
    if (!holds) throw new TypeError(`${where} is not ${what}`);
    return value;
  }

  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  kit.convertOther = function (value, type, where) {
    switch (typeof type === "string" ? type : type[0]) {
      case "undefined":
        return undefined;
      case "ByteString":
        return byteString(value, where);
      case "object":
        return checked(isObject(value), value, where, "an object");
      case "symbol":
        return checked(typeof value === "symbol", value, where, "a symbol");
      case "double":
      case "float":
      case "unrestricted double":
      case "unrestricted float":
        return decimal(value, type, where);
      case "bigint":
        return kit.bigInt(value);
      case "with":
        return attributed(value, type, where);
      default:
        if (type in BITS) return integer(value, BITS[type], undefined, where);
        return checked(kit.builtIn(value) === type, value, where, `of type ${type}`);
    }
  };

  // An object that is not of the interface: only an opaque invented value stands for one.
  kit.convertStub = function (state, type, where) {
    if (state === undefined || !state.stub)
      throw new TypeError(`${where} is not of type ${type[1]}`);
    return kit.invent(type, state.path, where);
  };

  kit.isNumeric = (type) =>
    type in BITS ||
    kit.listIndex(["double", "float", "unrestricted double", "unrestricted float"], type) >= 0;
});
