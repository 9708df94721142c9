// Events. https://dom.spec.whatwg.org/#interface-event
(function (kit) {
  "use strict";

  // https://dom.spec.whatwg.org/#inner-event-creation-steps
  kit.prepareEvent = function (event, type, trusted) {
    const { values } = event;
    values.type = type;
    values.bubbles = false;
    values.cancelable = false;
    values.composed = false;
    values.isTrusted = trusted;
    values.timeStamp = kit.clock;
    event.initialized = true;
    event.phase = 0;
    event.route = [];
    event.target = null;
    event.currentTarget = null;
    event.relatedTarget = null;
  };

  // https://dom.spec.whatwg.org/#set-the-canceled-flag
  kit.cancelEvent = function (event) {
    if (event.values.cancelable && !event.inPassiveListener) event.canceled = true;
  };

  // A trusted event made by the model. `init` gives attributes by name, what it leaves out gets
  // benign values; on the path "" they are what the script meets in the event of the plan.
  kit.newEvent = function (name, type, init, path) {
    const event = kit.makeNamed(name, path ?? name);
    kit.prepareEvent(event, type, true);
    kit.fillFrom(event, init);
    return event;
  };

  kit.fillFrom = function (state, dictionary) {
    const keys = kit.ownKeys(dictionary);
    for (let i = 0; i < keys.length; i += 1) state.values[keys[i]] = dictionary[keys[i]];
  };

  const wrapped = (state) => (state === null || state === undefined ? null : state.object);

  kit.behave("Event", {
    new(event, type, init) {
      kit.prepareEvent(event, type, false);
      if (init !== undefined) kit.fillFrom(event, init);
      event.relatedTarget = kit.stateOf(event.values.relatedTarget) ?? null;
    },
    "get target"(event) {
      return wrapped(event.target);
    },
    "get srcElement"(event) {
      return wrapped(event.target);
    },
    "get currentTarget"(event) {
      return wrapped(event.currentTarget);
    },
    "get eventPhase"(event) {
      return event.phase;
    },
    "get defaultPrevented"(event) {
      return !!event.canceled;
    },
    preventDefault(event) {
      kit.cancelEvent(event);
    },
    stopPropagation(event) {
      event.stopped = true;
    },
    stopImmediatePropagation(event) {
      event.stopped = true;
      event.stoppedNow = true;
    },
  });
});
