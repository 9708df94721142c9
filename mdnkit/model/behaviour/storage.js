// Web storage, empty at first. https://html.spec.whatwg.org/multipage/webstorage.html
(function (kit) {
  "use strict";
  const itemsOf = (state) => (state.items ??= kit.create(null));
  const names = (state) => kit.ownKeys(itemsOf(state));

  kit.behave("Storage", {
    named: (state) => itemsOf(state),
    "set named"(state, name, value) {
      kit.record("call", "Storage.setItem", [name, `${value}`]);
      itemsOf(state)[name] = `${value}`;
    },
    "delete named"(state, name) {
      kit.record("call", "Storage.removeItem", [name]);
      delete itemsOf(state)[name];
    },
    "get length": (state) => names(state).length,
    key: (state, index) => names(state)[index] ?? null,
    getItem: (state, name) => itemsOf(state)[name] ?? null,
    setItem(state, name, value) {
      itemsOf(state)[name] = value;
    },
    removeItem(state, name) {
      delete itemsOf(state)[name];
    },
    clear(state) {
      state.items = kit.create(null);
    },
  });
});
