// Fetching without a network. https://fetch.spec.whatwg.org/#fetch-method
(function (kit) {
  "use strict";

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
      // https://fetch.spec.whatwg.org/#concept-network-error
      if (kit.spells("catch") && kit.choose("fetch()", ["answer", "network error"]) !== "answer")
        return kit.rejected(new kit.TypeError("Failed to fetch"));
      const response = kit.makeNamed("Response", "fetch()");
      kit.fillFrom(response, { url, type: "basic", redirected: false, statusText: "" });
      return new kit.Promise((resolve) => resolve(response.object));
    },
  });
});
