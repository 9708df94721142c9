// What few members have: static and constant members, stringifiers, legacy extended attributes.
// https://webidl.spec.whatwg.org/#es-extended-attributes
(function (kit) {
  "use strict";
  const { define } = kit;
  const STATIC = 2;
  const UNFORGEABLE = 4;
  const LENIENT_THIS = 16;
  const STRINGIFIER = 64;
  const UNSCOPABLE = 128;

  // Defines a member that the script does not spell, for behaviour that goes through the object
  // itself.
  kit.reveal = function (entry, name) {
    for (let at = entry; at !== null; at = at.parent) {
      const target = at.head.g ? kit.global : at.proto;
      const index = kit.listIndex(at.names, name);
      if (index >= 0 && kit.descriptor(target, name) === undefined) {
        kit.member(at, target, at.row(index));
      }
    }
  };

  const isForeign = (value, entry) =>
    kit.stateOf(value ?? kit.global)?.entry.up[entry.name] === undefined;

  kit.rareAttribute = function (entry, target, row) {
    const { 1: name, 3: flags } = row;
    const { get, set } = kit.accessors(entry, row);
    const found = {
      get [name]() {
        if (flags & STATIC || entry.kind === "n") {
          kit.record("get", `${entry.name}.${name}`, []);
          return kit.read(kit.staticState(entry), entry, row);
        }
        if (flags & LENIENT_THIS && isForeign(this, entry)) return undefined;
        return kit.apply(get, this, []);
      },
      set [name](value) {
        if (flags & LENIENT_THIS && isForeign(this, entry)) return;
        kit.apply(set, this, [value]);
      },
    };
    const made = kit.descriptor(found, name);
    define(target, name, {
      __proto__: null,
      get: made.get,
      set: kit.isSettable(row) ? made.set : undefined,
      enumerable: true,
      configurable: !(flags & UNFORGEABLE),
    });
    if (flags & STRINGIFIER) stringifier(entry, target, name);
    if (flags & UNSCOPABLE) unscopable(entry.proto, name);
  };

  kit.rareOperation = function (entry, target, row, method) {
    const { 1: name, 2: flags } = row;
    if (flags & STRINGIFIER) kit.data(target, "toString", method, kit.OPEN);
    if (flags & UNSCOPABLE) unscopable(entry.proto, name);
  };

  function stringifier(entry, target, name) {
    const { toString } = {
      toString() {
        const state = kit.self(this, entry, `${entry.name}.toString`);
        const behaviour = kit.behaviour(entry, "toString");
        if (behaviour !== undefined) return behaviour(state);
        return name === undefined ? kit.stringOf(state) : kit.getNamed(state, name);
      },
    };
    kit.data(target, "toString", toString, kit.OPEN);
  }

  kit.stringOf = (state) => kit.invent("DOMString", kit.pathTo(state, "toString()"), "toString");

  // The value of an attribute the way a script would read it, unrecorded.
  kit.getNamed = function (state, name) {
    kit.reveal(state.entry, name);
    kit.quiet += 1;
    try {
      return state.object[name];
    } finally {
      kit.quiet -= 1;
    }
  };

  // What [Default] toJSON gives: the attributes that are JSON types, inherited ones first.
  // https://webidl.spec.whatwg.org/#default-tojson-steps
  kit.defaultJson = function (state) {
    const out = {};
    const chain = [];
    for (let at = state.entry; at !== null; at = at.parent) kit.push(chain, at);
    for (let i = chain.length - 1; i >= 0; i -= 1) {
      const { names, row } = chain[i];
      for (let j = 0; kit.listIndex(names, "toJSON") >= 0 && j < names.length; j += 1) {
        const member = row(j);
        if (member[0] === "a" && isJsonType(member)) {
          kit.data(out, names[j], kit.read(state, chain[i], member), kit.OPEN);
        }
      }
    }
    return out;
  };

  function isJsonType({ 2: type, 3: flags }) {
    const bare = type[0] === "?" ? type[1] : type;
    if (flags & STATIC || bare[0] === "handler" || bare[0] === "promise") return false;
    if (bare[0] !== "interface") return bare !== "any" && bare !== "object";
    const entry = kit.interface(bare[1]);
    return entry !== undefined && kit.listIndex(entry.names, "toJSON") >= 0;
  }

  function unscopable(target, name) {
    const known = kit.descriptor(target, kit.Symbol.unscopables);
    const list = known === undefined ? kit.create(null) : known.value;
    list[name] = true;
    if (known === undefined) kit.data(target, kit.Symbol.unscopables, list, kit.SEALED);
  }

  // [LegacyUnforgeable] members are each instance's own.
  kit.keepUnforgeable = function (entry, row) {
    const list = kit.sliceList(entry.unforgeable, 0);
    kit.push(list, { entry, row, made: undefined });
    entry.unforgeable = list;
  };

  kit.placeUnforgeable = function (entry, object) {
    for (let i = 0; i < entry.unforgeable.length; i += 1) {
      const at = entry.unforgeable[i];
      const name = at.row[1];
      if (at.made === undefined) {
        kit.place(at.entry, object, at.row);
        at.made = kit.descriptor(object, name);
        kit.setPrototype(at.made, null);
      } else {
        define(object, name, at.made);
      }
    }
  };

  // Constants, nameless stringifiers, iterables and their like.
  kit.rareMember = function (entry, target, row) {
    if (row[0] === "c") kit.data(target, row[1], row[2], kit.FIXED);
    else if (row[0] === "t") stringifier(entry, target, undefined);
    else kit.collection(entry, target, row);
  };
});
