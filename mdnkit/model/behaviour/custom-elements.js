// Custom elements. https://html.spec.whatwg.org/#custom-elements
(function (kit) {
  "use strict";
  const byName = { __proto__: null };
  const byConstructor = new kit.Map();
  const getBy = kit.uncurry(kit.Map.prototype.get);
  const setBy = kit.uncurry(kit.Map.prototype.set);
  const CALLBACKS = [
    "connectedCallback",
    "disconnectedCallback",
    "adoptedCallback",
    "attributeChangedCallback",
  ];
  const upgrading = [];

  // https://html.spec.whatwg.org/#html-element-constructors
  kit.buildElement = function (entry, newTarget) {
    const definition = getBy(byConstructor, newTarget);
    if (definition === undefined) {
      throw new kit.TypeError(`Illegal constructor: scripts cannot make a ${entry.name}`);
    }
    const prototype = newTarget.prototype;
    const pending = upgrading[upgrading.length - 1];
    if (pending !== undefined && pending.definition === definition) {
      kit.setPrototype(pending.element.object, prototype);
      return pending.element.object;
    }
    const state = kit.make(entry, `<${definition.name}>`, prototype);
    state.local = definition.local;
    state.isCustom = true;
    state.definition = definition;
    return kit.node(state).object;
  };

  function call(element, name, args) {
    const callback = element.definition?.callbacks[name];
    if (callback !== undefined) kit.invoke(callback, element.object, args);
  }

  // Runs a reaction on a node and everything below it, shadow trees included.
  kit.react = function (node, name) {
    kit.eachBelow(node, (at) => {
      if (name === "connectedCallback" && at.nodeType === 1) upgrade(at);
      call(at, name, []);
      if (at.shadow !== undefined) kit.react(at.shadow, name);
    });
  };

  kit.reactToAttribute = function (element, name, old, value) {
    const observed = element.definition?.observed ?? [];
    if (kit.listIndex(observed, name) >= 0) {
      call(element, "attributeChangedCallback", [name, old, value, null]);
    }
  };

  const nameOf = (element) => kit.attribute(element, "is")?.value ?? element.local;

  // https://html.spec.whatwg.org/#upgrades
  function upgrade(element) {
    const definition = byName[nameOf(element)];
    if (definition === undefined || element.definition !== undefined) return;
    element.definition = definition;
    element.isCustom = true;
    kit.push(upgrading, { element, definition });
    try {
      kit.callScript(() => kit.construct(definition.constructor, []), undefined, []);
    } catch (error) {
      kit.report(error);
    }
    upgrading.length -= 1;
    for (let i = 0; i < element.attrs.length; i += 1) {
      kit.reactToAttribute(element, element.attrs[i].name, null, element.attrs[i].value);
    }
  }

  // A new element of a defined name; undefined for every other name.
  kit.makeCustom = function (name, owner) {
    const definition = byName[name];
    if (definition === undefined || definition.local !== name) return undefined;
    const object = kit.callScript(() => kit.construct(definition.constructor, []), undefined, []);
    const state = kit.nodeOf(object);
    state.owner = owner;
    return state;
  };

  function callbacksOf(constructor) {
    const { prototype } = constructor;
    const found = { __proto__: null };
    for (const name of CALLBACKS) {
      const callback = prototype[name];
      if (callback === undefined) continue;
      if (typeof callback !== "function") throw new kit.TypeError(`${name} is not a function`);
      found[name] = callback;
    }
    return found;
  }

  // https://html.spec.whatwg.org/#dom-customelementregistry-define
  function define(registry, name, constructor, options) {
    if (!kit.test(/^[a-z][^A-Z\s>/]*-[^A-Z\s>/]*$/, name)) {
      throw kit.domException("SyntaxError", `${name} is not the name of a custom element`);
    }
    if (name in byName || getBy(byConstructor, constructor) !== undefined) {
      throw kit.domException("NotSupportedError", `${name} or its class is defined already`);
    }
    const callbacks = callbacksOf(constructor);
    const attributes = callbacks.attributeChangedCallback && constructor.observedAttributes;
    const observed = attributes
      ? kit.convert(attributes, ["sequence", "DOMString"], "observedAttributes")
      : [];
    const local = options.extends ?? name;
    byName[name] = { name, local, constructor, callbacks, observed };
    setBy(byConstructor, constructor, byName[name]);
    const document = kit.document();
    kit.elementsDefined = true;
    const found = kit.elementsBelow(document, (at) => nameOf(at) === name);
    for (let i = 0; i < found.length; i += 1) {
      upgrade(found[i]);
      call(found[i], "connectedCallback", []);
    }
    registry.waiting?.[name]?.(constructor);
  }

  kit.behave("CustomElementRegistry", {
    define,
    get: (registry, name) => byName[name]?.constructor,
    getName: (registry, constructor) => getBy(byConstructor, constructor)?.name ?? null,
    upgrade(registry, root) {
      kit.eachBelow(kit.nodeOf(root), (at) => {
        if (at.nodeType === 1) upgrade(at);
      });
    },
    whenDefined(registry, name) {
      registry.waiting ??= { __proto__: null };
      return new kit.Promise((resolve) => {
        if (name in byName) resolve(byName[name].constructor);
        else registry.waiting[name] = resolve;
      });
    },
  });
});
