// Engines that make the stack of an error when it is first read, as V8 does, tell nothing of errors
// that nobody looks at. https://v8.dev/docs/stack-trace-api
(function (kit) {
  "use strict";
  const DEPTH = 20;
  const { settings } = kit;
  const missing = { __proto__: null };
  const isIn = Reflect.has;

  // Keeps the engine asking `note` for stacks, and notes the global names that are looked up and not
  // there: errors in promises that nobody waits for are known by them alone.
  kit.noteLate = function (note) {
    kit.stacksAreLate = true;
    // Scripts can call it too, with anything.
    const safely = (value, calls) => {
      try {
        return note(value, calls);
      } catch {
        return "";
      }
    };
    kit.define(kit.Error, "prepareStackTrace", {
      __proto__: null,
      get: () => safely,
      set: () => undefined,
      enumerable: false,
      configurable: false,
    });
    kit.data(kit.Error, "stackTraceLimit", DEPTH, kit.HIDDEN);
  };

  const asked = { __proto__: null };
  for (let i = 0; i < settings.asked.length; i += 1) asked[settings.asked[i]] = true;

  // An object to stand before the prototype of the global object.
  kit.noteMissing = function (proto) {
    return new kit.Proxy(proto, {
      __proto__: null,
      has(target, key) {
        const found = isIn(target, key);
        const isOfScript = kit.quiet === 0 && typeof key === "string";
        if (!found && isOfScript && !asked[key]) missing[key] ??= kit.phase;
        return found;
      },
    });
  };

  // Makes an error for every name that was missed and that no error is known to tell of.
  kit.addMissing = function () {
    const names = kit.ownKeys(missing);
    for (let i = 0; i < names.length; i += 1) {
      const message = `${names[i]} is not defined`;
      const value = new ReferenceError(message);
      let known = false;
      for (let n = 0; n < kit.errors.length && !known; n += 1) {
        const other = kit.errors[n].value;
        known = kit.Error.isError(other) && kit.descriptor(other, "message")?.value === message;
      }
      if (!known) kit.push(kit.errors, { value, phase: missing[names[i]] });
    }
  };

  // Notes what a promise ended in that nobody waits for.
  kit.lose = function (value) {
    kit.seeStack(value);
    for (let i = 0; i < kit.errors.length; i += 1) if (kit.errors[i].value === value) return;
    kit.push(kit.errors, { value, phase: kit.phase });
  };

  // Has the engine make the stack of a value now, if it has one.
  kit.seeStack = function (value) {
    if (!kit.Error.isError(value)) return;
    kit.quiet += 1;
    try {
      kit.getOn(value, "stack");
    } catch {
      // The script put something else in its place.
    } finally {
      kit.quiet -= 1;
    }
  };

  const { NaN: notANumber } = globalThis;
  const NO_MODULE = "ReferenceError: could not load module";
  const WORDS = { __proto__: null, null: null, undefined, true: true, false: false, NaN: notANumber };

  // The value that the text of an exception tells of: the error whose stack was asked for last, else
  // what the text seems to be.
  kit.thrownValue = function (text) {
    if (kit.thrown !== undefined) {
      const { 0: value } = kit.thrown;
      kit.thrown = undefined;
      return value;
    }
    const last = kit.lastThrown;
    if (kit.Error.isError(last) && kit.indexOf(text, kit.errorLine(last)) === 0) return last;
    if (kit.indexOf(text, NO_MODULE) === 0) return new ReferenceError(kit.slice(text, 16));
    if (text in WORDS) return WORDS[text];
    return text !== "" && +text - +text === 0 ? +text : text;
  };
});
