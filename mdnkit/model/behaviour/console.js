// The console. https://console.spec.whatwg.org/
(function (kit) {
  "use strict";
  const counts = { __proto__: null };
  const lines = [];

  function log(method, values) {
    kit.record("log", `console.${method}`, values);
    if (kit.settings.print) kit.push(lines, kit.consoleText(values));
  }

  // The lines logged since the last time, as a JSON list.
  kit.lines = function () {
    const out = kit.quote(lines);
    lines.length = 0;
    return out;
  };

  kit.behave("console", {
    assert(state, condition, ...data) {
      if (!condition) log("assert", data);
    },
    clear: () => log("clear", []),
    count(state, label) {
      counts[label] = (counts[label] ?? 0) + 1;
      log("count", [`${label}: ${counts[label]}`]);
    },
    countReset(state, label) {
      counts[label] = 0;
    },
    debug: (state, ...data) => log("debug", data),
    dir: (state, item) => log("dir", [item]),
    dirxml: (state, ...data) => log("dirxml", data),
    error: (state, ...data) => log("error", data),
    group: (state, ...data) => log("group", data),
    groupCollapsed: (state, ...data) => log("groupCollapsed", data),
    groupEnd: () => log("groupEnd", []),
    info: (state, ...data) => log("info", data),
    log: (state, ...data) => log("log", data),
    table: (state, data) => log("table", [data]),
    time: (state, label) => log("time", [label]),
    timeEnd: (state, label) => log("timeEnd", [label]),
    timeLog: (state, ...data) => log("timeLog", data),
    trace: (state, ...data) => log("trace", data),
    warn: (state, ...data) => log("warn", data),
  });
});
