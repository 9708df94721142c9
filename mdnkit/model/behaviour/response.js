// Responses. https://fetch.spec.whatwg.org/#response-class
(function (kit) {
  "use strict";

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
      kit.setBody(state, body);
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
    "get headers": (state) => kit.headersOf(state),
    "get ok"(state) {
      const { status } = state.values;
      if (status !== undefined) return status >= 200 && status < 300;
      return kit.choose(kit.pathTo(state, "ok"), [true, false]);
    },
    "get status"(state) {
      if (state.values.status !== undefined) return state.values.status;
      return kit.choose(kit.pathTo(state, "ok"), [true, false]) ? 200 : 404;
    },
    clone(state) {
      const copy = kit.makeNamed("Response", state.path);
      kit.fillFrom(copy, state.values);
      copy.bodySource = state.bodySource;
      copy.headers = kit.makeHeaders(kit.headersOf(state), "Response.headers");
      return copy.object;
    },
  });
});
