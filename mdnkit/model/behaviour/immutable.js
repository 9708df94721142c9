// Prototypes that cannot be changed: those of the global object.
// https://webidl.spec.whatwg.org/#platform-object-setprototypeof
(function (kit) {
  "use strict";

  // Makes the chain of the global object immutable, as far as the functions go that change
  // prototypes.
  kit.fixPrototypes = function () {
    const fixed = new WeakSet();
    const isFixed = kit.uncurry(WeakSet.prototype.has);
    for (let at = kit.global; at !== kit.Object.prototype; at = kit.prototypeOf(at)) fixed.add(at);
    const change = (object, proto) =>
      isFixed(fixed, object) ? kit.prototypeOf(object) === proto : kit.setPrototype(object, proto);
    const isObject = (value) =>
      (typeof value === "object" && value !== null) || typeof value === "function";

    function replace(holder, name, method) {
      kit.data(method, "name", name, kit.SEALED);
      kit.data(holder, name, method, kit.HIDDEN);
    }
    replace(Reflect, "setPrototypeOf", (object, proto) => change(object, proto));
    const setPrototypeOf = kit.Object.setPrototypeOf;
    replace(kit.Object, "setPrototypeOf", (object, proto) => {
      if (!isObject(object) || !isFixed(fixed, object)) return setPrototypeOf(object, proto);
      if (!change(object, proto))
        throw new kit.TypeError("the prototype of this object cannot be changed");
      return object;
    });
    const { get, set } = kit.descriptor(kit.Object.prototype, "__proto__");
    kit.define(kit.Object.prototype, "__proto__", {
      __proto__: null,
      get,
      set(proto) {
        if (!isObject(this) || !isFixed(fixed, this)) kit.apply(set, this, [proto]);
        else if (!change(this, proto)) {
          throw new kit.TypeError("the prototype of this object cannot be changed");
        }
      },
      enumerable: false,
      configurable: true,
    });
  };
});
