// Requests. https://fetch.spec.whatwg.org/#request-class
(function (kit) {
  "use strict";
  const METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
  const upper = kit.uncurry(kit.String.prototype.toUpperCase);

  // The absolute URL of a request.
  kit.urlOfRequest = (state) => (state.values.url ??= kit.resolveUrl("/"));

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
        init.headers ?? (from === undefined ? undefined : kit.headersOf(from)),
        "Request.headers",
      );
      if (
        init.body !== undefined &&
        init.body !== null &&
        (method === "GET" || method === "HEAD")
      ) {
        throw new kit.TypeError(`Request: a ${method} request has no body`);
      }
      kit.setBody(state, init.body ?? from?.bodySource);
      if (init.signal !== undefined && init.signal !== null) state.values.signal = init.signal;
    },
    "get headers": (state) => kit.headersOf(state),
    "get url": (state) => kit.urlOfRequest(state),
    clone(state) {
      const copy = kit.makeNamed("Request", state.path);
      kit.fillFrom(copy, state.values);
      copy.bodySource = state.bodySource;
      copy.headers = kit.makeHeaders(kit.headersOf(state), "Request.headers");
      return copy.object;
    },
  });
});
