// Requests. https://fetch.spec.whatwg.org/#request-class
(function (kit) {
  "use strict";
  const METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"];
  const SAFE_METHODS = ["GET", "HEAD", "POST"];
  const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
  const upper = kit.uncurry(kit.String.prototype.toUpperCase);
  const { TypeError } = kit;
  const DEFAULTS = {
    __proto__: null,
    mode: "cors",
    credentials: "same-origin",
    cache: "default",
    redirect: "follow",
    referrer: "about:client",
    referrerPolicy: "",
    integrity: "",
    keepalive: false,
    destination: "",
    duplex: "half",
  };

  // The absolute URL of a request; that of an invented request is invented, and so is that of one
  // that a script makes of the invented URL.
  let invented;
  kit.urlOfRequest = function (state) {
    if (state.values.url === undefined) {
      invented = kit.resolveUrl("/");
      state.isUrlInvented = true;
      state.values.url = invented;
    }
    return state.values.url;
  };

  function address(input) {
    const text = kit.resolveUrl(input);
    if (kit.isPlainUrl(text)) return text;
    const parsed = kit.parseUrl(text);
    if (parsed === undefined) throw new TypeError(`${input} is not a valid URL`);
    if (parsed.username || parsed.password) {
      throw new TypeError(`Request: ${input} has a user name or a password`);
    }
    return text;
  }

  // A GET request to an address, of which a script sees nothing yet.
  kit.requestTo = function (input) {
    const state = kit.makeNamed("Request", "Request");
    kit.fillFrom(state, { ...DEFAULTS, method: "GET", url: address(input) });
    state.isUrlInvented = input === invented;
    state.guard = "request";
    state.body = null;
    return state;
  };

  function methodOf(given) {
    if (!kit.test(TOKEN, given)) {
      throw new TypeError(`Request: "${given}" is no method`);
    }
    const large = upper(given);
    if (large === "CONNECT" || large === "TRACE" || large === "TRACK") {
      throw new TypeError(`Request: the method ${given} is not allowed`);
    }
    return kit.listIndex(METHODS, large) >= 0 ? large : given;
  }

  // https://fetch.spec.whatwg.org/#dom-request, step 14
  function referrerOf(referrer) {
    if (referrer === undefined || referrer === "") return referrer;
    const parsed = kit.parseUrl(kit.resolveUrl(referrer));
    if (parsed === undefined) throw new TypeError(`Request: ${referrer} is not a valid URL`);
    const text = kit.resolveUrl(referrer);
    const isOwn = kit.indexOf(text, kit.originOf()) === 0;
    return text === "about:client" || !isOwn ? "about:client" : text;
  }

  function check(state, init) {
    const { mode, cache, redirect } = state.values;
    if (init.window !== undefined && init.window !== null) throw new TypeError("Request: window");
    if (init.mode === "navigate") throw new TypeError("Request: scripts cannot navigate");
    if (cache === "only-if-cached" && mode !== "same-origin") {
      throw new TypeError('Request: "only-if-cached" needs the mode "same-origin"');
    }
    if (mode === "no-cors" && kit.listIndex(SAFE_METHODS, state.values.method) < 0) {
      throw new TypeError(`Request: the mode "no-cors" forbids the method ${state.values.method}`);
    }
    return redirect;
  }

  // The body of a request that is made of another one, whose body counts as read from then on.
  function passedOn(from) {
    const { type, bytes, stream } = from.body;
    if (stream === undefined) {
      from.used = true;
      return { type, bytes };
    }
    const through = kit.makeNamed("TransformStream", kit.pathTo(from, "body"));
    kit.transformWith(
      through,
      (chunk) => [chunk],
      () => [],
    );
    const { readable, writable } = through;
    kit.pipeThrough(stream, { readable: readable.object, writable: writable.object }, {});
    return { type, stream: readable };
  }

  function setBody(state, init, from) {
    const { method } = state.values;
    const given = init.body ?? null;
    const isBodiless = method === "GET" || method === "HEAD";
    if ((given !== null || from?.body) && isBodiless) {
      throw new TypeError(`Request: a ${method} request has no body`);
    }
    state.body = null;
    if (given !== null) {
      if (init.keepalive && kit.stateOf(given)?.entry.up.ReadableStream) {
        throw new TypeError("Request: a stream cannot be kept alive");
      }
      kit.setBody(state, given);
      if (state.body.stream !== undefined && init.duplex === undefined) {
        throw new TypeError('Request: a stream as body needs duplex: "half"');
      }
    } else if (from?.body) {
      if (kit.isUnusable(from)) throw new TypeError("Request: the body was read before");
      state.body = passedOn(from);
    }
  }

  // The signal of a request follows the one that it is given.
  function setSignal(state, signal) {
    const make = kit.behaviour(kit.interface("AbortSignal"), "static any");
    state.signal = kit.stateOf(make(undefined, signal === null ? [] : [signal]));
  }
  const signalOf = (state) => {
    if (state.signal === undefined) setSignal(state, null);
    return state.signal.object;
  };

  kit.behave("Request", {
    // https://fetch.spec.whatwg.org/#dom-request
    new(state, input, init) {
      const from = kit.stateOf(input);
      state.values.url = from === undefined ? address(input) : kit.urlOfRequest(from);
      state.isUrlInvented = from === undefined ? input === invented : from.isUrlInvented;
      const own = from?.values;
      for (const name in DEFAULTS) state.values[name] = own?.[name] ?? DEFAULTS[name];
      if (own?.mode === "navigate") state.values.mode = "same-origin";
      for (const name in DEFAULTS) if (init[name] !== undefined) state.values[name] = init[name];
      const referrer = referrerOf(init.referrer);
      if (referrer !== undefined) state.values.referrer = referrer;
      state.values.method =
        init.method === undefined ? (own?.method ?? "GET") : methodOf(init.method);
      check(state, init);
      const signal = init.signal === undefined ? from && signalOf(from) : init.signal;
      setSignal(state, signal ?? null);
      const guard = state.values.mode === "no-cors" ? "request-no-cors" : "request";
      const headers = init.headers ?? (from === undefined ? undefined : kit.headersOf(from));
      state.headers = kit.makeHeaders(headers, "Request.headers", guard);
      setBody(state, init, from);
    },
    "get headers": (state) => kit.headersOf(state),
    "get url": (state) => kit.urlOfRequest(state),
    "get signal": (state) => signalOf(state),
    // https://fetch.spec.whatwg.org/#dom-request-clone
    clone(state) {
      const body = kit.cloneBody(state);
      const copy = kit.makeNamed("Request", state.path);
      kit.fillFrom(copy, state.values);
      copy.body = body;
      copy.isUrlInvented = state.isUrlInvented;
      copy.headers = kit.makeHeaders(kit.headersOf(state), "Request.headers");
      copy.headers.guard = state.headers.guard;
      setSignal(copy, signalOf(state));
      return copy.object;
    },
  });
});
