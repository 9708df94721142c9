// Interface objects and constructors, namespaces, callback interfaces, and the names of the global object.
// https://webidl.spec.whatwg.org/#interface-object
(function (kit) {
  "use strict";
  const { define, TypeError } = kit;

  // The interface object of an entry, made when it is first asked for.
  kit.objectOf = function (entry) {
    if (entry.object !== undefined) return entry.object;
    const { name, proto, head } = entry;
    const object = {
      [name]: function (...args) {
        return kit.build(entry, new.target, args);
      },
    }[name];
    entry.object = object;
    if (entry.parent !== null) kit.setPrototype(object, kit.objectOf(entry.parent));
    kit.data(object, "length", head.c === undefined ? 0 : kit.required(head.c), kit.SEALED);
    kit.data(object, "prototype", proto, 0);
    for (let i = 0; i < entry.statics.length; i += 1) kit.place(entry, object, entry.statics[i]);
    if (!head.N) kit.data(proto, "constructor", object, kit.HIDDEN);
    return object;
  };

  // [LegacyFactoryFunction]: `new Image()` makes an HTMLImageElement.
  function factory(name, entry) {
    const overloads = entry.head.F[name];
    const object = {
      [name]: function (...args) {
        return kit.build(entry, new.target, args, overloads, name);
      },
    }[name];
    kit.data(object, "length", kit.required(overloads), kit.SEALED);
    kit.data(object, "prototype", entry.proto, 0);
    return object;
  }

  // Defines the global name of a definition.
  kit.expose = function (name, target) {
    const entry = kit.interface(target);
    const isFactory = entry.head.F !== undefined && name in entry.head.F;
    const value = isFactory ? factory(name, entry) : kit.objectOf(entry);
    kit.data(kit.global, name, value, kit.HIDDEN);
  };

  // Defines a global name that becomes a data property when it is first used.
  kit.exposeLazily = function (name, target) {
    define(kit.global, name, {
      __proto__: null,
      get() {
        kit.expose(name, target);
        return kit.global[name];
      },
      set(value) {
        kit.data(kit.global, name, value, kit.HIDDEN);
      },
      enumerable: false,
      configurable: true,
    });
  };

  // Namespaces and callback interfaces. https://webidl.spec.whatwg.org/#namespace-object
  kit.otherKind = function (entry, fields) {
    const { name } = entry;
    entry.up = { __proto__: null };
    entry.statics = [];
    if (entry.kind === "n") {
      entry.object = {};
      kit.members(entry, entry.object, fields);
      kit.data(entry.object, kit.Symbol.toStringTag, name, kit.SEALED);
      return entry;
    }
    const object = {
      [name]() {
        throw new TypeError(`Illegal constructor: ${name} is a callback interface`);
      },
    }[name];
    entry.object = object;
    kit.members(entry, {}, fields);
    for (let i = 0; i < entry.statics.length; i += 1) kit.place(entry, object, entry.statics[i]);
    return entry;
  };

  function prototypeFrom(newTarget, entry) {
    if (newTarget === entry.object) return entry.proto;
    const proto = newTarget.prototype;
    const isObject = (typeof proto === "object" && proto !== null) || typeof proto === "function";
    return isObject ? proto : entry.proto;
  }

  // https://webidl.spec.whatwg.org/#dfn-create-interface-object
  kit.build = function (entry, newTarget, args, factoryOverloads, factoryName) {
    const name = factoryName ?? entry.name;
    if (newTarget === undefined) throw new TypeError(`${name} is a constructor: call it with new`);
    const overloads = factoryOverloads ?? entry.head.c;
    if (overloads === undefined) {
      if (entry.head.H) return kit.buildElement(entry, newTarget);
      throw new TypeError(`Illegal constructor: scripts cannot make a ${name}`);
    }
    const given = kit.arguments(overloads, args, name);
    kit.record("new", name, kit.sliceList(given.values, 1, 1 + args.length));
    const key = factoryOverloads === undefined ? "new" : `new ${name}`;
    const behaviour = kit.inherited(entry, key);
    const proto = prototypeFrom(newTarget, entry);
    const target = kit.inherited(entry, "target")?.(proto);
    const state = kit.make(entry, `new ${name}()`, proto, target);
    given.values[0] = state;
    if (behaviour === undefined) kit.fill(state, given);
    else kit.apply(behaviour, undefined, given.values);
    return state.object;
  };

  // What no behaviour says: arguments and dictionary members become the attributes of the same name.
  kit.fill = function (state, given) {
    const { params, values } = given;
    for (let i = 0; i < params.length; i += 1) {
      const value = values[i + 1];
      if (value === undefined) continue;
      if (params[i][1][0] === "d") kit.fillFrom(state, value);
      else state.values[params[i][0]] = value;
    }
  };
})
