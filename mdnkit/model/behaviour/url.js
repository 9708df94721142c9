// URLs as objects. https://url.spec.whatwg.org/#url-class
(function (kit) {
  "use strict";
  function parsed(url, base) {
    const baseRecord = base === undefined ? undefined : kit.parseUrl(base);
    if (base !== undefined && baseRecord === undefined) return undefined;
    return kit.parseUrl(url, baseRecord);
  }

  function update(state, query) {
    state.record.query = query === "" ? null : query;
  }

  const parts = (state) => (state.record ??= kit.pageUrl());
  const setPart = (state, change) => {
    change(parts(state));
    if (state.params !== undefined) kit.fillParams(state.params, state.record.query ?? "");
  };

  const part = (name) => (state) => kit.urlPart(parts(state), name);
  const setter = (name) => (state, text) => kit.setUrlPart(parts(state), name, text);

  kit.behave("URL", {
    new(state, url, base) {
      state.record = parsed(url, base);
      if (state.record === undefined) throw new kit.TypeError(`${url} is not a valid URL`);
    },
    "static parse"(statics, url, base) {
      const record = parsed(url, base);
      if (record === undefined) return null;
      const state = kit.makeNamed("URL", "URL.parse()");
      state.record = record;
      return state.object;
    },
    "static canParse": (statics, url, base) => parsed(url, base) !== undefined,
    "get href": (state) => kit.urlText(parts(state)),
    "set href"(state, text) {
      const record = kit.parseUrl(text);
      if (record === undefined) throw new kit.TypeError(`${text} is not a valid URL`);
      setPart(state, () => {
        state.record = record;
      });
    },
    "get origin": part("origin"),
    "get protocol": part("protocol"),
    "set protocol": setter("protocol"),
    "get username": part("username"),
    "set username": setter("username"),
    "get password": part("password"),
    "set password": setter("password"),
    "get host": part("host"),
    "set host": setter("host"),
    "get hostname": part("hostname"),
    "set hostname": setter("hostname"),
    "get port": part("port"),
    "set port": setter("port"),
    "get pathname": part("pathname"),
    "set pathname": setter("pathname"),
    "get search": part("search"),
    "set search"(state, text) {
      setPart(state, (record) => kit.setUrlPart(record, "search", text));
    },
    "get hash": part("hash"),
    "set hash": setter("hash"),
    "get searchParams"(state) {
      if (state.params === undefined) {
        state.params = kit.makeNamed("URLSearchParams", "URL.searchParams");
        kit.fillParams(state.params, parts(state).query ?? "");
        state.params.changed = (text) => update(state, text);
      }
      return state.params.object;
    },
    toJSON: (state) => kit.urlText(parts(state)),
    toString: (state) => kit.urlText(parts(state)),
  });
});
