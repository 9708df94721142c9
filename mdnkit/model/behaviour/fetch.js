// Fetching without a network. https://fetch.spec.whatwg.org/#fetch-method
(function (kit) {
  "use strict";

  const ANSWERED = "WindowOrWorkerGlobalScope.fetch: every request is answered";
  const isAnswered = () =>
    !kit.spells("catch") || kit.choose("fetch()", ["answer", "network error"]) === "answer";

  // The response to a request, of which nobody knows the status.
  kit.answerTo = function (url) {
    kit.assume(ANSWERED);
    const response = kit.makeNamed("Response", "fetch()");
    kit.fillFrom(response, { url, type: "basic", redirected: false, statusText: "" });
    return response;
  };

  kit.behave("WindowOrWorkerGlobalScope", {
    // Whether a request is answered is a choice of a script that may catch errors, whether the answer
    // is good of any script that asks. https://fetch.spec.whatwg.org/#dom-global-fetch
    fetch(scope, input, init) {
      const request = kit.stateOf(input);
      const url = request === undefined ? kit.resolveUrl(input) : kit.urlOfRequest(request);
      const signal = kit.stateOf(init.signal ?? undefined);
      if (signal !== undefined && kit.isAborted(signal))
        return kit.rejected(kit.abortReason(signal));
      // https://fetch.spec.whatwg.org/#concept-network-error
      if (!isAnswered()) return kit.rejected(new kit.TypeError("Failed to fetch"));
      return new kit.Promise((resolve) => resolve(kit.answerTo(url).object));
    },
  });
});
