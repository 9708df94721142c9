// Requests, responses and their bodies, without a network. https://fetch.spec.whatwg.org/
(function (kit) {
  "use strict";
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
  const upper = kit.uncurry(kit.String.prototype.toUpperCase);

  function headersOf(state) {
    state.headers ??= kit.makeHeaders(undefined, kit.pathTo(state, "headers"));
    return state.headers.object;
  }

  const typeOf = (body) => {
    if (typeof body === "string") return "text/plain;charset=UTF-8";
    const name = kit.stateOf(body)?.entry.name;
    if (name === "URLSearchParams") return "application/x-www-form-urlencoded;charset=UTF-8";
    return name === "Blob" || name === "File" ? (kit.stateOf(body).values.type ?? "") : "";
  };

  function setBody(state, body) {
    state.bodySource = body ?? null;
    if (body === undefined || body === null) return;
    headersOf(state);
    const behaviour = kit.behaviour(state.headers.entry, "has");
    if (typeOf(body) !== "" && !behaviour(state.headers, "content-type")) {
      kit.fillHeaders(state.headers, { "content-type": typeOf(body) });
    }
  }

  // What a body is as text; undefined where the model cannot say.
  function textOf(state) {
    const { bodySource } = state;
    if (bodySource === null) return "";
    if (typeof bodySource === "string") return bodySource;
    const source = kit.stateOf(bodySource);
    if (source?.entry.name === "URLSearchParams") return kit.getText(source);
    return source?.text;
  }
  kit.getText = (state) => kit.inherited(state.entry, "toString")(state);

  function consume(state, name, read) {
    if (state.used) return kit.rejected(new kit.TypeError(`${name}: the body was read before`));
    if (state.bodySource !== null) state.used = true;
    return read();
  }

  function invented(state, name, type) {
    const path = kit.pathTo(state, `${name}()`);
    return kit.invent(["p", type], path, `${state.entry.name}.${name}`);
  }

  kit.behave("Body", {
    text: (state) =>
      consume(state, "text", () => {
        const text = textOf(state);
        return text === undefined ? invented(state, "text", "USVString") : resolved(text);
      }),
    json: (state) =>
      consume(state, "json", () => {
        const text = textOf(state);
        if (text === undefined) return invented(state, "json", "any");
        return new kit.Promise((resolve) => resolve(kit.parse(text)));
      }),
    "get bodyUsed": (state) => !!state.used,
  });

  kit.behave("Response", {
    // https://fetch.spec.whatwg.org/#dom-response
    new(state, body, init) {
      if (init.status < 200 || init.status > 599) {
        throw new kit.RangeError(`Response: the status ${init.status} is not between 200 and 599`);
      }
      kit.fillFrom(state, {
        status: init.status,
        statusText: init.statusText,
        type: "default",
        url: "",
        redirected: false,
      });
      state.headers = kit.makeHeaders(init.headers, "Response.headers");
      setBody(state, body);
    },
    "static json"(statics, data, init) {
      const state = kit.makeNamed("Response", "Response.json()");
      kit.behaviour(state.entry, "new")(state, kit.quote(data), init);
      state.headers.list = state.headers.list.filter((pair) => pair[0] !== "content-type");
      kit.fillHeaders(state.headers, { "content-type": "application/json" });
      return state.object;
    },
    "static error"() {
      const state = kit.makeNamed("Response", "Response.error()");
      kit.fillFrom(state, { status: 0, statusText: "", type: "error", url: "", redirected: false });
      state.bodySource = null;
      return state.object;
    },
    "static redirect"(statics, url, status) {
      const state = kit.makeNamed("Response", "Response.redirect()");
      kit.fillFrom(state, { status, statusText: "", type: "default", url: "", redirected: false });
      state.headers = kit.makeHeaders({ location: kit.resolveUrl(url) }, "Response.headers");
      state.bodySource = null;
      return state.object;
    },
    "get headers": (state) => headersOf(state),
    "get ok"(state) {
      const { status } = state.values;
      if (status !== undefined) return status >= 200 && status < 300;
      return kit.choose(kit.pathTo(state, "ok"), [true, false]);
    },
    "get status"(state) {
      if (state.values.status !== undefined) return state.values.status;
      const path = kit.pathTo(state, "ok");
      return kit.settings.given[path] === false ? 404 : 200;
    },
    clone(state) {
      const copy = kit.makeNamed("Response", state.path);
      kit.fillFrom(copy, state.values);
      copy.bodySource = state.bodySource;
      copy.headers = kit.makeHeaders(headersOf(state), "Response.headers");
      return copy.object;
    },
  });

  kit.behave("Request", {
    // https://fetch.spec.whatwg.org/#dom-request
    new(state, input, init) {
      const from = kit.stateOf(input);
      const url = from === undefined ? kit.resolveUrl(input) : kit.urlOfRequest(from);
      if (from === undefined && kit.parseUrl(url) === undefined)
        throw new kit.TypeError(`${input} is not a valid URL`);
      const method = upper(init.method ?? from?.values.method ?? "GET");
      state.values.method = kit.listIndex(METHODS, method) >= 0 ? method : (init.method ?? method);
      state.values.url = url;
      const defaults = {
        mode: "cors",
        credentials: "same-origin",
        cache: "default",
        redirect: "follow",
        referrer: "about:client",
        referrerPolicy: "",
        integrity: "",
        keepalive: false,
        destination: "",
      };
      for (const name in defaults)
        state.values[name] = init[name] ?? from?.values[name] ?? defaults[name];
      state.headers = kit.makeHeaders(
        init.headers ?? (from === undefined ? undefined : headersOf(from)),
        "Request.headers",
      );
      if (
        init.body !== undefined &&
        init.body !== null &&
        (method === "GET" || method === "HEAD")
      ) {
        throw new kit.TypeError(`Request: a ${method} request has no body`);
      }
      setBody(state, init.body ?? from?.bodySource);
      if (init.signal !== undefined && init.signal !== null) state.values.signal = init.signal;
    },
    "get headers": (state) => headersOf(state),
    "get url": (state) => kit.urlOfRequest(state),
    clone(state) {
      const copy = kit.makeNamed("Request", state.path);
      kit.fillFrom(copy, state.values);
      copy.bodySource = state.bodySource;
      copy.headers = kit.makeHeaders(headersOf(state), "Request.headers");
      return copy.object;
    },
  });
  kit.urlOfRequest = (state) => (state.values.url ??= kit.resolveUrl("/"));

  kit.behave("WindowOrWorkerGlobalScope", {
    // Every fetch is answered; whether the answer is good is a choice.
    // https://fetch.spec.whatwg.org/#dom-global-fetch
    fetch(scope, input, init) {
      const url =
        kit.stateOf(input) === undefined
          ? kit.resolveUrl(input)
          : kit.urlOfRequest(kit.stateOf(input));
      const signal = kit.stateOf(init.signal ?? undefined);
      if (signal !== undefined && kit.isAborted(signal))
        return kit.rejected(kit.abortReason(signal));
      kit.assume("WindowOrWorkerGlobalScope.fetch: every request is answered");
      const response = kit.makeNamed("Response", "fetch()");
      kit.fillFrom(response, { url, type: "basic", redirected: false, statusText: "" });
      return resolved(response.object);
    },
  });
});
