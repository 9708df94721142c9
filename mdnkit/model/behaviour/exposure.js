// The names of the global object: interface objects, namespaces and callback interfaces.
// https://webidl.spec.whatwg.org/#define-the-global-property-references
(function (kit) {
  "use strict";

  // Defines the global name of a definition.
  kit.expose = function (name, target) {
    const entry = kit.interface(target);
    const isFactory = entry.head.F !== undefined && name in entry.head.F;
    const value = isFactory ? kit.factory(name, entry) : (entry.object ?? kit.objectOf(entry));
    kit.data(kit.global, name, value, kit.HIDDEN);
  };

  // Defines a global name that becomes a data property when it is first used.
  kit.exposeLazily = function (name, target) {
    kit.define(kit.global, name, {
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
  kit.otherKind = function (entry, parts) {
    const { name } = entry;
    entry.up = { __proto__: null };
    entry.statics = [];
    if (entry.kind === "n") {
      // https://console.spec.whatwg.org/#console-namespace: its prototype is an empty object.
      entry.object = name === "console" ? kit.create({}) : {};
      kit.members(entry, entry.object, parts);
      kit.data(entry.object, kit.Symbol.toStringTag, name, kit.SEALED);
      return entry;
    }
    const object = {
      [name]() {
        throw new kit.TypeError(`Illegal constructor: ${name} is a callback interface`);
      },
    }[name];
    entry.object = object;
    kit.members(entry, {}, parts);
    for (let i = 0; i < entry.statics.length; i += 1) kit.place(entry, object, entry.statics[i]);
    return entry;
  };
});
