// The life of a service worker, as seen from inside. https://w3c.github.io/ServiceWorker/
(function (kit) {
  "use strict";
  const { settings } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const STATES = { __proto__: null, load: "parsed", install: "installing", activate: "activating" };

  // The state of the worker that the scope is of: functional events are those of active workers.
  // https://w3c.github.io/ServiceWorker/#dfn-state
  const stateNow = () => STATES[kit.phase] ?? "activated";

  // Whether the worker is active. What a plan runs while it loads may be a part of any handler.
  const isActive = function () {
    const now = stateNow();
    return now === "activating" || now === "activated" || (settings.decides && now === "parsed");
  };

  function ownWorker() {
    const scope = kit.stateOf(kit.global);
    scope.serviceWorker ??= kit.makeNamed("ServiceWorker", "self.serviceWorker");
    return scope.serviceWorker;
  }
  const isOwn = (state) => state === kit.stateOf(kit.global).serviceWorker;
  const isOwnRegistration = (state) => kit.stateOf(kit.global).values.registration === state.object;

  function invented(state, name, type) {
    return kit.invent(type, kit.pathTo(state, name), `${state.entry.name}.${name}`);
  }

  // The worker of a registration in a phase of its life: the scope's own, none, or one that only
  // other scopes know of. https://w3c.github.io/ServiceWorker/#dom-serviceworkerregistration-active
  function workerIn(state, name, phases) {
    const now = stateNow();
    if (isOwnRegistration(state) && now !== "parsed") {
      if (kit.listIndex(phases, now) >= 0) return ownWorker().object;
      if (name !== "active") return null;
    }
    state.values[name] ??= invented(state, name, ["?", ["interface", "ServiceWorker"]]);
    return state.values[name];
  }

  // What the scope has for good.
  function same(scope, name, type) {
    scope.values[name] ??= kit.makeNamed(type, kit.pathTo(scope, name)).object;
    return scope.values[name];
  }

  kit.behave("ServiceWorkerGlobalScope", {
    "get clients": (scope) => same(scope, "clients", "Clients"),
    "get registration": (scope) => same(scope, "registration", "ServiceWorkerRegistration"),
    "get serviceWorker": () => ownWorker().object,
    // https://w3c.github.io/ServiceWorker/#service-worker-global-scope-skipwaiting
    skipWaiting: () => resolved(undefined),
  });
  kit.behave("ServiceWorker", {
    "get state": (worker) =>
      isOwn(worker) ? stateNow() : invented(worker, "state", ["enum", "ServiceWorkerState"]),
    "get scriptURL": (worker) =>
      isOwn(worker) ? settings.url : invented(worker, "scriptURL", "USVString"),
    // https://w3c.github.io/ServiceWorker/#service-worker-postmessage-options
    postMessage(worker, message, options) {
      const transfer = kit.Array.isArray(options) ? options : options?.transfer;
      kit.structuredClone(message, transfer);
    },
  });
  kit.behave("ServiceWorkerRegistration", {
    "get installing": (state) => workerIn(state, "installing", ["installing"]),
    "get waiting": (state) => workerIn(state, "waiting", []),
    "get active": (state) => workerIn(state, "active", ["activating", "activated"]),
  });
  kit.behave("Clients", {
    // https://w3c.github.io/ServiceWorker/#clients-claim
    claim() {
      if (isActive()) return resolved(undefined);
      throw kit.domException("InvalidStateError", "claim: the worker is not active");
    },
  });
});
