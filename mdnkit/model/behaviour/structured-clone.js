// Copies of values. https://html.spec.whatwg.org/#structuredserializeinternal
(function (kit) {
  "use strict";
  const { Map, Set, Date, ArrayBuffer } = kit;
  const ERRORS = [
    "Error",
    "EvalError",
    "RangeError",
    "ReferenceError",
    "SyntaxError",
    "TypeError",
    "URIError",
  ];
  const tag = kit.uncurry(kit.Object.prototype.toString);

  const refused = (what) => kit.domException("DataCloneError", `${what} cannot be copied`);
  kit.refusedCopy = refused;

  function primitiveObject(value) {
    const kind = tag(value);
    if (
      kind === "[object Boolean]" ||
      kind === "[object Number]" ||
      kind === "[object String]" ||
      kind === "[object BigInt]"
    ) {
      return kit.Object(value.valueOf());
    }
    return undefined;
  }

  function platformObject(state, copy, seen) {
    const { entry } = state;
    if (!entry.head.S) throw refused(`a ${entry.name}`);
    const made = kit.make(
      entry,
      state.path,
      undefined,
      kit.inherited(entry, "target")?.(entry.proto),
    );
    seen.set(state.object, made.object);
    for (const key in state) {
      if (!(key in made) || key === "brief") made[key] = state[key];
    }
    for (const key in state.values) made.values[key] = copy(state.values[key]);
    return made.object;
  }

  function builtIn(value, copy, seen) {
    if (value instanceof Date) return new Date(+value);
    if (value instanceof RegExp) return new RegExp(value.source, value.flags);
    const kind = kit.builtIn(value);
    if (kind === "ArrayBuffer") return kit.copiedBuffer(value);
    // Another object for the same memory is nothing that a script can make.
    if (kind === "SharedArrayBuffer") return value;
    if (kind !== undefined) return kit.copiedView(value, kind, copy);
    if (value instanceof Map) {
      const made = new Map();
      seen.set(value, made);
      for (const [key, item] of [...value]) made.set(copy(key), copy(item));
      return made;
    }
    if (value instanceof Set) {
      const made = new Set();
      seen.set(value, made);
      for (const item of [...value]) made.add(copy(item));
      return made;
    }
    return primitiveObject(value);
  }

  function errorCopy(value, seen) {
    const name = kit.listIndex(ERRORS, value.name) >= 0 ? value.name : "Error";
    const made = new kit.global[name]();
    const { message } = kit.Object.getOwnPropertyDescriptors(value);
    if (message !== undefined && "value" in message)
      kit.data(made, "message", `${message.value}`, kit.HIDDEN);
    seen.set(value, made);
    return made;
  }

  // `transfer` are objects that move; `moved`, if given, takes what becomes of them.
  // https://html.spec.whatwg.org/#dom-structuredclone
  kit.structuredClone = function (root, transfer, moved) {
    const seen = new Map();
    function copy(value) {
      if (typeof value === "symbol") throw refused("a symbol");
      if (typeof value === "function" && kit.stateOf(value)?.stub !== true)
        throw refused("a function");
      if (typeof value !== "object" || value === null) return value;
      if (seen.has(value)) return seen.get(value);
      const state = kit.stateOf(value);
      if (state !== undefined) return platformObject(state, copy, seen);
      if (kit.Error.isError(value)) return errorCopy(value, seen);
      const known = builtIn(value, copy, seen);
      if (known !== undefined) {
        seen.set(value, known);
        return known;
      }
      const kind = tag(value);
      if (kit.test(/^\[object (?:Promise|WeakMap|WeakSet|WeakRef|Generator)\]$/, kind))
        throw refused(`a ${kind.slice(8, -1)}`);
      const made = kit.Array.isArray(value) ? new kit.Array(value.length) : {};
      seen.set(value, made);
      for (const key of kit.Object.keys(value)) kit.data(made, key, copy(value[key]), kit.OPEN);
      return made;
    }
    const { ends, list } = kit.moveAll(transfer ?? [], seen);
    const value = copy(root);
    for (const end of ends) end();
    moved?.push(...list);
    return value;
  };
});
