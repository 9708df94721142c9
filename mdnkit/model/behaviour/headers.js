// Headers of requests and responses. https://fetch.spec.whatwg.org/#headers-class
(function (kit) {
  "use strict";
  const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
  const FORBIDDEN =
    /^(?:accept-charset|accept-encoding|access-control-request-headers|access-control-request-method|connection|content-length|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/;
  const METHOD_HEADER = /^x-(?:http-method|http-method-override|method-override)$/;
  const FORBIDDEN_METHOD = /(?:^|,)\s*(?:connect|trace|track)\s*(?:,|$)/i;
  const SAFELISTED = /^(?:accept|accept-language|content-language|content-type)$/;
  const SAFE_TYPE =
    /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i;
  const LONGEST_SAFE = 128;
  // https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
  const UNSAFE = /[\0-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/;
  const LANGUAGE = /^[0-9A-Za-z *,.;=-]*$/;
  const { test } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const listOf = (state) => (state.list ??= []);

  function checkedName(name) {
    if (!test(NAME, name)) throw new kit.TypeError(`Headers: "${name}" is not a name of a header`);
    return kit.lower(name);
  }

  function checked(name, value) {
    const plain = replace(value, /^[\t\n\r ]+|[\t\n\r ]+$/g, "");
    const key = checkedName(name);
    if (test(/[\0\n\r]/, plain)) throw new kit.TypeError("Headers: the value has a line break");
    return [key, plain];
  }

  // https://fetch.spec.whatwg.org/#forbidden-request-header
  const isForbidden = (name, value) =>
    test(FORBIDDEN, name) || (test(METHOD_HEADER, name) && test(FORBIDDEN_METHOD, value));

  // https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
  const isSafe = (name, value) =>
    test(SAFELISTED, name) &&
    value.length <= LONGEST_SAFE &&
    (test(/-language$/, name) ? test(LANGUAGE, value) : !test(UNSAFE, value)) &&
    (name !== "content-type" || test(SAFE_TYPE, value));

  // Whether a guarded list takes a header. https://fetch.spec.whatwg.org/#headers-validate
  function mayChange(state, name, value) {
    switch (state.guard) {
      case "immutable":
        throw new kit.TypeError("Headers: these headers cannot be changed");
      case "request":
        return !isForbidden(name, value);
      case "request-no-cors":
        return isSafe(name, value);
      case "response":
        return name !== "set-cookie" && name !== "set-cookie2";
      default:
        return true;
    }
  }

  function append(state, name, value) {
    const pair = checked(name, value);
    const { 0: key, 1: plain } = pair;
    const own = state.guard === "request-no-cors" ? combined(state, key) : null;
    if (!mayChange(state, key, own === null ? plain : `${own}, ${plain}`)) return;
    const list = listOf(state);
    kit.push(list, pair);
  }

  function combined(state, name) {
    let out = null;
    for (const [key, value] of listOf(state)) {
      if (key === name) out = out === null ? value : `${out}, ${value}`;
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
    const from = kit.stateOf(init);
    if (from !== undefined) {
      for (const [name, value] of [...listOf(from)]) append(state, name, value);
    } else if (kit.Array.isArray(init)) {
      for (const pair of init) {
        if (pair.length !== 2) throw new kit.TypeError("Headers: an item is no pair");
        append(state, pair[0], pair[1]);
      }
    } else {
      for (const name in init) append(state, name, init[name]);
    }
  };

  kit.makeHeaders = function (init, path, guard) {
    const state = kit.makeNamed("Headers", path);
    state.guard = guard;
    state.list = [];
    if (init !== undefined) kit.fillHeaders(state, init);
    return state;
  };

  function without(state, key) {
    return listOf(state).filter((pair) => pair[0] !== key);
  }

  kit.behave("Headers", {
    new(state, init) {
      if (init !== undefined) kit.fillHeaders(state, init);
    },
    pairs: (state) => sorted(state),
    append(state, name, value) {
      append(state, name, value);
    },
    delete(state, name) {
      const key = checkedName(name);
      if (mayChange(state, key, "")) state.list = without(state, key);
    },
    get: (state, name) => combined(state, checkedName(name)),
    getSetCookie: (state) =>
      listOf(state)
        .filter((pair) => pair[0] === "set-cookie")
        .map((pair) => pair[1]),
    has: (state, name) => combined(state, checkedName(name)) !== null,
    set(state, name, value) {
      const [key, plain] = checked(name, value);
      if (!mayChange(state, key, plain)) return;
      const list = listOf(state);
      const at = list.findIndex((pair) => pair[0] === key);
      if (at < 0) kit.push(list, [key, plain]);
      else {
        list[at] = [key, plain];
        state.list = list.filter((pair, index) => index <= at || pair[0] !== key);
      }
    },
  });
});
