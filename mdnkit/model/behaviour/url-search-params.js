// Queries of URLs as lists of pairs. https://url.spec.whatwg.org/#interface-urlsearchparams
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const encodeComponent = encodeURIComponent;
  const hex = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  const encode = (text) =>
    replace(replace(encodeComponent(kit.toWellFormed(text)), /[!'()~]/g, hex), /%20/g, "+");

  const decode = (text) => kit.percentDecoded(replace(text, /\+/g, " "));

  // https://url.spec.whatwg.org/#concept-urlencoded-parser
  kit.parseUrlencoded = function (query) {
    const list = [];
    const parts = kit.split(query, "&");
    for (let i = 0; i < parts.length; i += 1) {
      if (parts[i] === "") continue;
      const at = kit.indexOf(parts[i], "=");
      const name = at < 0 ? parts[i] : kit.slice(parts[i], 0, at);
      const value = at < 0 ? "" : kit.slice(parts[i], at + 1);
      kit.push(list, [decode(name), decode(value)]);
    }
    return list;
  };

  kit.fillParams = function (state, query) {
    state.list = kit.parseUrlencoded(query);
  };

  const listOf = (state) => (state.list ??= []);

  function text(state) {
    let out = "";
    for (let i = 0; i < listOf(state).length; i += 1) {
      out += `${i === 0 ? "" : "&"}${encode(state.list[i][0])}=${encode(state.list[i][1])}`;
    }
    return out;
  }

  function change(state, list) {
    state.list = list;
    if (state.changed !== undefined) state.changed(text(state));
  }

  const matches = (pair, name, value) =>
    pair[0] === name && (value === undefined || pair[1] === value);
  const select = (state, test) => listOf(state).filter(test);

  kit.behave("URLSearchParams", {
    new(state, init) {
      if (typeof init === "string") {
        kit.fillParams(state, init[0] === "?" ? kit.slice(init, 1) : init);
      } else if (kit.Array.isArray(init)) {
        for (const pair of init)
          if (pair.length !== 2) throw new kit.TypeError("URLSearchParams: an item is no pair");
        state.list = init;
      } else {
        state.list = [];
        for (const name in init) kit.push(state.list, [name, init[name]]);
      }
    },
    pairs: (state) => listOf(state),
    "get size": (state) => listOf(state).length,
    append(state, name, value) {
      change(state, [...listOf(state), [name, value]]);
    },
    delete(state, name, value) {
      change(
        state,
        select(state, (pair) => !matches(pair, name, value)),
      );
    },
    get: (state, name) => select(state, (pair) => pair[0] === name)[0]?.[1] ?? null,
    getAll: (state, name) => select(state, (pair) => pair[0] === name).map((pair) => pair[1]),
    has: (state, name, value) => select(state, (pair) => matches(pair, name, value)).length > 0,
    set(state, name, value) {
      const first = select(state, (pair) => pair[0] === name)[0];
      if (first === undefined) {
        change(state, [...listOf(state), [name, value]]);
        return;
      }
      first[1] = value;
      change(
        state,
        select(state, (pair) => pair[0] !== name || pair === first),
      );
    },
    sort(state) {
      change(
        state,
        listOf(state).toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
      );
    },
    toString: (state) => text(state),
  });
});
