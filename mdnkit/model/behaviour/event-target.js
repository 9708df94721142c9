// Event listeners. https://dom.spec.whatwg.org/#interface-eventtarget
(function (kit) {
  "use strict";

  // Notes every target and type that ever had a listener, in order: what the plan fires.
  function note(target, type) {
    const { listened } = kit;
    for (let i = 0; i < listened.length; i += 1) {
      if (listened[i].target === target && listened[i].type === type) return;
    }
    kit.push(listened, { target, type, fired: 0 });
  }

  // Notes that the script, or what it called, fired an event.
  kit.noteFired = function (target, type) {
    const { listened } = kit;
    for (let i = 0; i < listened.length; i += 1) {
      if (listened[i].target === target && listened[i].type === type) listened[i].fired += 1;
    }
  };

  // https://dom.spec.whatwg.org/#concept-flatten-options
  function optionsOf(options) {
    return typeof options === "boolean" || options === undefined
      ? { __proto__: null, capture: !!options }
      : options;
  }

  function find(list, type, callback, capture) {
    for (let i = 0; i < list.length; i += 1) {
      const at = list[i];
      if (at.type === type && at.callback === callback && at.capture === capture) return i;
    }
    return -1;
  }

  // https://dom.spec.whatwg.org/#add-an-event-listener
  kit.addListener = function (target, listener) {
    target.listeners ??= [];
    const { listeners } = target;
    if (find(listeners, listener.type, listener.callback, listener.capture) >= 0) return;
    kit.push(listeners, listener);
    note(target, listener.type);
  };

  // https://dom.spec.whatwg.org/#remove-an-event-listener
  kit.removeListener = function (target, listener) {
    listener.removed = true;
    const kept = [];
    const listeners = target.listeners ?? [];
    for (let i = 0; i < listeners.length; i += 1) {
      if (listeners[i] !== listener) kit.push(kept, listeners[i]);
    }
    target.listeners = kept;
  };

  // https://dom.spec.whatwg.org/#concept-event-listener-inner-invoke, steps 8 to 11
  kit.callListener = function (event, target, listener) {
    if (listener.handler !== undefined) {
      kit.runHandler(event, target, listener.handler);
      return;
    }
    const { callback } = listener;
    try {
      const isFunction = typeof callback === "function";
      const method = isFunction ? callback : callback.handleEvent;
      if (typeof method !== "function") throw new kit.TypeError("handleEvent is not a function");
      const result = kit.callScript(method, isFunction ? target.object : callback, [event.object]);
      if (typeof result === "object") kit.watch(result);
    } catch (error) {
      kit.report(error);
    }
  };

  kit.behave("EventTarget", {
    // https://dom.spec.whatwg.org/#dom-eventtarget-addeventlistener
    addEventListener(target, type, callback, options) {
      const { capture, passive, once, signal } = optionsOf(options);
      if (callback === null) return;
      const aborted = signal === undefined ? undefined : kit.stateOf(signal);
      if (aborted !== undefined && kit.isAborted(aborted)) return;
      const listener = {
        type,
        callback,
        capture,
        passive: passive ?? kit.passiveByDefault(type, target),
        once: !!once,
        removed: false,
        handler: undefined,
      };
      kit.addListener(target, listener);
      if (aborted !== undefined) kit.onAbort(aborted, () => kit.removeListener(target, listener));
    },
    // https://dom.spec.whatwg.org/#dom-eventtarget-removeeventlistener
    removeEventListener(target, type, callback, options) {
      const listeners = target.listeners ?? [];
      const at = find(listeners, type, callback, !!optionsOf(options).capture);
      if (at >= 0) kit.removeListener(target, listeners[at]);
    },
    // https://dom.spec.whatwg.org/#dom-eventtarget-dispatchevent
    dispatchEvent(target, object) {
      const event = kit.stateOf(object);
      if (event.dispatching || !event.initialized) {
        throw kit.domException("InvalidStateError", "the event is not ready to be dispatched");
      }
      event.values.isTrusted = false;
      kit.noteFired(target, event.values.type);
      return kit.dispatch(event, target);
    },
  });

  const TOUCH_AND_WHEEL = { __proto__: null, touchstart: 1, touchmove: 1, wheel: 1, mousewheel: 1 };
  // https://dom.spec.whatwg.org/#default-passive-value
  kit.passiveByDefault = (type, target) => TOUCH_AND_WHEEL[type] === 1 && kit.isPageRoot(target);
});
