// Aborting. https://dom.spec.whatwg.org/#aborting-ongoing-activities
(function (kit) {
  "use strict";

  function signalOf() {
    const signal = kit.makeNamed("AbortSignal", "new AbortController().signal");
    signal.aborted = false;
    signal.reason = undefined;
    signal.steps = [];
    signal.sources = [];
    signal.dependents = [];
    signal.dependent = false;
    return signal;
  }

  // Signals that the model invented have not been through signalOf.
  function prepared(signal) {
    signal.aborted ??= false;
    signal.steps ??= [];
    signal.sources ??= [];
    signal.dependents ??= [];
    return signal;
  }

  kit.isAborted = (signal) => !!signal.aborted;

  kit.abortReason = (signal) => signal.reason;

  // https://dom.spec.whatwg.org/#abortsignal-add
  kit.onAbort = function (signal, step) {
    const { steps } = prepared(signal);
    kit.push(steps, step);
  };

  function runSteps(signal) {
    const { steps } = signal;
    signal.steps = [];
    for (let i = 0; i < steps.length; i += 1) steps[i]();
    kit.fire("Event", signal, "abort", {});
  }

  // https://dom.spec.whatwg.org/#abortsignal-signal-abort
  kit.abortSignal = function (signal, reason) {
    prepared(signal);
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason =
      reason === undefined ? kit.givenException("AbortError", "the operation was aborted") : reason;
    const also = [];
    for (let i = 0; i < signal.dependents.length; i += 1) {
      const dependent = signal.dependents[i];
      if (!dependent.aborted) {
        dependent.aborted = true;
        dependent.reason = signal.reason;
        kit.push(also, dependent);
      }
    }
    runSteps(signal);
    for (let i = 0; i < also.length; i += 1) runSteps(also[i]);
  };

  function depend(signal, source) {
    if (kit.listIndex(signal.sources, source) >= 0) return;
    kit.push(signal.sources, source);
    kit.push(source.dependents, signal);
  }

  // https://dom.spec.whatwg.org/#create-a-dependent-abort-signal
  function anyOf(objects) {
    const result = signalOf();
    result.dependent = true;
    for (let i = 0; i < objects.length; i += 1) {
      const source = prepared(kit.stateOf(objects[i]));
      if (source.aborted) {
        result.aborted = true;
        result.reason = source.reason;
        return result;
      }
    }
    for (let i = 0; i < objects.length; i += 1) {
      const source = kit.stateOf(objects[i]);
      if (!source.dependent) depend(result, source);
      else for (let j = 0; j < source.sources.length; j += 1) depend(result, source.sources[j]);
    }
    return result;
  }

  kit.behave("AbortController", {
    new(controller) {
      controller.signal = signalOf();
    },
    "get signal"(controller) {
      controller.signal ??= signalOf();
      return controller.signal.object;
    },
    abort(controller, reason) {
      controller.signal ??= signalOf();
      kit.abortSignal(controller.signal, reason);
    },
  });

  kit.behave("AbortSignal", {
    // https://dom.spec.whatwg.org/#dom-abortsignal-abort
    "static abort"(statics, reason) {
      const signal = signalOf();
      signal.aborted = true;
      signal.reason =
        reason === undefined
          ? kit.givenException("AbortError", "the operation was aborted")
          : reason;
      return signal.object;
    },
    "static any": (statics, signals) => anyOf(signals).object,
    // https://dom.spec.whatwg.org/#dom-abortsignal-timeout
    "static timeout"(statics, milliseconds) {
      const signal = signalOf();
      kit.queueTask(() => {
        kit.abortSignal(signal, kit.givenException("TimeoutError", "the time is over"));
      }, milliseconds);
      return signal.object;
    },
    "get aborted": (signal) => !!signal.aborted,
    "get reason": (signal) => signal.reason,
    throwIfAborted(signal) {
      if (signal.aborted) throw signal.reason;
    },
  });
});
