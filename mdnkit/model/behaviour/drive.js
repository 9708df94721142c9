// The commands by which the plan drives a context: text in, text out.
(function (kit) {
  "use strict";
  let next;

  const commands = {
    __proto__: null,
    take: () => kit.take(),
    tick: () => (kit.tasks.length > 0 && kit.tick() ? "1" : ""),
    lines: () => kit.lines(),
    watch(value) {
      if (typeof value === "object") kit.watch(value);
      return "";
    },
    phase(name) {
      kit.phase = name;
      return "";
    },
    // The script itself threw: what the engine saw last. The argument is a line and a column for
    // errors without a place, and what the engine says of the error. What it has no room to make an
    // error for is a lack of memory, or of stack.
    uncaught(argument) {
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
    },
    listened() {
      const all = kit.listened;
      let out = "";
      for (let i = 0; i < all.length; i += 1) {
        const { target, type, fired } = all[i];
        out += `${i === 0 ? "" : ","}[${kit.quote(target.entry.name)},${kit.quote(type)},${fired}]`;
      }
      return `[${out}]`;
    },
    // Begins to fire an event: at the n-th listened target or at an object by name, or at what is
    // `below` it; what the event is; and the values of choices by path. Returns the interface of the
    // event.
    fire(argument) {
      const { index, at, type, name, flags, below, given } = kit.parse(argument);
      const target = at === undefined ? kit.listened[index].target : kit.fixedTarget(at);
      kit.setPrototype(given, null);
      kit.settings.given = given;
      kit.handling = true;
      kit.phase = type;
      const known = kit.interface(name) === undefined ? "Event" : name;
      const start = below ? kit.targetBelow(target, below) : target;
      next = kit.steps(kit.newEvent(known, type, flags, ""), start);
      return known;
    },
    step: () => (next() ? "1" : ""),
    endFire() {
      kit.handling = false;
      kit.settings.given = kit.create(null);
      return "";
    },
    state() {
      const failures = kit.failed ? kit.failures() : "[]";
      const made = kit.errors.length > 0 || kit.stacksAreLate ? kit.unreported() : "[]";
      const needs = kit.settings.assumed.length > 0 ? kit.needs() : "[]";
      const rest = `"assumptions":${kit.assumptions()},"limit":${kit.quote(kit.limit)}`;
      return `{"failures":${failures},"made":${made},"needs":${needs},${rest}}`;
    },
  };

  // Slicing makes one piece of a text that was put together: the engine's wrapper takes no others.
  kit.command = (name, argument) => kit.slice(commands[name](argument), 0);
});
