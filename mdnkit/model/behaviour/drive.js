// The commands by which the plan drives a context: text in, text out.
(function (kit) {
  "use strict";
  const commands = {
    __proto__: null,
    take: () => kit.take(),
    tick: () => (kit.tasks.length > 0 && kit.tick() ? "1" : ""),
    lines: () => kit.lines(),
    watch(value) {
      if (typeof value === "object") kit.watch(value);
      return "";
    },
    imports() {
      kit.prepareImports();
      return "";
    },
    phase(name) {
      kit.phase = name;
      return "";
    },
    // For engines that hand over what a script throws, and what a promise nobody waits for ends in.
    thrown(value) {
      kit.thrown = [value];
      return "";
    },
    lost(value) {
      kit.lose(value);
      return "";
    },
    uncaught: (argument) => kit.uncaught(argument),
    listened() {
      const all = kit.listened;
      let out = "";
      for (let i = 0; i < all.length; i += 1) {
        const { target, type, fired } = all[i];
        out += `${i === 0 ? "" : ","}[${kit.quote(target.entry.name)},${kit.quote(type)},${fired}]`;
      }
      return `[${out}]`;
    },
    fire: (argument) => kit.beginToFire(argument),
    step: () => kit.stepOn(),
    endFire: () => kit.endFire(),
    state() {
      const failures = kit.failed ? kit.failures() : "[]";
      const made = kit.errors.length > 0 || kit.stacksAreLate ? kit.unreported() : "[]";
      const needs = kit.settings.assumed.length > 0 ? kit.needs() : "[]";
      const rest = `"assumptions":[${kit.assumptions}],"limit":${kit.quote(kit.limit)}`;
      return `{"failures":${failures},"made":${made},"needs":${needs},"modules":[${kit.modules}],${rest}}`;
    },
  };

  // Slicing makes one piece of a text that was put together: the engine's wrapper takes no others.
  kit.command = (name, argument) => kit.slice(commands[name](argument), 0);
});
