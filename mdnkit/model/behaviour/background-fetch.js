// Fetches that go on without the page. https://wicg.github.io/background-fetch/
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const started = new kit.Map();
  // What the events say of the registration that they are about.
  // https://wicg.github.io/background-fetch/#perform-a-background-fetch-algorithm
  const RESULTS = {
    __proto__: null,
    backgroundfetchsuccess: "success",
    backgroundfetchfail: "failure",
    backgroundfetchabort: "failure",
  };
  const REASONS = { __proto__: null, backgroundfetchsuccess: "", backgroundfetchabort: "aborted" };
  const FAILURES = ["bad-status", "fetch-error", "quota-exceeded", "download-total-exceeded"];
  const isOfEvent = (state) => state.path === "registration";

  function known(state, name, type, table) {
    const told = isOfEvent(state) ? table[kit.phase] : undefined;
    return (
      state.values[name] ??
      told ??
      kit.invent(type, kit.pathTo(state, name), `BackgroundFetchRegistration.${name}`)
    );
  }

  // https://wicg.github.io/background-fetch/#get-records
  function recordOf(state, request, name) {
    const record = kit.makeNamed("BackgroundFetchRecord", kit.pathTo(state, name));
    const copy = kit.behaviour(request.entry, "clone")(request);
    const response = kit.answerTo(kit.urlOfRequest(request));
    kit.fillFrom(record, { request: copy, responseReady: resolved(response.object) });
    return record.object;
  }

  function records(state, input, options, name) {
    if (input === undefined) return state.requests.map((one) => recordOf(state, one, name));
    const wanted = kit.requestOfQuery(input);
    const found = state.requests.filter((one) => kit.requestMatches(wanted, one, options));
    return found.map((one) => recordOf(state, one, name));
  }

  const RECORD = ["interface", "BackgroundFetchRecord"];

  kit.behave("BackgroundFetchManager", {
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchmanager-fetch
    fetch(manager, id, input, options) {
      const inputs = kit.Array.isArray(input) ? input : [input];
      const requests = inputs.map((one) => kit.requestOfQuery(one));
      if (requests.length === 0) throw new TypeError("fetch: there is nothing to fetch");
      for (const { values } of requests) {
        if (values.mode === "no-cors") throw new TypeError("fetch: a request is of mode no-cors");
      }
      if (started.has(id)) throw new TypeError(`fetch: "${id}" is being fetched`);
      const state = kit.makeNamed("BackgroundFetchRegistration", kit.pathTo(manager, "fetch()"));
      const downloadTotal = options.downloadTotal ?? 0;
      const none = { uploadTotal: 0, uploaded: 0, downloaded: 0 };
      const open = { result: "", failureReason: "", recordsAvailable: true };
      kit.fillFrom(state, { id, downloadTotal, ...none, ...open });
      state.requests = requests;
      started.set(id, state);
      return resolved(state.object);
    },
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchmanager-get
    get(manager, id) {
      const found = started.get(id);
      if (found !== undefined) return resolved(found.object);
      if (!settings.decides) return resolved(null);
      const type = ["?", ["interface", "BackgroundFetchRegistration"]];
      return resolved(kit.invent(type, kit.pathTo(manager, "get()"), "BackgroundFetchManager.get"));
    },
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchmanager-getids
    getIds(manager) {
      if (started.size > 0 || !settings.decides) return resolved([...started.keys()]);
      const path = kit.pathTo(manager, "getIds()");
      return resolved(kit.invent(["sequence", "DOMString"], path, "BackgroundFetchManager.getIds"));
    },
  });
  kit.behave("BackgroundFetchRegistration", {
    "get result": (state) => known(state, "result", ["enum", "BackgroundFetchResult"], RESULTS),
    "get failureReason": (state) =>
      isOfEvent(state) && kit.phase === "backgroundfetchfail"
        ? kit.choose(kit.pathTo(state, "failureReason"), FAILURES)
        : known(state, "failureReason", ["enum", "BackgroundFetchFailureReason"], REASONS),
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchregistration-abort
    abort(state) {
      if (state.requests === undefined) {
        const path = kit.pathTo(state, "abort()");
        return resolved(kit.invent("boolean", path, "BackgroundFetchRegistration.abort"));
      }
      const isOpen = started.delete(state.values.id);
      kit.fillFrom(state, { result: "failure", failureReason: "aborted" });
      return resolved(isOpen);
    },
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchregistration-match
    match(state, input, options) {
      if (state.requests !== undefined) {
        return resolved(records(state, input, options, "match()")[0]);
      }
      const path = kit.pathTo(state, "match()");
      return resolved(kit.invent(RECORD, path, "BackgroundFetchRegistration.match"));
    },
    matchAll(state, input, options) {
      if (state.requests !== undefined) {
        return resolved(records(state, input, options, "matchAll()[0]"));
      }
      const path = kit.pathTo(state, "matchAll()");
      const type = ["sequence", RECORD];
      return resolved(kit.invent(type, path, "BackgroundFetchRegistration.matchAll"));
    },
  });
  kit.behave("BackgroundFetchUpdateUIEvent", {
    // https://wicg.github.io/background-fetch/#dom-backgroundfetchupdateuievent-updateui
    updateUI(event) {
      if (!event.values.isTrusted || !kit.isExtendable(event) || event.hasUpdated) {
        throw kit.domException("InvalidStateError", "updateUI: it is over, or was called before");
      }
      event.hasUpdated = true;
      return resolved(undefined);
    },
  });
});
