// Legacy members of events. https://dom.spec.whatwg.org/#dom-event-initevent
(function (kit) {
  "use strict";

  // https://dom.spec.whatwg.org/#concept-event-initialize
  function initialize(event, type, bubbles, cancelable) {
    event.initialized = true;
    event.stopped = false;
    event.stoppedNow = false;
    event.canceled = false;
    event.target = null;
    event.values.isTrusted = false;
    event.values.type = type;
    event.values.bubbles = bubbles;
    event.values.cancelable = cancelable;
  }

  // The init method of a subclass: the parameters of initEvent, then attributes by name.
  function initializer(names) {
    return function (event, type, bubbles, cancelable, ...rest) {
      if (event.dispatching) return;
      initialize(event, type, bubbles ?? false, cancelable ?? false);
      for (let i = 0; i < names.length; i += 1) event.values[names[i]] = rest[i];
    };
  }

  // An event without initialization, for document.createEvent.
  // https://dom.spec.whatwg.org/#dom-document-createevent
  kit.newUninitializedEvent = function (name) {
    const event = kit.makeNamed(name, name);
    kit.prepareEvent(event, "", false);
    event.initialized = false;
    return event;
  };

  // Listeners of these events may still have the names of their prefixed types.
  // https://dom.spec.whatwg.org/#concept-event-listener-invoke
  const LEGACY_TYPES = {
    __proto__: null,
    animationend: "webkitAnimationEnd",
    animationiteration: "webkitAnimationIteration",
    animationstart: "webkitAnimationStart",
    transitionend: "webkitTransitionEnd",
  };
  kit.legacyType = (type) => LEGACY_TYPES[type];

  kit.behave("Event", {
    initEvent(event, type, bubbles, cancelable) {
      if (!event.dispatching) initialize(event, type, bubbles, cancelable);
    },
    "get returnValue"(event) {
      return !event.canceled;
    },
    "set returnValue"(event, value) {
      if (!value) kit.cancelEvent(event);
    },
    "get cancelBubble"(event) {
      return !!event.stopped;
    },
    "set cancelBubble"(event, value) {
      if (value) event.stopped = true;
    },
  });
  kit.behave("CustomEvent", {
    initCustomEvent: initializer(["detail"]),
  });
  kit.behave("UIEvent", {
    initUIEvent: initializer(["view", "detail"]),
  });
  kit.behave("CompositionEvent", {
    initCompositionEvent: initializer(["view", "data"]),
  });
  kit.behave("TextEvent", {
    initTextEvent: initializer(["view", "data"]),
  });
  kit.behave("StorageEvent", {
    initStorageEvent: initializer(["key", "oldValue", "newValue", "url", "storageArea"]),
  });
  kit.behave("MessageEvent", {
    initMessageEvent: initializer(["data", "origin", "lastEventId", "source", "ports"]),
  });
  kit.behave("KeyboardEvent", {
    initKeyboardEvent: initializer([
      "view",
      "key",
      "location",
      "ctrlKey",
      "altKey",
      "shiftKey",
      "metaKey",
    ]),
  });
  kit.behave("MouseEvent", {
    initMouseEvent: initializer([
      "view",
      "detail",
      "screenX",
      "screenY",
      "clientX",
      "clientY",
      "ctrlKey",
      "altKey",
      "shiftKey",
      "metaKey",
      "button",
      "relatedTarget",
    ]),
  });
});
