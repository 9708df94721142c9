// Which member of a union a value converts to, and the built-in classes that this asks for.
// https://webidl.spec.whatwg.org/#js-union
(function (kit) {
  "use strict";
  const { isView } = kit.ArrayBuffer;
  const getter = (prototype, key) => kit.uncurry(kit.descriptor(prototype, key).get);
  const viewName = getter(kit.prototypeOf(kit.Uint8Array.prototype), kit.Symbol.toStringTag);
  const bufferLength = getter(kit.ArrayBuffer.prototype, "byteLength");
  const sharedLength = getter(SharedArrayBuffer.prototype, "byteLength");

  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  function passes(check, value) {
    kit.quiet += 1;
    try {
      check(value);
      return true;
    } catch {
      return false;
    } finally {
      kit.quiet -= 1;
    }
  }

  // The name of the built-in class of buffers and their views, or undefined.
  kit.builtIn = function (value) {
    if (!isObject(value)) return undefined;
    if (isView(value)) return viewName(value) ?? "DataView";
    if (passes(bufferLength, value)) return "ArrayBuffer";
    return passes(sharedLength, value) ? "SharedArrayBuffer" : undefined;
  };

  kit.bigInt = (value) => BigInt(value);

  function flatten(types, out) {
    for (let i = 0; i < types.length; i += 1) {
      const type = types[i][0] === "with" ? types[i][1] : types[i];
      if (type[0] === "union") {
        flatten(kit.sliceList(type, 1), out);
      } else if (type[0] === "?") {
        out.nullable = true;
        flatten([type[1]], out);
      } else {
        kit.push(out.types, types[i]);
      }
    }
    return out;
  }

  function first(types, test) {
    for (let i = 0; i < types.length; i += 1) {
      if (test(types[i][0] === "with" ? types[i][1] : types[i])) return types[i];
    }
    return undefined;
  }

  const hasTag = (types, tag) =>
    first(types, (type) => typeof type !== "string" && type[0] === tag);
  const hasName = (types, name) => first(types, (type) => type === name);

  function objectMember(value, types) {
    const state = kit.stateOf(value);
    if (state !== undefined) {
      if (state.stub) return types[0];
      const found = first(types, (type) => type[0] === "interface" && type[1] in state.entry.up);
      if (found !== undefined) return found;
      if (hasName(types, "object")) return "any";
    }
    const name = kit.builtIn(value);
    const buffer = name === undefined ? undefined : hasName(types, name);
    if (buffer !== undefined) return buffer;
    const callback = typeof value === "function" ? hasTag(types, "callback") : undefined;
    if (callback !== undefined) return callback;
    const list = hasTag(types, "sequence") ?? hasTag(types, "frozen") ?? hasTag(types, "async");
    if (list !== undefined && typeof value[kit.Symbol.iterator] === "function") return list;
    return (
      hasTag(types, "dictionary") ??
      hasTag(types, "record") ??
      hasTag(types, "listener") ??
      hasName(types, "object")
    );
  }

  function simpleMember(value, types) {
    const numeric = first(types, (type) => typeof type === "string" && kit.isNumeric(type));
    if (typeof value === "boolean" && hasName(types, "boolean")) return "boolean";
    if (typeof value === "number" && numeric !== undefined) return numeric;
    if (typeof value === "bigint" && hasName(types, "bigint")) return "bigint";
    const text =
      hasTag(types, "enum") ??
      first(types, (type) => type === "DOMString" || type === "USVString" || type === "ByteString");
    return text ?? numeric ?? hasName(types, "boolean") ?? hasName(types, "any");
  }

  // The member type that the value converts to, or undefined when it fits none.
  kit.unionMember = function (value, union) {
    const { types, nullable } = flatten(kit.sliceList(union, 1), { types: [], nullable: false });
    if (value === undefined && hasName(types, "undefined")) return "undefined";
    if (value === null || value === undefined) {
      if (nullable) return ["?", "any"];
      const found = hasTag(types, "dictionary");
      if (found !== undefined) return found;
    }
    const found = isObject(value) ? objectMember(value, types) : undefined;
    return found ?? simpleMember(value, types);
  };
});
