// Firing an event of the plan, step by step, so that jobs run between listeners.
(function (kit) {
  "use strict";
  let next;

  // Begins to fire an event: at the n-th listened target or at an object by name, or at what is
  // `below` it; what the event is; and the values of choices by path. Returns the interface of the
  // event. The target may know what its events of that type hold.
  kit.beginToFire = function (argument) {
    const { index, at, type, name, flags, below, given } = kit.parse(argument);
    const target = at === undefined ? kit.listened[index].target : kit.fixedTarget(at);
    kit.setPrototype(given, null);
    kit.settings.given = given;
    kit.handling = true;
    kit.phase = type;
    const known = kit.interface(name) === undefined ? "Event" : name;
    const start = below ? kit.targetBelow(target, below) : target;
    const told = kit.inherited(start.entry, `event ${type}`)?.();
    next = kit.steps(kit.newEvent(known, type, { ...flags, ...told }, ""), start);
    return known;
  };

  kit.stepOn = () => (next() ? "1" : "");

  kit.endFire = function () {
    kit.handling = false;
    kit.settings.given = kit.create(null);
    return "";
  };
});
