// Short texts of values that are neither plain JSON nor platform objects, for the recorder.
(function (kit) {
  "use strict";
  const { quote, descriptor, ownKeys } = kit;
  const WIDEST = 20;
  const DEEPEST = 3;
  const { isArray } = kit.Array;
  const isError = kit.Error.isError;

  // The value of an own data property; accessors are not run.
  function own(object, key) {
    const found = descriptor(object, key);
    return found === undefined || !("value" in found) ? undefined : found.value;
  }

  function listText(value, depth) {
    const length = own(value, "length");
    let out = "";
    for (let i = 0; i < length && i < WIDEST; i += 1) {
      out += (i === 0 ? "" : ",") + kit.brief(own(value, `${i}`), depth + 1);
    }
    return `[${out}${length > WIDEST ? ',{"$":"more"}' : ""}]`;
  }

  function recordText(value, depth) {
    const keys = ownKeys(value);
    let out = "";
    let shown = 0;
    for (let i = 0; i < keys.length && shown < WIDEST; i += 1) {
      const found = typeof keys[i] === "string" ? descriptor(value, keys[i]) : undefined;
      if (found !== undefined && found.enumerable) {
        const told = "value" in found ? kit.brief(found.value, depth + 1) : '{"$":"accessor"}';
        out += `${shown === 0 ? "" : ","}${kit.shortText(keys[i])}:${told}`;
        shown += 1;
      }
    }
    return `{${out}}`;
  }

  function errorText(value) {
    const name = own(kit.prototypeOf(value), "name");
    const message = own(value, "message");
    return `{"$":${kit.shortText(typeof name === "string" ? name : "Error")},"message":${kit.shortText(
      typeof message === "string" ? message : "",
    )}}`;
  }

  function objectText(value, depth) {
    if (isError(value)) return errorText(value);
    if (depth >= DEEPEST) return '{"$":"object"}';
    return isArray(value) ? listText(value, depth) : recordText(value, depth);
  }

  // What describing a value triggers, such as the traps of a proxy, is not recorded; their
  // exceptions are dropped.
  kit.briefValue = function (value, depth) {
    if (typeof value === "undefined") return '{"$":"undefined"}';
    if (typeof value === "number") return `{"$":"number","value":"${value}"}`;
    if (typeof value === "bigint") return `{"$":"bigint","value":"${value}"}`;
    if (typeof value === "symbol") return `{"$":"symbol","value":${quote(kit.symbolText(value))}}`;
    kit.quiet += 1;
    try {
      return objectText(value, depth);
    } catch {
      return '{"$":"object"}';
    } finally {
      kit.quiet -= 1;
    }
  };
});
