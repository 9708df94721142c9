// Timers and tasks on a virtual clock, ordered by the time they are due and then by age; repeats
// are capped. https://html.spec.whatwg.org/#timers
(function (kit) {
  "use strict";
  const { settings } = kit;
  const FRAME = 16;
  const DEEPEST_UNCLAMPED = 5;
  const CLAMP = 4;
  let age = 0;
  let lastId = 0;
  let nesting = 0;
  let frames = 0;

  function add(task) {
    age += 1;
    task.age = age;
    let at = kit.tasks.length;
    kit.tasks[at] = task;
    while (at > 0 && kit.tasks[at - 1].due > task.due) {
      kit.tasks[at] = kit.tasks[at - 1];
      at -= 1;
      kit.tasks[at] = task;
    }
    return task;
  }

  function remove(test) {
    const kept = [];
    for (let i = 0; i < kit.tasks.length; i += 1)
      if (!test(kit.tasks[i])) kit.push(kept, kit.tasks[i]);
    kit.tasks = kept;
  }

  kit.queueTask = function (run, delay) {
    return add({ due: kit.clock + (delay ?? 0), id: 0, run });
  };

  // Runs the next task; returns whether there was one.
  kit.tick = function () {
    if (kit.tasks.length === 0) return false;
    const task = kit.tasks[0];
    remove((at) => at === task);
    if (task.due > kit.clock) kit.clock = task.due;
    task.run();
    return true;
  };

  function evaluated(handler) {
    return typeof handler === "function" ? handler : () => kit.evaluate(handler);
  }

  // https://html.spec.whatwg.org/#timer-initialisation-steps
  function start(handler, timeout, repeat, args) {
    lastId += 1;
    const id = lastId;
    const level = nesting + 1;
    const callback = evaluated(handler);
    let left = settings.repeats;
    const delay = (depth) => {
      const asked = timeout < 0 ? 0 : timeout;
      return depth > DEEPEST_UNCLAMPED && asked < CLAMP ? CLAMP : asked;
    };
    const state = { cleared: false };
    function run(depth) {
      const before = nesting;
      nesting = depth;
      kit.invoke(callback, kit.global, args);
      nesting = before;
      left -= 1;
      if (!repeat || state.cleared) return;
      if (left > 0)
        add({ due: kit.clock + delay(depth + 1), id, state, run: () => run(depth + 1) });
      else kit.assume(`timers: an interval ends after ${settings.repeats} repeats`);
    }
    add({ due: kit.clock + delay(level), id, state, run: () => run(level) });
    running[id] = state;
    return id;
  }

  const running = { __proto__: null };

  function clear(id) {
    if (running[id] === undefined) return;
    running[id].cleared = true;
    delete running[id];
    remove((at) => at.id === id);
  }

  kit.behave("WindowOrWorkerGlobalScope", {
    setTimeout(scope, handler, timeout, ...args) {
      return start(handler, timeout, false, args);
    },
    setInterval(scope, handler, timeout, ...args) {
      return start(handler, timeout, true, args);
    },
    clearTimeout(scope, id) {
      clear(id);
    },
    clearInterval(scope, id) {
      clear(id);
    },
    // https://html.spec.whatwg.org/#dom-queuemicrotask
    queueMicrotask(scope, callback) {
      kit.then(new kit.Promise((resolve) => resolve()), () => {
        kit.invoke(callback, undefined, []);
      });
    },
  });

  // https://html.spec.whatwg.org/#dom-animationframeprovider-requestanimationframe
  kit.behave("AnimationFrameProvider", {
    requestAnimationFrame(scope, callback) {
      lastId += 1;
      frames += 1;
      if (frames <= settings.repeats) {
        const due = (kit.Math.floor(kit.clock / FRAME) + 1) * FRAME;
        add({ due, id: lastId, run: () => kit.invoke(callback, undefined, [kit.clock]) });
        running[lastId] = { cleared: false };
      } else {
        kit.assume(`timers: animation ends after ${settings.repeats} frames`);
      }
      return lastId;
    },
    cancelAnimationFrame(scope, id) {
      clear(id);
    },
  });

  kit.behave("Performance", {
    now: () => kit.clock,
    "get timeOrigin": () => settings.epoch,
  });

  // Date tells the virtual clock. https://tc39.es/ecma262/#sec-date-constructor
  kit.fixDate = function () {
    const Native = kit.Date;
    const now = () => settings.epoch + kit.clock;
    const text = kit.uncurry(Native.prototype.toString);
    function Date(...args) {
      if (new.target === undefined) return text(new Native(now()));
      return kit.construct(Native, args.length === 0 ? [now()] : args, new.target);
    }
    kit.data(Date, "prototype", Native.prototype, 0);
    kit.data(Date, "length", 7, kit.SEALED);
    kit.data(Date, "UTC", Native.UTC, kit.HIDDEN);
    kit.data(Date, "parse", Native.parse, kit.HIDDEN);
    kit.data(Date, "now", { now: () => kit.Math.floor(now()) }.now, kit.HIDDEN);
    kit.data(Native.prototype, "constructor", Date, kit.HIDDEN);
    kit.data(kit.global, "Date", Date, kit.HIDDEN);
  };

  // Mulberry32 with a fixed seed.
  kit.seedRandom = function (seed) {
    const { imul } = kit.Math;
    let state = seed;
    const random = {
      random() {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
      },
    }.random;
    kit.data(kit.Math, "random", random, kit.HIDDEN);
  };
});
