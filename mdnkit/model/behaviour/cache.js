// Caches that keep what a script puts into them. https://w3c.github.io/ServiceWorker/#cache-objects
// What an earlier life of the script may have left in them is assumed where a plan asks for it.
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const { freeze } = kit.Object;
  const { test } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const RESPONSE = ["union", ["interface", "Response"], "undefined"];

  // What all objects of one cache share. `entries`: { request, response, body }; `gone`: the queries
  // whose answers the script deleted; `isKnown`: whether nothing was there before the script.
  kit.newStore = (isKnown) => ({ entries: [], gone: [], isKnown });
  kit.makeCache = function (path, store) {
    const cache = kit.makeNamed("Cache", path);
    cache.store = store;
    return cache;
  };
  // A cache that nobody opened, such as an invented one, is one of its own.
  const storeOf = (cache) => (cache.store ??= kit.newStore(false));

  // The request, with its URL, that a script asks for by an address or a request.
  kit.requestOfQuery = function (input) {
    const known = kit.stateOf(input);
    if (known === undefined) return kit.requestTo(input);
    kit.urlOfRequest(known);
    return known;
  };
  const isGet = (request) => (request.values.method ?? "GET") === "GET";

  const headerOf = (state, name) =>
    state.headers === undefined
      ? null
      : kit.behaviour(state.headers.entry, "get")(state.headers, name);

  // The names of headers by which a response varies.
  function varies(response) {
    const value = headerOf(response, "vary");
    return value === null ? [] : kit.split(replace(value, /[\t ]/g, ""), ",");
  }

  // https://w3c.github.io/ServiceWorker/#request-matches-cached-item-algorithm
  function matches(query, request, response, options) {
    const part = options.ignoreSearch ? /[?#].*$/ : /#.*$/;
    const address = (state) => replace(kit.urlOfRequest(state), part, "");
    if (!options.ignoreMethod && !isGet(query)) return false;
    if (address(query) !== address(request)) return false;
    if (response === undefined || options.ignoreVary) return true;
    const names = varies(response);
    for (let i = 0; i < names.length; i += 1) {
      if (names[i] === "*" || headerOf(query, names[i]) !== headerOf(request, names[i])) {
        return false;
      }
    }
    return true;
  }

  kit.requestMatches = (wanted, request, options) => matches(wanted, request, undefined, options);

  // https://w3c.github.io/ServiceWorker/#query-cache-algorithm
  function query(store, request, options) {
    return store.entries.filter((entry) =>
      matches(request, entry.request, entry.response, options),
    );
  }

  // Copies, so that whatever a script does to what it put or found leaves the cache alone.
  function copyOf(state, body) {
    const copy = kit.makeNamed(state.entry.name, state.path);
    kit.fillFrom(copy, state.values);
    copy.body = body;
    copy.isUrlInvented = state.isUrlInvented;
    copy.guard = "immutable";
    if (state.headers !== undefined) {
      copy.headers = kit.makeHeaders(state.headers.object, kit.pathTo(state, "headers"));
      copy.headers.guard = "immutable";
    }
    return copy;
  }
  const responseOf = (entry) => copyOf(entry.response, entry.body && { ...entry.body }).object;
  const keyOf = (entry) => copyOf(entry.request, entry.request.body).object;

  // https://w3c.github.io/ServiceWorker/#batch-cache-operations-algorithm
  function keep(store, entries) {
    const before = store.entries;
    const added = [];
    for (let i = 0; i < entries.length; i += 1) {
      const { request, response, body } = entries[i];
      if (added.some((one) => matches(request, one.request, one.response, {}))) {
        store.entries = before;
        throw kit.domException("InvalidStateError", "addAll: two requests are the same");
      }
      const replaced = query(store, request, {});
      const kept = store.entries.filter((entry) => kit.listIndex(replaced, entry) < 0);
      const entry = { request: copyOf(request, request.body), response, body };
      kit.push(added, entry);
      store.entries = [...kept, entry];
    }
  }

  function checkRequest(request, name) {
    if (!isGet(request)) throw new TypeError(`${name}: only GET requests can be cached`);
    if (!test(/^https?:/, kit.urlOfRequest(request))) {
      throw new TypeError(`${name}: only addresses of HTTP can be cached`);
    }
  }

  function checkResponse(response) {
    if (response.values.status === 206) {
      throw new TypeError("put: a part of a response, status 206, cannot be cached");
    }
    if (kit.listIndex(varies(response), "*") >= 0) {
      throw new TypeError("put: a response that varies by everything cannot be cached");
    }
    if (kit.isUnusable(response)) throw new TypeError("put: the body was read before");
  }

  // https://w3c.github.io/ServiceWorker/#cache-addAll
  function addAll(cache, inputs) {
    const requests = inputs.map(kit.requestOfQuery);
    for (const request of requests) checkRequest(request, "addAll");
    const entries = requests.map((request) => {
      const response = kit.answerTo(kit.urlOfRequest(request));
      // Any answer but one of success would be refused.
      response.values.status = 200;
      return { request, response, body: undefined };
    });
    return kit.then(resolved(entries), (list) => keep(storeOf(cache), list));
  }

  // What a script gets for a query that found these entries. Under a plan, what is not there may have
  // been left by an earlier life; that an invented request is there, unless it was put there as such,
  // is a choice.
  kit.answerFrom = function (state, found, request, isKnown) {
    const entry = found[0];
    const isSure = entry && (!request.isUrlInvented || entry.request.isUrlInvented);
    if (!settings.decides || isSure || isKnown) return entry && responseOf(entry);
    const path = kit.pathTo(state, "match()");
    const invented = kit.invent(RESPONSE, path, `${state.entry.name}.match`);
    return invented === undefined || entry === undefined ? invented : responseOf(entry);
  };
  kit.queryCache = query;

  // Whether nothing but the entries answers a request: the script deleted the rest, or never is there
  // an answer.
  kit.isKnownMiss = (store, request, options) =>
    store.isKnown ||
    (!options.ignoreMethod && !isGet(request)) ||
    store.gone.some(([past, given]) => matches(past, request, undefined, given));

  // A list of what was found, or what an earlier life may have left.
  function listed(cache, found, name, type, make) {
    const { isKnown } = storeOf(cache);
    if (!settings.decides || isKnown || found.length > 0) return freeze(found.map(make));
    const path = kit.pathTo(cache, `${name}()`);
    return kit.invent(["frozen", ["interface", type]], path, `Cache.${name}`);
  }

  // The entries that a script asks for; all of them when it names no request.
  const asked = (cache, input, options) =>
    input === undefined
      ? storeOf(cache).entries
      : query(storeOf(cache), kit.requestOfQuery(input), options);

  kit.behave("Cache", {
    // https://w3c.github.io/ServiceWorker/#cache-match
    match(cache, input, options) {
      const store = storeOf(cache);
      const request = kit.requestOfQuery(input);
      const isKnown = kit.isKnownMiss(store, request, options);
      return resolved(kit.answerFrom(cache, query(store, request, options), request, isKnown));
    },
    // https://w3c.github.io/ServiceWorker/#cache-matchall
    matchAll: (cache, input, options) =>
      resolved(listed(cache, asked(cache, input, options), "matchAll", "Response", responseOf)),
    // https://w3c.github.io/ServiceWorker/#cache-add
    add: (cache, input) => addAll(cache, [input]),
    addAll: (cache, inputs) => addAll(cache, inputs),
    // https://w3c.github.io/ServiceWorker/#cache-put
    put(cache, input, object) {
      const request = kit.requestOfQuery(input);
      const response = kit.stateOf(object);
      checkRequest(request, "put");
      checkResponse(response);
      const kept = copyOf(response, null);
      return kit.then(kit.takeBody(response), (body) =>
        keep(storeOf(cache), [{ request, response: kept, body }]),
      );
    },
    // https://w3c.github.io/ServiceWorker/#cache-delete
    delete(cache, input, options) {
      const store = storeOf(cache);
      const request = kit.requestOfQuery(input);
      const found = query(store, request, options);
      const isKnown =
        !settings.decides || found.length > 0 || kit.isKnownMiss(store, request, options);
      store.entries = store.entries.filter((entry) => kit.listIndex(found, entry) < 0);
      kit.push(store.gone, [request, options]);
      if (isKnown) return resolved(found.length > 0);
      return resolved(kit.invent("boolean", kit.pathTo(cache, "delete()"), "Cache.delete"));
    },
    // https://w3c.github.io/ServiceWorker/#cache-keys
    keys: (cache, input, options) =>
      resolved(listed(cache, asked(cache, input, options), "keys", "Request", keyOf)),
  });
});
