// Event handler attributes such as onclick. https://html.spec.whatwg.org/#event-handler-attributes
(function (kit) {
  "use strict";

  const typeOf = (name) => kit.slice(name, 2);
  const MARK = kit.Symbol();
  kit.markupHandler = (element, name, text) => ({ mark: MARK, element, name, text });

  // The object whose handler an attribute sets: body and frameset set some of the window's.
  function owner(state, name) {
    const found = kit.inherited(state.entry, "handler owner");
    return found === undefined ? state : found(state, name);
  }

  kit.handlerOwner = owner;

  // The value of a handler attribute: a function, an object or null.
  kit.handler = function (state, name) {
    const target = owner(state, name);
    const handler = target?.handlers?.[name];
    return handler === undefined ? null : valueOf(handler, target);
  };

  const isMarkup = (value) => typeof value === "object" && value !== null && value.mark === MARK;

  // The value of a handler; one that stands in the markup is compiled when it is first asked for.
  function valueOf(handler, target) {
    const { value } = handler;
    if (isMarkup(value)) {
      handler.value = kit.compileHandler(
        value,
        handler.listener.type === "error" && isGlobal(target),
      );
    }
    return handler.value;
  }

  // https://html.spec.whatwg.org/#the-event-handler-processing-algorithm and its attribute's setter
  kit.setHandler = function (state, name, kind, value, member) {
    const target = owner(state, name);
    const isObject = typeof value === "object" || typeof value === "function";
    const callback = isObject ? value : null;
    if (callback === null) kit.record("set", member, [null]);
    else kit.record("listen", member, [typeOf(name), callback], state.entry.name);
    if (target !== null) kit.putHandler(target, name, kind, callback);
  };

  kit.putHandler = function (target, name, kind, callback) {
    target.handlers ??= { __proto__: null };
    const known = target.handlers[name];
    if (callback === null) {
      if (known !== undefined) kit.removeListener(target, known.listener);
      delete target.handlers[name];
    } else if (known === undefined) {
      const handler = { value: callback, kind, listener: undefined };
      handler.listener = {
        type: typeOf(name),
        callback: handler,
        capture: false,
        passive: false,
        once: false,
        removed: false,
        handler,
      };
      target.handlers[name] = handler;
      kit.addListener(target, handler.listener);
      target.onHandler?.(name);
    } else {
      known.value = callback;
    }
  };

  const isGlobal = (state) =>
    state.entry.up.Window !== undefined || state.entry.up.WorkerGlobalScope !== undefined;

  // The arguments of a handler: an error handler of a global gets five, every other one gets the
  // event.
  function argumentsFor(event, target) {
    const { values } = event;
    if (event.entry.name !== "ErrorEvent" || values.type !== "error" || !isGlobal(target)) {
      return { list: [event.object], special: false };
    }
    const list = [values.message, values.filename, values.lineno, values.colno, values.error];
    return { list, special: true };
  }

  // https://html.spec.whatwg.org/#the-event-handler-processing-algorithm
  kit.runHandler = function (event, target, handler) {
    const { list, special } = argumentsFor(event, target);
    const callback = valueOf(handler, target);
    if (typeof callback !== "function") return;
    let result;
    try {
      result = kit.callScript(callback, target.object, list);
    } catch (error) {
      kit.report(error);
      return;
    }
    if (typeof result === "object") kit.watch(result);
    if (event.entry.name === "BeforeUnloadEvent" && event.values.type === "beforeunload") {
      if (result === undefined || result === null) return;
      kit.cancelEvent(event);
      if ((event.values.returnValue ?? "") === "") event.values.returnValue = `${result}`;
    } else if (special ? result === true : result === false) {
      kit.cancelEvent(event);
    }
  };

  kit.behave("BeforeUnloadEvent", {
    "get returnValue"(event) {
      event.values.returnValue ??= "";
      return event.values.returnValue;
    },
    "set returnValue"(event, value) {
      event.values.returnValue = value;
    },
  });
});
