// Interface objects and constructors.
// https://webidl.spec.whatwg.org/#interface-object
(function (kit) {
  "use strict";
  const { TypeError } = kit;

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
  kit.factory = function (name, entry) {
    const overloads = entry.head.F[name];
    const object = {
      [name]: function (...args) {
        return kit.build(entry, new.target, args, overloads, name);
      },
    }[name];
    kit.data(object, "length", kit.required(overloads), kit.SEALED);
    kit.data(object, "prototype", entry.proto, 0);
    return object;
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
    if (entry.head.H && factoryOverloads === undefined) return kit.buildElement(entry, newTarget);
    if (overloads === undefined) {
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

  // What no behaviour says: arguments and dictionary members become the attributes of the same
  // name.
  kit.fill = function (state, given) {
    const { params, values } = given;
    for (let i = 0; i < params.length; i += 1) {
      const value = values[i + 1];
      if (value === undefined) continue;
      if (params[i][1][0] === "dictionary") kit.fillFrom(state, value);
      else state.values[params[i][0]] = value;
    }
  };
});
