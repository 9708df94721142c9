// Headers of requests and responses. https://fetch.spec.whatwg.org/#headers-class
(function (kit) {
  "use strict";
  const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
  const test = (pattern, text) => kit.apply(RegExp.prototype.test, pattern, [text]);
  const replace = kit.uncurry(kit.String.prototype.replace);
  const listOf = (state) => (state.list ??= []);

  function checked(name, value) {
    if (!test(NAME, name)) throw new kit.TypeError(`Headers: "${name}" is not a name of a header`);
    const plain = replace(value, /^[\t\n\r ]+|[\t\n\r ]+$/g, "");
    if (test(/[\0\n\r]/, plain)) throw new kit.TypeError("Headers: the value has a line break");
    return [kit.lower(name), plain];
  }

  function append(state, name, value) {
    const list = listOf(state);
    list[list.length] = checked(name, value);
  }

  function combined(state, name) {
    let out = null;
    for (const [key, value] of listOf(state)) {
      if (key === kit.lower(name)) out = out === null ? value : `${out}, ${value}`;
    }
    return out;
  }

  // https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine
  function sorted(state) {
    const names = [...new Set(listOf(state).map((pair) => pair[0]))].toSorted();
    return names.flatMap((name) =>
      name === "set-cookie"
        ? listOf(state).filter((pair) => pair[0] === name)
        : [[name, combined(state, name)]],
    );
  }

  // https://fetch.spec.whatwg.org/#concept-headers-fill
  kit.fillHeaders = function (state, init) {
    if (kit.Array.isArray(init)) {
      for (const pair of init) {
        if (pair.length !== 2) throw new kit.TypeError("Headers: an item is no pair");
        append(state, pair[0], pair[1]);
      }
    } else {
      for (const name in init) append(state, name, init[name]);
    }
  };

  kit.makeHeaders = function (init, path) {
    const state = kit.makeNamed("Headers", path);
    const from = kit.stateOf(init);
    if (from !== undefined) state.list = kit.sliceList(listOf(from), 0);
    else if (init !== undefined) kit.fillHeaders(state, init);
    return state;
  };

  kit.behave("Headers", {
    new(state, init) {
      if (init !== undefined) kit.fillHeaders(state, init);
    },
    pairs: (state) => sorted(state),
    append(state, name, value) {
      append(state, name, value);
    },
    delete(state, name) {
      state.list = listOf(state).filter((pair) => pair[0] !== kit.lower(name));
    },
    get: (state, name) => combined(state, checked(name, "")[0]),
    getSetCookie: (state) =>
      listOf(state)
        .filter((pair) => pair[0] === "set-cookie")
        .map((pair) => pair[1]),
    has: (state, name) => combined(state, checked(name, "")[0]) !== null,
    set(state, name, value) {
      const [key, plain] = checked(name, value);
      state.list = [...listOf(state).filter((pair) => pair[0] !== key), [key, plain]];
    },
  });
});
