// Interfaces and their prototypes, built from the compiled facts, and platform objects.
// https://webidl.spec.whatwg.org/#js-interfaces Only names that the script can spell are defined.
// Scripts that look names up get all of them: `every` is set for those that do so on the global
// object, `all` for those that do so elsewhere.
(function (kit) {
  "use strict";
  const { settings, define } = kit;
  const made = { __proto__: null };

  // Defines a data property; `flags` is one of kit.HIDDEN, OPEN, FIXED, SEALED, or 0.
  kit.data = function (target, key, value, flags) {
    const writable = (flags & 1) !== 0;
    const enumerable = (flags & 2) !== 0;
    const configurable = (flags & 4) !== 0;
    const isDefined = define(target, key, {
      __proto__: null,
      value,
      writable,
      enumerable,
      configurable,
    });
    // What the engine put on the global object for good can still be written to.
    if (!isDefined) kit.setOn(target, key, value);
  };

  // Defines the members of an interface that the script can use. "@" marks what has no name.
  kit.members = function (entry, target, parts) {
    const { all, every } = settings;
    const isEvery = entry.head.g || entry.head.G ? every : all;
    const names = parts.names === "" ? [] : kit.split(parts.names, " ");
    entry.names = names;
    entry.row = parts.row;
    for (let i = 0; i < names.length; i += 1) {
      if (isEvery || kit.spells(names[i]) || names[i] === "@") {
        kit.member(entry, target, parts.row(i));
      }
    }
  };

  // The interface, namespace or callback interface of that name; undefined when this scope does not
  // have it.
  kit.interface = function (name) {
    const known = made[name];
    if (known !== undefined) return known;
    const parts = kit.parts(name);
    if (parts === undefined) return undefined;
    const { kind, head } = parts;
    const parent = head.p === undefined ? null : kit.interface(head.p);
    const entry = { __proto__: null, name, kind, head, parent, object: undefined };
    made[name] = entry;
    if (entry.kind !== "i") return kit.otherKind(entry, parts);
    entry.up = { __proto__: parent === null ? null : parent.up, [name]: entry };
    entry.exotic = parent === null ? undefined : parent.exotic;
    if (head.x !== undefined) entry.exotic = { ...entry.exotic, ...head.x };
    entry.unforgeable = parent === null ? [] : parent.unforgeable;
    entry.statics = [];
    const before = prototypeFor(entry);
    entry.proto = kit.lastOfChain() ?? kit.create(before);
    kit.members(entry, head.g ? kit.global : entry.proto, parts);
    kit.data(entry.proto, kit.Symbol.toStringTag, head.q ?? name, kit.SEALED);
    if (head.x?.ig !== undefined) {
      // https://webidl.spec.whatwg.org/#js-iterator
      kit.data(entry.proto, kit.Symbol.iterator, kit.Array.prototype.values, kit.HIDDEN);
    }
    if (!head.N && (settings.all || kit.spells("constructor"))) kit.objectOf(entry);
    return entry;
  };

  // The next prototype that a fixed chain has for the interfaces of the global object.
  kit.lastOfChain = function () {
    const { chain } = kit;
    if (chain === undefined || chain.length === 0) return undefined;
    const last = chain[chain.length - 1];
    chain.length -= 1;
    return last;
  };

  function prototypeFor(entry) {
    if (entry.parent !== null) {
      return entry.name === "Window" ? kit.windowProperties(entry) : entry.parent.proto;
    }
    return entry.name === "DOMException" ? kit.Error.prototype : kit.Object.prototype;
  }

  // A new object of the interface, as the model's state of it. `path` says where an invented object
  // comes from.
  kit.make = function (entry, path, proto, target) {
    const state = { __proto__: null, entry, object: undefined, values: { __proto__: null }, path };
    const object = target ?? kit.create(proto ?? entry.proto);
    kit.stamp(entry.exotic === undefined ? object : kit.exotic(state, object), state);
    if (entry.unforgeable.length > 0) kit.placeUnforgeable(entry, state.object);
    return state;
  };

  kit.makeNamed = (name, path) => kit.make(kit.interface(name), path);
});
