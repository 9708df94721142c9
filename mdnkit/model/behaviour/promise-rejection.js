// Promises that the script leaves to the model: what a listener, a timer or the script itself ends
// in. https://html.spec.whatwg.org/#unhandled-promise-rejections
(function (kit) {
  "use strict";
  const prototype = kit.Promise.prototype;
  const isPromise = (value) =>
    typeof value === "object" && value !== null && kit.prototypeOf(value) === prototype;

  function reject(promise, reason) {
    if (kit.isReported(reason)) return;
    const scope = kit.stateOf(kit.global);
    const init = { promise, reason, cancelable: true };
    const handled =
      kit.hasListener(scope, "unhandledrejection") &&
      !kit.fire("PromiseRejectionEvent", scope, "unhandledrejection", init);
    kit.fail("reject", reason, handled);
  }

  // Runs something as part of what the script was at earlier.
  kit.inPhase = function (phase, run) {
    const now = kit.phase;
    kit.phase = phase;
    try {
      run();
    } finally {
      kit.phase = now;
    }
  };

  // Notices when a promise that nobody else can handle any more is rejected.
  kit.watch = function (value) {
    if (!isPromise(value)) return;
    const { phase } = kit;
    kit.then(value, undefined, (reason) => kit.inPhase(phase, () => reject(value, reason)));
  };
});
