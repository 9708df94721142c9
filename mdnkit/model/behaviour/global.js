// The global object of a scope. https://webidl.spec.whatwg.org/#Global
(function (kit) {
  "use strict";
  const { settings, global } = kit;
  const MOST_ERRORS = 50;
  // Globals that engines bring along and that the language does not have. Those of mini-racer cannot
  // be deleted.
  const NATIVE = [
    "performance",
    "DOMException",
    "atob",
    "btoa",
    "queueMicrotask",
    "InternalError",
    "console",
    "setTimeout",
    "clearTimeout",
    "__timer_manager",
  ];

  // The engine calls this for every error that is made or thrown, handled or not. Its result is the
  // error's stack.
  function noteError(value, calls) {
    kit.lastThrown = value;
    if (kit.probing) return "";
    if (kit.lastNote?.value !== value) kit.lastNote = { value, phase: kit.phase };
    if ((kit.quiet === 0 || kit.stacksAreLate) && kit.errors.length < MOST_ERRORS) {
      kit.push(kit.errors, kit.lastNote);
    }
    return kit.stackText(value, calls);
  }

  // Whether the engine calls that function when an error is made: V8 waits until a stack is read.
  function isEager() {
    kit.probing = true;
    new kit.Error();
    kit.probing = false;
    return kit.lastThrown !== undefined;
  }

  // The prototypes of a global object that keeps its own, from the last to the first.
  kit.findChain = function () {
    if (isFree()) return;
    kit.chain = [];
    for (let at = kit.prototypeOf(global); at !== kit.Object.prototype; at = kit.prototypeOf(at)) {
      kit.push(kit.chain, at);
      const keys = kit.ownKeys(at);
      for (let i = 0; i < keys.length; i += 1) kit.deleteOn(at, keys[i]);
    }
  };

  // Whether the global object can get another prototype.
  function isFree() {
    const proto = kit.prototypeOf(global);
    if (!kit.setPrototype(global, kit.create(proto))) return false;
    return kit.setPrototype(global, proto);
  }

  // Takes away what engines bring along. Returns the names that stay on the global object, of
  // which nothing is left but the name.
  function clear() {
    const kept = [];
    for (let i = 0; i < NATIVE.length; i += 1) {
      if (!(NATIVE[i] in global) || kit.deleteOn(global, NATIVE[i])) continue;
      global[NATIVE[i]] = undefined;
      kit.push(kept, NATIVE[i]);
    }
    return kept;
  }

  // Where members of the scope are on its prototypes, as in workers, they do not show behind names
  // that stay on the global object: these get the members' values.
  function uncover(kept, proto) {
    for (let i = 0; i < kept.length; i += 1) {
      if (kept[i] in proto) global[kept[i]] = kit.getOn(proto, kept[i], global);
    }
  }

  kit.start = function () {
    const kept = clear();
    kit.Error.prepareStackTrace = noteError;
    delete kit.Error.prepareStackTrace;
    delete kit.Error.stackTraceLimit;
    delete global[kit.Symbol.toStringTag];
    if (!isEager()) kit.noteLate(noteError);
    const { names, lazy } = settings;
    kit.setPrototype(settings.outcomes, null);
    kit.findChain();
    const entry = kit.interface(settings.scope);
    kit.chain = undefined;
    // Where the chain is fixed, the prototypes are those of the engine, emptied.
    kit.setPrototype(global, entry.proto);
    kit.stamp(global, { __proto__: null, entry, values: { __proto__: null }, path: undefined });
    uncover(kept, entry.proto);
    for (let i = 0; i < names.length; i += 1) kit.expose(names[i][0], names[i][1]);
    for (let i = 0; i < lazy.length; i += 1) kit.exposeLazily(lazy[i][0], lazy[i][1]);
    const { assumed } = settings;
    for (let i = 0; i < assumed.length; i += 1) kit.assumeName(assumed[i][0], assumed[i][1]);
    if (kit.spells("Date") || settings.every) kit.fixDate();
    if ((kit.spells("Intl") || settings.every) && global.Intl !== undefined) {
      kit.fixDateTimeFormat(global.Intl.DateTimeFormat);
    }
    if ((kit.spells("Temporal") || settings.every) && global.Temporal !== undefined) {
      kit.fixTemporal(global.Temporal);
    }
    if ((kit.spells("WebAssembly") || settings.every) && global.WebAssembly !== undefined) {
      kit.fixWebAssembly(global.WebAssembly);
    }
    if (kit.spells("random") || settings.every) kit.seedRandom(settings.seed);
    // https://github.com/whatwg/html/pull/9893: the global object of a shadow realm is an ordinary one.
    const isOrdinary = settings.scope === "ShadowRealmGlobalScope";
    if (!isOrdinary && (kit.spells("setPrototypeOf") || settings.every)) kit.fixPrototypes();
    if (kit.stacksAreLate && !settings.every)
      kit.setPrototype(global, kit.noteMissing(entry.proto));
    return kit.command;
  };
});
