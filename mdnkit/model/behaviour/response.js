// Responses. https://fetch.spec.whatwg.org/#response-class
(function (kit) {
  "use strict";
  const NULL_BODY = [101, 103, 204, 205, 304];
  const REDIRECTS = [301, 302, 303, 307, 308];
  const REASON = /^[\t\x20-\x7e\x80-\xff]*$/;
  const { test } = kit;

  function fill(state, status, statusText, type, guard) {
    kit.fillFrom(state, { status, statusText, type, url: "", redirected: false });
    state.headers = kit.makeHeaders(undefined, kit.pathTo(state, "headers"), guard);
    state.body = null;
  }

  // https://fetch.spec.whatwg.org/#initialize-a-response
  function initialize(state, body, init) {
    const { status, statusText, headers } = init;
    if (status < 200 || status > 599) {
      throw new kit.RangeError(`Response: the status ${status} is not between 200 and 599`);
    }
    if (!test(REASON, statusText)) {
      throw new kit.TypeError("Response: the statusText has characters that no header may have");
    }
    fill(state, status, statusText, "default", "response");
    if (headers !== undefined) kit.fillHeaders(state.headers, headers);
    if (body === undefined || body === null) return;
    if (kit.listIndex(NULL_BODY, status) >= 0) {
      throw new kit.TypeError(`Response: a response of status ${status} has no body`);
    }
    kit.setBody(state, body);
  }

  kit.behave("Response", {
    // https://fetch.spec.whatwg.org/#dom-response
    new(state, body, init) {
      initialize(state, body, init);
    },
    // https://fetch.spec.whatwg.org/#dom-response-json
    "static json"(statics, data, init) {
      const text = kit.quote(data);
      if (text === undefined) throw new kit.TypeError("Response.json: the data is no JSON");
      const state = kit.makeNamed("Response", "Response.json()");
      const typed = kit.makeHeaders(init.headers, "Response.headers", "response");
      if (!kit.behaviour(typed.entry, "has")(typed, "content-type")) {
        kit.fillHeaders(typed, { "content-type": "application/json" });
      }
      initialize(state, text, { ...init, headers: typed.object });
      return state.object;
    },
    "static error"() {
      const state = kit.makeNamed("Response", "Response.error()");
      fill(state, 0, "", "error", "immutable");
      return state.object;
    },
    // https://fetch.spec.whatwg.org/#dom-response-redirect
    "static redirect"(statics, url, status) {
      const address = kit.resolveUrl(url);
      if (kit.parseUrl(address) === undefined) {
        throw new kit.TypeError(`Response.redirect: ${url} is not a valid URL`);
      }
      if (kit.listIndex(REDIRECTS, status) < 0) {
        throw new kit.RangeError(`Response.redirect: ${status} is no status of a redirect`);
      }
      const state = kit.makeNamed("Response", "Response.redirect()");
      fill(state, status, "", "default", "immutable");
      state.headers.guard = "none";
      kit.fillHeaders(state.headers, { location: address });
      state.headers.guard = "immutable";
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
    // https://fetch.spec.whatwg.org/#dom-response-clone
    clone(state) {
      const body = kit.cloneBody(state);
      const copy = kit.makeNamed("Response", state.path);
      kit.fillFrom(copy, state.values);
      copy.body = body;
      const { headers } = copy;
      copy.headers = kit.makeHeaders(kit.headersOf(state), "Response.headers");
      copy.headers.guard = headers?.guard ?? state.headers.guard;
      return copy.object;
    },
  });
});
