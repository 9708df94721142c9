// What is thrown: where it came from, and how it is reported.
// https://html.spec.whatwg.org/#report-an-exception
(function (kit) {
  "use strict";
  const MOST = 20;
  const { modelLines, url } = kit.settings;
  const { isError } = kit.Error;
  const syntaxError = SyntaxError.prototype;
  const NOWHERE = { __proto__: null, line: 0, column: 0, syntax: false };
  const UNREAD = { __proto__: null, line: 0, column: 0, syntax: true };
  let failures = "";
  let reporting = false;

  // What is known of a thrown value: the newest note of it.
  function noteOf(value) {
    if (kit.lastNote !== undefined && kit.lastNote.value === value) return kit.lastNote;
    for (let i = kit.errors.length - 1; i >= 0; i -= 1) {
      if (kit.errors[i].value === value) return kit.errors[i];
    }
    return undefined;
  }

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
        const isAlone = calls.length === 1 && name === null && isError(value);
        const syntax = isAlone && !kit.stacksAreLate && kit.prototypeOf(value) === syntaxError;
        place ??= { __proto__: null, line, column, syntax };
        out += `    at ${name ?? "<anonymous>"} (${url}:${line}:${column})\n`;
      } else {
        own += `    at ${name} (model:${line + modelLines})\n`;
      }
    }
    const isUnread = kit.stacksAreLate && calls.length === 0 && isError(value);
    if (isUnread && kit.prototypeOf(value) === syntaxError) place = UNREAD;
    // What is thrown again keeps its first place.
    const note = noteOf(value);
    if (note !== undefined) note.place ??= place;
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

  // The first line of what an engine prints of an error, as far as its own properties tell.
  kit.errorLine = function (value) {
    const message = kit.descriptor(value, "message")?.value;
    const name = kit.descriptor(kit.prototypeOf(value), "name")?.value;
    if (typeof name !== "string") return "";
    if (typeof message !== "string" || message === "") return name;
    const end = kit.indexOf(message, "\n");
    return `${name}: ${end < 0 ? message : kit.slice(message, 0, end)}`;
  };

  // The name, the message and the position (0 when unknown) of a thrown value.
  function describe(value) {
    if (kit.stacksAreLate) kit.seeStack(value);
    const first = {
      __proto__: null,
      line: kit.firstLine,
      column: kit.firstColumn,
      syntax: kit.isParsing && isError(value) && kit.prototypeOf(value) === syntaxError,
    };
    const fallback = kit.firstLine > 0 ? first : NOWHERE;
    const known = noteOf(value)?.place ?? fallback;
    const { line, column, syntax } = known === UNREAD && kit.isParsing ? fallback : known;
    const state = kit.stateOf(value);
    let name = "";
    let message;
    kit.quiet += 1;
    try {
      if (state !== undefined && !state.stub) {
        name = `${state.values.name ?? state.entry.name}`;
        message = `${state.values.message ?? ""}`;
      } else if (isError(value)) {
        name = property(value, "name") || "Error";
        message = property(value, "message");
      } else {
        message = kit.brief(value);
      }
    } finally {
      kit.quiet -= 1;
    }
    return { __proto__: null, name, message, line, column, syntax };
  }

  const json = (phase, told) =>
    `{"phase":${kit.quote(phase)},"name":${kit.quote(told.name)},` +
    `"message":${kit.quote(told.message)},"line":${told.line},"column":${told.column},` +
    `"syntax":${told.syntax}}`;

  kit.isReported = (value) => noteOf(value)?.reported === true;

  // Notes that a value was reported; values that were never noted are so from now on.
  kit.markReported = function (value) {
    let note = noteOf(value);
    if (note === undefined) {
      note = { value, phase: kit.phase };
      kit.push(kit.errors, note);
    }
    note.reported = true;
  };

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
    // Out of memory, QuickJS throws null.
    if (value === null && kit.lastThrown !== null && !kit.stacksAreLate) kit.limit = "memory";
    kit.markReported(value);
    const scope = kit.stateOf(kit.global);
    let handled = false;
    if (!reporting && kit.hasListener(scope, "error")) {
      reporting = true;
      const told = describe(value);
      const init = {
        __proto__: null,
        message: told.name === "" ? told.message : `${told.name}: ${told.message}`,
        filename: url,
        lineno: told.line,
        colno: told.column,
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
    if (kit.stacksAreLate) kit.addMissing();
    let out = "";
    for (let i = 0; i < kit.errors.length && i < MOST; i += 1) {
      const { value, phase, reported } = kit.errors[i];
      if (!reported) out += (out === "" ? "" : ",") + json(phase, describe(value));
    }
    return `[${out}]`;
  };

  kit.failures = () => `[${failures}]`;

  // The script itself threw: what the engine saw last. The argument is a line and a column for
  // errors without a place, and what the engine says of the error. What it has no room to make an
  // error for is a lack of memory, or of stack.
  kit.uncaught = function (argument) {
    const [line, column, parses] = kit.split(argument, " ", 3);
    const text = kit.slice(argument, line.length + column.length + parses.length + 3);
    if (text === "null" && kit.lastThrown !== null && !kit.stacksAreLate) return "memory";
    kit.forgetReads();
    const isDeep = kit.indexOf(text, "RangeError: Maximum call stack") === 0;
    kit.firstLine = +line;
    kit.firstColumn = +column;
    kit.isParsing = parses === "0";
    if (isDeep && !kit.stacksAreLate) kit.report(new kit.RangeError("Maximum call stack size exceeded"));
    else kit.report(kit.stacksAreLate ? kit.thrownValue(text) : kit.lastThrown);
    kit.firstLine = 0;
    kit.isParsing = false;
    return "";
  };
});
