// Calls of what the script gave to the model.
// https://webidl.spec.whatwg.org/#invoke-a-callback-function
(function (kit) {
  "use strict";

  // Runs a function of the script with recording on, whatever the model is doing.
  kit.callScript = function (callback, thisValue, args) {
    const { quiet } = kit;
    kit.quiet = 0;
    try {
      return kit.apply(callback, thisValue, args);
    } finally {
      kit.quiet = quiet;
    }
  };

  // Calls a callback of the script; what it throws is reported, and the promise it returns is
  // watched.
  kit.invoke = function (callback, thisValue, args) {
    try {
      const result = kit.callScript(callback, thisValue, args);
      if (typeof result === "object") kit.watch(result);
      return result;
    } catch (error) {
      kit.report(error);
      return undefined;
    }
  };
});
