// Conversion to the types made of other types. https://webidl.spec.whatwg.org/#js-dictionary,
// #js-sequence, #js-record
(function (kit) {
  "use strict";
  const { TypeError } = kit;

  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  // The members of a dictionary and of those it inherits from, the farthest ancestor's first.
  kit.dictionaryMembers = function (name) {
    const found = kit.definition(name);
    if (found.all === undefined) {
      const all = found.p === undefined ? [] : kit.sliceList(kit.dictionaryMembers(found.p), 0);
      for (let i = 0; i < found.m.length; i += 1) kit.push(all, found.m[i]);
      found.all = all;
    }
    return found.all;
  };

  // https://webidl.spec.whatwg.org/#js-dictionary
  function dictionary(value, name, where) {
    const absent = value === undefined || value === null;
    if (!absent && !isObject(value)) throw new TypeError(`${where} is not an object`);
    const out = kit.create(null);
    const members = kit.dictionaryMembers(name);
    // A platform object has the member although no script spells it.
    const platform = kit.stateOf(value)?.entry;
    for (let i = 0; i < members.length; i += 1) {
      const { 0: key, 1: type, 2: required, 3: fallback } = members[i];
      if (platform?.names !== undefined) kit.reveal(platform, key);
      const given = absent ? undefined : value[key];
      if (given !== undefined) out[key] = kit.convert(given, type, `${where}: ${key}`);
      else if (fallback !== undefined) out[key] = kit.convert(fallback, type, `${where}: ${key}`);
      else if (required) throw new TypeError(`${where}: ${key} is required in ${name}`);
    }
    return out;
  }

  // https://webidl.spec.whatwg.org/#create-sequence-from-iterable
  function list(value, type, where) {
    if (!isObject(value)) throw new TypeError(`${where} is not iterable`);
    const method = value[kit.Symbol.iterator];
    if (typeof method !== "function") throw new TypeError(`${where} is not iterable`);
    const steps = kit.apply(method, value, []);
    const { next } = steps;
    const items = [];
    for (;;) {
      const step = kit.apply(next, steps, []);
      if (!isObject(step)) throw new TypeError(`${where}: an iterator result is not an object`);
      if (step.done) return items;
      kit.push(items, kit.convert(step.value, type, `${where}: item ${items.length + 1}`));
    }
  }

  // https://webidl.spec.whatwg.org/#js-record
  function record(value, keyType, valueType, where) {
    if (!isObject(value)) throw new TypeError(`${where} is not an object`);
    const out = kit.create(null);
    const keys = kit.ownKeys(value);
    for (let i = 0; i < keys.length; i += 1) {
      const found = kit.descriptor(value, keys[i]);
      if (found !== undefined && found.enumerable) {
        const key = kit.convert(keys[i], keyType, where);
        out[key] = kit.convert(value[keys[i]], valueType, `${where}: ${key}`);
      }
    }
    return out;
  }

  function union(value, type, where) {
    const plain = isObject(value) && !kit.stateOf(value) ? plainMember(type) : undefined;
    const isPlain = plain !== undefined && value.constructor === kit.Object;
    const member = isPlain ? plain : kit.unionMember(value, type);
    if (member === undefined) throw new TypeError(`${where} is of none of the possible types`);
    return kit.convert(value, member, where);
  }

  // Options objects are the most common values of unions: the dictionary of a union without lists,
  // or undefined.
  function plainMember(type) {
    let found;
    for (let i = 1; i < type.length; i += 1) {
      const tag = type[i][0];
      if (tag === "dictionary") found = type[i];
      else if (typeof type[i] !== "string") return undefined;
    }
    return found;
  }

  kit.convertComposite = function (value, type, where) {
    switch (type[0]) {
      case "union":
        return union(value, type, where);
      case "dictionary":
        return dictionary(value, type[1], where);
      case "sequence":
      case "frozen":
        return list(value, type[1], where);
      case "async":
        // https://webidl.spec.whatwg.org/#js-async-sequence: opened when it is iterated.
        if (value === null || value === undefined) throw new TypeError(`${where} is not iterable`);
        return value;
      case "record":
        return record(value, type[1], type[2], where);
      default:
        return isObject(value) ? value : null;
    }
  };
});
