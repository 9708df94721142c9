// The line that a console shows of the values that are logged, which runs none of the script's code.
// https://console.spec.whatwg.org/#formatter https://console.spec.whatwg.org/#printer
(function (kit) {
  "use strict";
  const { descriptor, ownKeys, quote, uncurry } = kit;
  const WIDEST = 100;
  const DEEPEST = 4;
  const { isArray } = kit.Array;
  const { isError } = kit.Error;
  const inside = [];
  const { parseInt, parseFloat, isNaN } = kit.global;
  const getter = (prototype, name) => uncurry(kit.descriptor(prototype, name).get);
  const typedLength = getter(kit.prototypeOf(kit.Uint8Array).prototype, "length");
  const mapSize = getter(kit.Map.prototype, "size");
  const eachOfMap = uncurry(kit.Map.prototype.forEach);
  const setSize = getter(kit.Set.prototype, "size");
  const eachOfSet = uncurry(kit.Set.prototype.forEach);
  const isoText = uncurry(kit.Date.prototype.toISOString);
  const dateTime = uncurry(kit.Date.prototype.getTime);
  const patternText = uncurry(kit.global.RegExp.prototype.toString);
  const isPattern = getter(kit.global.RegExp.prototype, "source");
  const NAME = /^[A-Za-z_$][\w$]*$/;
  const match = kit.exec;
  const join = uncurry(kit.Array.prototype.join);
  const functionText = uncurry(kit.global.Function.prototype.toString);

  // Whether a built-in method takes an object as one of its own.
  function takes(method, value) {
    try {
      method(value);
      return true;
    } catch {
      return false;
    }
  }

  const own = (object, key) => descriptor(object, key)?.value;

  // The name of the class of an object, as far as no accessor must run for it.
  function className(value) {
    const prototype = kit.prototypeOf(value);
    if (prototype === null) return "";
    const made = own(prototype, "constructor");
    const name = typeof made === "function" ? own(made, "name") : "";
    return typeof name === "string" ? name : "";
  }

  function propertyText(value, key) {
    const found = descriptor(value, key);
    return "value" in found ? text(found.value, true) : "(\u2026)";
  }

  function keyText(key) {
    if (typeof key === "symbol") return `[${kit.symbolText(key)}]`;
    return match(NAME, key) === null ? quote(key) : key;
  }

  // The enumerable properties, but those of `left`.
  function properties(value, parts, isLeft) {
    const keys = ownKeys(value);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i];
      if (isLeft(key) || descriptor(value, key)?.enumerable !== true) continue;
      if (parts.length === WIDEST) {
        kit.push(parts, "\u2026");
        break;
      }
      kit.push(parts, `${keyText(key)}: ${propertyText(value, key)}`);
    }
    return parts;
  }

  const joined = (parts) => join(parts, ", ");

  function listText(value, length) {
    const parts = [];
    for (let i = 0; i < length && i < WIDEST; i += 1) {
      kit.push(parts, descriptor(value, `${i}`) === undefined ? "empty" : propertyText(value, `${i}`));
    }
    if (length > WIDEST) kit.push(parts, "\u2026");
    const isItem = (key) => typeof key === "string" && `${key >>> 0}` === key;
    return `[${joined(properties(value, parts, isItem))}]`;
  }

  function collectionText(name, count, each, value, entryText) {
    const parts = [];
    each(value, (item, key) => {
      if (parts.length < WIDEST) kit.push(parts, entryText(item, key));
    });
    if (count > WIDEST) kit.push(parts, "\u2026");
    return `${name}(${count}) {${joined(parts)}}`;
  }

  function errorText(value) {
    let name = own(value, "name");
    for (let at = value; name === undefined && at !== null; at = kit.prototypeOf(at)) {
      name = own(at, "name");
    }
    const message = own(value, "message");
    const shown = typeof name === "string" ? name : "Error";
    return typeof message === "string" && message !== "" ? `${shown}: ${message}` : shown;
  }

  function recordText(value) {
    const name = className(value);
    const label = name === "Object" || name === "" ? "" : `${name} `;
    return `${label}{${joined(properties(value, [], () => false))}}`;
  }

  function contents(value) {
    if (isArray(value)) return listText(value, own(value, "length"));
    if (takes(typedLength, value)) {
      const length = typedLength(value);
      return `${className(value)}(${length}) ${listText(value, length)}`;
    }
    if (takes(mapSize, value)) {
      const pair = (item, key) => `${text(key, true)} => ${text(item, true)}`;
      return collectionText("Map", mapSize(value), eachOfMap, value, pair);
    }
    if (takes(setSize, value)) {
      return collectionText("Set", setSize(value), eachOfSet, value, (item) => text(item, true));
    }
    return recordText(value);
  }

  function objectText(value) {
    if (isError(value)) return errorText(value);
    if (takes(dateTime, value)) return isNaN(dateTime(value)) ? "Invalid Date" : isoText(value);
    if (takes(isPattern, value)) return patternText(value);
    if (kit.listIndex(inside, value) >= 0) return "[Circular]";
    if (inside.length >= DEEPEST) return isArray(value) ? "[\u2026]" : "{\u2026}";
    kit.push(inside, value);
    try {
      return contents(value);
    } finally {
      inside.length -= 1;
    }
  }

  function functionName(value) {
    const kind = kit.slice(functionText(value), 0, 5) === "class" ? "class" : "function";
    const name = own(value, "name");
    return `${kind} ${typeof name === "string" && name !== "" ? name : "(anonymous)"}`;
  }

  function platformText(state) {
    const { name } = state.entry;
    if (name !== "DOMException") return `${name} {\u2026}`;
    return `${state.values.name}: ${state.values.message}`;
  }

  function text(value, isNested) {
    if (typeof value === "string") return isNested ? quote(value) : value;
    if (typeof value === "number") return value === 0 && 1 / value < 0 ? "-0" : `${value}`;
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "symbol") return kit.symbolText(value);
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return `${value}`;
    const state = kit.stateOf(value);
    if (state !== undefined && typeof value !== "function") return platformText(state);
    try {
      return typeof value === "function" ? functionName(value) : objectText(value);
    } catch {
      return typeof value === "function" ? "function" : "{\u2026}";
    }
  }

  const numbers = {
    __proto__: null,
    d: (value) => parseInt(value, 10),
    i: (value) => parseInt(value, 10),
    f: (value) => parseFloat(value),
  };

  function converted(letter, value) {
    if (letter === "c") return "";
    if (letter === "s" || letter === "o" || letter === "O") return text(value, letter !== "s");
    const isNumber = typeof value === "string" || typeof value === "number" || typeof value === "bigint";
    return text(isNumber ? numbers[letter](value) : NaN, false);
  }

  // The first value, with each %s, %d and their like replaced by the next.
  function formatted(values) {
    let line = "";
    let rest = values[0];
    let next = 1;
    while (next < values.length) {
      let at = kit.indexOf(rest, "%");
      while (at >= 0 && kit.indexOf("sdifoOc", rest[at + 1] ?? "%") < 0) {
        at = kit.indexOf(rest, "%", at + 1);
      }
      if (at < 0) break;
      line += kit.slice(rest, 0, at) + converted(rest[at + 1], values[next]);
      rest = kit.slice(rest, at + 2);
      next += 1;
    }
    return [line + rest, next];
  }

  kit.consoleText = function (values) {
    kit.quiet += 1;
    try {
      const isFormat = typeof values[0] === "string" && values.length > 1;
      let [line, next] = isFormat ? formatted(values) : ["", 0];
      for (; next < values.length; next += 1) {
        line += (next === 0 ? "" : " ") + text(values[next], false);
      }
      return line;
    } finally {
      kit.quiet -= 1;
    }
  };
});
