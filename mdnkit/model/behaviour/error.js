// What is thrown: where it came from, and how it is reported.
// https://html.spec.whatwg.org/#report-an-exception
(function (kit) {
  "use strict";
  const MOST = 20;
  const { modelLines, url } = kit.settings;
  const reported = new WeakSet();
  const isReported = kit.uncurry(WeakSet.prototype.has);
  const addReported = kit.uncurry(WeakSet.prototype.add);
  const stacks = new WeakMap();
  const stackOf = kit.uncurry(WeakMap.prototype.get);
  const setStack = kit.uncurry(WeakMap.prototype.set);
  let failures = "";
  let reporting = false;

  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  // The stack of an error as the script sees it: frames of the script alone, where there are any.
  // Lines up to `modelLines` are the model's.
  kit.stackText = function (value, calls) {
    let out = "";
    let own = "";
    let place;
    for (let i = 0; i < calls.length && i < MOST; i += 1) {
      const line = calls[i].getLineNumber() - modelLines;
      const name = calls[i].getFunctionName();
      if (line > 0) {
        const column = calls[i].getColumnNumber();
        place ??= { line, column, syntax: calls.length === 1 && name === null };
        out += `    at ${name ?? "<anonymous>"} (${url}:${line}:${column})\n`;
      } else {
        own += `    at ${name} (model:${line + modelLines})\n`;
      }
    }
    if (isObject(value) && place !== undefined) setStack(stacks, value, place);
    return place === undefined ? own : out;
  };

  // A property read the way a script would, without its exceptions.
  function property(value, key) {
    try {
      const found = value[key];
      return typeof found === "string" ? found : "";
    } catch {
      return "";
    }
  }

  // The name, the message and the position (0 when unknown) of a thrown value.
  function describe(value) {
    const place = (isObject(value) ? stackOf(stacks, value) : undefined) ?? { line: 0, column: 0 };
    const state = kit.stateOf(value);
    const isError = kit.Error.isError(value) || state !== undefined;
    kit.quiet += 1;
    try {
      const name = isError ? (state?.values.name ?? (property(value, "name") || "Error")) : "";
      const message = isError
        ? (state?.values.message ?? property(value, "message"))
        : kit.brief(value);
      return { name: `${name}`, message: `${message}`, ...place };
    } finally {
      kit.quiet -= 1;
    }
  }

  kit.isReported = (value) => isObject(value) && isReported(reported, value);

  kit.markReported = function (value) {
    if (isObject(value)) addReported(reported, value);
  };

  const json = (phase, told) =>
    `{"phase":${kit.quote(phase)},"name":${kit.quote(told.name)},"message":${kit.quote(told.message)},` +
    `"line":${told.line},"column":${told.column},"syntax":${told.syntax === true}}`;

  // Notes an exception; `handled` says whether a listener of the script took care of it.
  kit.fail = function (op, value, handled) {
    const told = describe(value);
    kit.markReported(value);
    kit.record(op, told.name, [told.message]);
    kit.failed = true;
    if (!handled) failures += (failures === "" ? "" : ",") + json(kit.phase, told);
  };

  // Reports an exception of a listener, a timer or the script: an error event, then a failure.
  kit.report = function (value) {
    kit.markReported(value);
    const scope = kit.stateOf(kit.global);
    let handled = false;
    if (!reporting && kit.hasListener(scope, "error")) {
      reporting = true;
      const told = describe(value);
      const message = told.name === "" ? told.message : `${told.name}: ${told.message}`;
      const { line, column } = told;
      const init = {
        message,
        filename: url,
        lineno: line,
        colno: column,
        error: value,
        cancelable: true,
      };
      handled = !kit.fire("ErrorEvent", scope, "error", init);
      reporting = false;
    }
    kit.fail("throw", value, handled);
  };

  kit.hasListener = function (target, type) {
    const list = target.listeners ?? [];
    for (let i = 0; i < list.length; i += 1) if (list[i].type === type) return true;
    return false;
  };

  // Errors that were made but never reported: handled by the script, or lost in a promise.
  kit.unreported = function () {
    let out = "";
    for (let i = 0; i < kit.errors.length && i < MOST; i += 1) {
      const { value, phase } = kit.errors[i];
      if (!kit.isReported(value)) out += (out === "" ? "" : ",") + json(phase, describe(value));
    }
    return `[${out}]`;
  };

  kit.failures = () => `[${failures}]`;
});
