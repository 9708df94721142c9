// Declarations of CSS properties, as objects that take any property.
// https://drafts.csswg.org/cssom-1/#the-cssstyledeclaration-interface
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const dashed = (name) =>
    kit.slice(name, 0, 2) === "--"
      ? name
      : replace(name, /[A-Z]/g, (letter) => `-${kit.lower(letter)}`);
  const trim = kit.uncurry(kit.String.prototype.trim);

  function declarations(text) {
    const found = kit.create(null);
    for (const part of kit.split(text, ";")) {
      const colon = kit.indexOf(part, ":");
      if (colon > 0) found[trim(kit.slice(part, 0, colon))] = trim(kit.slice(part, colon + 1));
    }
    return found;
  }

  const textOf = (properties) => {
    let out = "";
    for (const name in properties) out += `${out === "" ? "" : " "}${name}: ${properties[name]};`;
    return out;
  };

  function write(state, name, value) {
    if (value === "" || value === null) delete state.properties[name];
    else state.properties[name] = `${value}`;
    if (state.element !== undefined) {
      kit.setAttribute(state.element, "style", textOf(state.properties));
    }
  }

  // A declaration block whose properties can be used by name, in both spellings.
  function make(element, text) {
    const entry = kit.interface("CSSStyleProperties") ?? kit.interface("CSSStyleDeclaration");
    const plain = kit.create(entry.proto);
    const state = { __proto__: null, entry, values: kit.create(null), path: "style", element };
    state.properties = declarations(text);
    const handler = {
      __proto__: null,
      get(target, key, receiver) {
        if (typeof key !== "string" || key in target) return kit.getOn(target, key, receiver);
        kit.record("get", `CSSStyleDeclaration.${key}`, []);
        return state.properties[dashed(key)] ?? "";
      },
      set(target, key, value, receiver) {
        if (typeof key !== "string" || key in target)
          return kit.setOn(target, key, value, receiver);
        kit.record("set", `CSSStyleDeclaration.${key}`, [value]);
        write(state, dashed(key), value);
        return true;
      },
    };
    return kit.stamp(new kit.Proxy(plain, handler), state);
  }

  kit.styleOf = function (element) {
    element.style ??= make(element, kit.attribute(element, "style")?.value ?? "");
    return element.style;
  };

  const propertiesOf = (state) => (state.properties ??= kit.create(null));
  kit.behave("CSSStyleDeclaration", {
    setProperty(state, name, value) {
      propertiesOf(state);
      write(state, name, value);
    },
    removeProperty(state, name) {
      const old = propertiesOf(state)[name] ?? "";
      write(state, name, "");
      return old;
    },
    getPropertyValue: (state, name) => propertiesOf(state)[name] ?? "",
    getPropertyPriority: () => "",
    "get cssText": (state) => textOf(propertiesOf(state)),
    "set cssText"(state, text) {
      state.properties = declarations(text);
      if (state.element !== undefined) kit.setAttribute(state.element, "style", text);
    },
    items: (state) => kit.ownKeys(propertiesOf(state)),
  });

  kit.behave("Window", {
    // https://drafts.csswg.org/cssom-1/#dom-window-getcomputedstyle
    getComputedStyle(scope, element) {
      kit.assume("Window.getComputedStyle: the style attribute alone");
      const node = kit.nodeOf(element);
      return make(undefined, kit.attribute(node, "style")?.value ?? "");
    },
  });
});
