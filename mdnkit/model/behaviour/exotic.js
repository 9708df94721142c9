// Objects with indexed or named properties.
// https://webidl.spec.whatwg.org/#js-legacy-platform-objects
(function (kit) {
  "use strict";
  const { descriptor, define, ownKeys } = kit;
  const isIndexText = (key) => kit.test(/^(?:0|[1-9]\d{0,9})$/, key);
  const isIndex = (key) => typeof key === "string" && isIndexText(key) && +key < 4294967295;

  // The type of the indexed properties of an interface, or undefined.
  kit.itemType = (entry) => entry.exotic?.ig?.[0];

  // The named properties: an object without prototype, or undefined where no behaviour gives any.
  const namedOf = (state) => kit.inherited(state.entry, "named")?.(state);

  function isVisible(state, target, key, names) {
    if (names === undefined || typeof key !== "string" || !(key in names)) return false;
    if (state.entry.exotic.LegacyOverrideBuiltIns) return true;
    if (descriptor(target, key) !== undefined) return false;
    for (let at = kit.prototypeOf(target); at !== null; at = kit.prototypeOf(at)) {
      if (descriptor(at, key) !== undefined) return false;
    }
    return true;
  }

  // https://webidl.spec.whatwg.org/#LegacyPlatformObjectGetOwnProperty
  function ownProperty(state, target, key, skipNamed) {
    const special = state.entry.exotic;
    if (special.ig !== undefined && isIndex(key)) {
      const items = kit.items(state);
      if (+key >= items.length) return undefined;
      const writable = special.is !== undefined;
      return { value: items[+key], writable, enumerable: true, configurable: true };
    }
    if (special.ng !== undefined && !skipNamed) {
      const names = namedOf(state);
      if (isVisible(state, target, key, names)) {
        const enumerable = !special.LegacyUnenumerableNamedProperties;
        const writable = special.ns !== undefined;
        return { value: names[key], writable, enumerable, configurable: true };
      }
    }
    return descriptor(target, key);
  }

  // Runs the indexed or named setter or deleter of an object; says whether there was one.
  function change(state, special, values) {
    const behaviour = kit.inherited(state.entry, special);
    if (behaviour === undefined) return false;
    behaviour(state, ...values);
    return true;
  }

  function setItem(state, target, key, value) {
    const special = state.entry.exotic;
    if (special.ig !== undefined && isIndex(key)) {
      if (special.is === undefined) return false;
      const items = kit.items(state);
      if (!change(state, "set item", [+key, value])) items[+key] = value;
      return true;
    }
    if (typeof key === "string" && special.ns !== undefined) {
      const inherited = !special.LegacyOverrideBuiltIns && key in target;
      if (!inherited) return change(state, "set named", [key, value]) || undefined;
    }
    return undefined;
  }

  const handlerFor = (state) => ({
    __proto__: null,
    getOwnPropertyDescriptor: (target, key) => ownProperty(state, target, key, false),
    get(target, key, receiver) {
      const found = ownProperty(state, target, key, false);
      if (found === undefined) {
        const proto = kit.prototypeOf(target);
        return proto === null ? undefined : kit.getOn(proto, key, receiver);
      }
      return "value" in found || found.get === undefined
        ? found.value
        : kit.apply(found.get, receiver, []);
    },
    has: (target, key) => ownProperty(state, target, key, false) !== undefined || key in target,
    set(target, key, value, receiver) {
      const done = receiver === state.object ? setItem(state, target, key, value) : undefined;
      return done ?? kit.setOn(target, key, value, receiver);
    },
    defineProperty(target, key, found) {
      const special = state.entry.exotic;
      if (special.ig !== undefined && isIndex(key) && special.is === undefined) return false;
      if ("value" in found) {
        const done = setItem(state, target, key, found.value);
        if (done !== undefined) return done;
      }
      return define(target, key, found);
    },
    deleteProperty(target, key) {
      const special = state.entry.exotic;
      if (special.ig !== undefined && isIndex(key)) return +key >= kit.items(state).length;
      if (special.ng !== undefined && isVisible(state, target, key, namedOf(state))) {
        return special.nd !== undefined && change(state, "delete named", [key]);
      }
      return delete target[key];
    },
    ownKeys(target) {
      const keys = [];
      const special = state.entry.exotic;
      if (special.ig !== undefined) {
        for (let i = 0; i < kit.items(state).length; i += 1) keys[i] = `${i}`;
      }
      const names = special.ng === undefined ? undefined : namedOf(state);
      for (const name in names) if (isVisible(state, target, name, names)) kit.push(keys, name);
      const own = ownKeys(target);
      for (let i = 0; i < own.length; i += 1) kit.push(keys, own[i]);
      return keys;
    },
    preventExtensions: () => false,
  });

  // The object that stands for `target`, whose state is to be stamped on it.
  kit.exotic = (state, target) => new kit.Proxy(target, handlerFor(state));

  // What `item()` and `namedItem()` give, and the number of items.
  kit.itemAt = (state, index) => kit.items(state)[index] ?? null;
});
