// Members of the global objects. https://html.spec.whatwg.org/#the-windoworworkerglobalscope-mixin
(function (kit) {
  "use strict";
  const globalState = () => kit.stateOf(kit.global);

  kit.behave("WindowOrWorkerGlobalScope", {
    // https://html.spec.whatwg.org/#dom-reporterror
    reportError(scope, value) {
      kit.report(value);
    },
    structuredClone: (scope, value, options) => kit.structuredClone(value, options.transfer),
    "get origin": () => "https://example.com",
    "get isSecureContext": () => true,
    "get crossOriginIsolated": () => false,
  });
  kit.behave("WorkerGlobalScope", {
    "get self": () => kit.global,
    "get location"(scope) {
      scope.location ??= kit.makeNamed("WorkerLocation", "self.location");
      return scope.location.object;
    },
    // https://html.spec.whatwg.org/#dom-workerglobalscope-importscripts: the imported scripts are
    // not at hand.
    importScripts(scope, ...urls) {
      for (let i = 0; i < urls.length; i += 1)
        kit.assume(`importScripts: ${urls[i]} defines nothing`);
    },
  });
  kit.behave("ShadowRealmGlobalScope", {
    "get self": () => kit.global,
  });
  kit.behave("Window", {
    "get window": () => kit.global,
    "get self": () => kit.global,
    "get frames": () => kit.global,
    "get parent": () => kit.global,
    "get top": () => kit.global,
    "get document"() {
      return kit.document().object;
    },
    "get location"() {
      return kit.locationObject().object;
    },
    "get event": (scope) => scope.currentEvent?.object,
    "get length": () => 0,
    "get opener": () => null,
    "get frameElement": () => null,
    "get closed": () => false,
    "get name"(scope) {
      return scope.values.name ?? "";
    },
    confirm: () => true,
    prompt: (scope, message, text) => text,
    alert: () => undefined,
  });
  kit.behave("DedicatedWorkerGlobalScope", {
    "get name": () => "",
  });
  kit.behave("SharedWorkerGlobalScope", {
    "get name": () => "",
  });

  // The objects that events of the plan are fired at by name.
  kit.fixedTarget = (name) => (name === "document" ? kit.document() : globalState());
});
