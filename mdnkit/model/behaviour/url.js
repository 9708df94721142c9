// URLs as objects. https://url.spec.whatwg.org/#url-class
(function (kit) {
  "use strict";
  const exec = (pattern, text) => kit.apply(RegExp.prototype.exec, pattern, [text]);
  const join = kit.uncurry(kit.Array.prototype.join);

  const hostText = (record) =>
    record.host === null ? "" : record.host + (record.port === "" ? "" : `:${record.port}`);
  const pathText = (record) =>
    typeof record.path === "string"
      ? record.path
      : record.path.length === 0
        ? ""
        : `/${join(record.path, "/")}`;

  // https://url.spec.whatwg.org/#concept-url-serializer
  kit.urlText = function (record) {
    const password = record.password === "" ? "" : `:${record.password}`;
    const user = record.username === "" && password === "" ? "" : `${record.username}${password}@`;
    const host = record.host === null ? "" : `//${user}${hostText(record)}`;
    const { path } = record;
    const isAmbiguous = record.host === null && typeof path !== "string" && path.length > 1;
    const dot = isAmbiguous && path[0] === "" ? "/." : "";
    const query = record.query === null ? "" : `?${record.query}`;
    return (
      record.scheme +
      host +
      dot +
      pathText(record) +
      query +
      (record.fragment === null ? "" : `#${record.fragment}`)
    );
  };

  // https://url.spec.whatwg.org/#concept-url-origin
  function originOf(record) {
    if (record.scheme === "blob:") {
      const inner = kit.parseUrl(pathText(record));
      return inner !== undefined && /^https?:$/.test(inner.scheme) ? originOf(inner) : "null";
    }
    return ofTuple(record);
  }
  const ofTuple = (record) =>
    kit.isSpecialScheme(record.scheme) && record.scheme !== "file:"
      ? `${record.scheme}//${hostText(record)}`
      : "null";

  const pageUrl = () => kit.parseUrl(kit.settings.url);
  // A URL of the page, absolute; as it is where it is none.
  kit.resolveUrl = function (text) {
    const record = kit.parseUrl(text, pageUrl());
    return record === undefined ? text : kit.urlText(record);
  };

  function parsed(url, base) {
    const baseRecord = base === undefined ? undefined : kit.parseUrl(base);
    if (base !== undefined && baseRecord === undefined) return undefined;
    return kit.parseUrl(url, baseRecord);
  }

  function update(state, query) {
    state.record.query = query === "" ? null : query;
  }

  const parts = (state) => (state.record ??= pageUrl());
  const setPart = (state, change) => {
    change(parts(state));
    if (state.params !== undefined) kit.fillParams(state.params, state.record.query ?? "");
  };

  // https://url.spec.whatwg.org/#cannot-have-a-username-password-port
  const mayHaveCredentials = ({ host, scheme }) => !!host && scheme !== "file:";

  function setText(record, name, text, mark) {
    record[name] = text === "" ? null : "";
    if (text !== "") kit.reparseUrl(record, text[0] === mark ? kit.slice(text, 1) : text, name);
  }

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
    "get origin": (state) => originOf(parts(state)),
    "get protocol": (state) => parts(state).scheme,
    "set protocol"(state, text) {
      kit.reparseUrl(parts(state), `${text}:`, "schemeStart");
    },
    "get username": (state) => parts(state).username,
    "set username"(state, text) {
      if (mayHaveCredentials(parts(state))) {
        state.record.username = kit.encodeUrlPart(text, "user");
      }
    },
    "get password": (state) => parts(state).password,
    "set password"(state, text) {
      if (mayHaveCredentials(parts(state))) {
        state.record.password = kit.encodeUrlPart(text, "user");
      }
    },
    "get host": (state) => hostText(parts(state)),
    "set host"(state, text) {
      if (typeof parts(state).path !== "string") kit.reparseUrl(state.record, text, "host");
    },
    "get hostname": (state) => parts(state).host ?? "",
    "set hostname"(state, text) {
      if (typeof parts(state).path !== "string") kit.reparseUrl(state.record, text, "hostname");
    },
    "get port": (state) => parts(state).port,
    "set port"(state, text) {
      if (!mayHaveCredentials(parts(state))) return;
      if (text === "") state.record.port = "";
      else kit.reparseUrl(state.record, text, "port");
    },
    "get pathname": (state) => pathText(parts(state)),
    "set pathname"(state, text) {
      if (typeof parts(state).path === "string") return;
      state.record.path = [];
      kit.reparseUrl(state.record, text, "pathStart");
    },
    "get search": (state) => (parts(state).query ? `?${state.record.query}` : ""),
    "set search"(state, text) {
      setPart(state, (record) => setText(record, "query", text, "?"));
    },
    "get hash": (state) => (parts(state).fragment ? `#${state.record.fragment}` : ""),
    "set hash"(state, text) {
      setText(parts(state), "fragment", text, "#");
    },
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
