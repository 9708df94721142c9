// Named properties of the window: elements by their id.
// https://html.spec.whatwg.org/#named-access-on-the-window-object
(function (kit) {
  "use strict";

  // The object between Window.prototype and EventTarget.prototype.
  kit.windowProperties = function (entry) {
    const object = kit.lastOfChain() ?? kit.create(entry.parent.proto);
    kit.data(object, kit.Symbol.toStringTag, "WindowProperties", kit.SEALED);
    const { ids } = kit.settings;
    for (let i = 0; i < ids.length; i += 1) {
      kit.define(object, ids[i], {
        __proto__: null,
        get: () =>
          kit.elementsBelow(kit.document(), (at) => kit.attribute(at, "id")?.value === ids[i])[0]
            ?.object,
        set: (value) => kit.data(kit.global, ids[i], value, kit.OPEN),
        enumerable: false,
        configurable: true,
      });
    }
    return object;
  };
});
