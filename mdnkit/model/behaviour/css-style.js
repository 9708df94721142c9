// Declarations of CSS properties, as objects that take any property. The values are kept as they are
// written: shorthands are not expanded.
// https://drafts.csswg.org/cssom-1/#the-cssstyledeclaration-interface
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const isIndex = (name) => kit.test(/^\d+$/, name);
  const IMPORTANT = /^important$/i;

  // https://drafts.csswg.org/cssom-1/#idl-attribute-to-css-property
  function dashed(name) {
    if (kit.slice(name, 0, 2) === "--") return name;
    if (name === "cssFloat") return "float";
    return replace(name, /[A-Z]/g, (letter) => `-${kit.lower(letter)}`);
  }

  // Fills a declaration block from a text. A property that is important stays where it is not.
  function fill(state, text) {
    state.text = text;
    state.properties = kit.create(null);
    state.important = kit.create(null);
    const found = text === "" ? [] : kit.cssDeclarations(text);
    for (let i = 0; i < found.length; i += 1) kit.declare(state, found[i]);
  }

  // Adds a declaration { name, value, isImportant } to a block.
  kit.declare = function (state, { name, value, isImportant }) {
    const isCustom = kit.slice(name, 0, 2) === "--";
    if ((value === "" && !isCustom) || (state.important[name] && !isImportant)) return;
    delete state.properties[name];
    state.properties[name] = value;
    if (isImportant) state.important[name] = true;
  };

  // https://drafts.csswg.org/cssom-1/#serialize-a-css-declaration-block
  kit.declarationsText = function (state) {
    let out = "";
    for (const name in state.properties) {
      const mark = state.important[name] ? " !important" : "";
      out += `${out === "" ? "" : " "}${name}: ${state.properties[name]}${mark};`;
    }
    return out;
  };

  // Sets a property of a block; without a value it is removed.
  kit.writeDeclaration = function (state, name, value, isImportant) {
    if (value === "" || value === null) {
      delete state.properties[name];
      delete state.important[name];
    } else {
      state.properties[name] = `${value}`;
      if (isImportant) state.important[name] = true;
      else delete state.important[name];
    }
    tell(state);
  };

  function tell(state) {
    if (state.element === undefined) return;
    state.text = kit.declarationsText(state);
    kit.setAttribute(state.element, "style", state.text);
  }

  const attributeOf = (element) => kit.attribute(element, "style")?.value ?? "";
  // A block with what it holds now: a style attribute may have changed.
  kit.declared = function (state) {
    const text = state.element === undefined ? (state.text ?? "") : attributeOf(state.element);
    if (state.text !== text) fill(state, text);
    return state;
  };

  // Whether a block has a shorthand by whose name that of a property begins; says so as an assumption.
  kit.hasShorthand = function (state, name) {
    for (let dash = kit.indexOf(name, "-", 1); dash > 0; dash = kit.indexOf(name, "-", dash + 1)) {
      const shorthand = kit.slice(name, 0, dash);
      if (shorthand in state.properties) {
        kit.assume(`CSSStyleDeclaration.${name}: not read from ${shorthand}`);
        return true;
      }
    }
    return false;
  };
  function valueOf(state, name) {
    const value = state.properties[name];
    if (value === undefined) kit.hasShorthand(state, name);
    return value ?? "";
  }

  // A declaration block of that interface, whose properties can be used by name in both spellings.
  kit.declarationBlock = function (name, text, element) {
    const entry = kit.interface(name) ?? kit.interface("CSSStyleDeclaration");
    const base = kit.interface("CSSStyleDeclaration").proto;
    const state = { __proto__: null, entry, values: kit.create(null), path: "style", element };
    fill(state, text);
    state.values.parentRule = null;
    const handler = {
      __proto__: null,
      get(target, key, receiver) {
        if (typeof key !== "string" || key in base) return kit.getOn(target, key, receiver);
        if (isIndex(key)) return kit.ownKeys(kit.declared(state).properties)[key];
        kit.record("get", `CSSStyleDeclaration.${key}`, []);
        return valueOf(kit.declared(state), dashed(key));
      },
      set(target, key, value, receiver) {
        if (typeof key !== "string" || key in base) return kit.setOn(target, key, value, receiver);
        kit.record("set", `CSSStyleDeclaration.${key}`, [value]);
        kit.writeDeclaration(kit.declared(state), dashed(key), value, false);
        return true;
      },
    };
    return kit.stamp(new kit.Proxy(kit.create(entry.proto), handler), state);
  };

  // The declarations of a style attribute. https://drafts.csswg.org/cssom-1/#dom-elementcssinlinestyle-style
  kit.styleOf = function (element) {
    element.style ??= kit.declarationBlock("CSSStyleProperties", attributeOf(element), element);
    return element.style;
  };
  kit.behave("CSSStyleDeclaration", {
    setProperty(state, name, value, priority) {
      const isImportant = kit.test(IMPORTANT, priority);
      if (priority === "" || isImportant)
        kit.writeDeclaration(kit.declared(state), dashed(name), value, isImportant);
    },
    removeProperty(state, name) {
      const old = kit.declared(state).properties[name] ?? "";
      kit.writeDeclaration(state, name, "", false);
      return old;
    },
    getPropertyValue: (state, name) => valueOf(kit.declared(state), name),
    getPropertyPriority: (state, name) => (kit.declared(state).important[name] ? "important" : ""),
    "get cssText": (state) => kit.declarationsText(kit.declared(state)),
    "set cssText"(state, text) {
      fill(state, text);
      tell(state);
    },
    items: (state) => kit.ownKeys(kit.declared(state).properties),
  });

  kit.behave("Window", {
    // https://drafts.csswg.org/cssom-1/#dom-window-getcomputedstyle
    getComputedStyle(scope, element) {
      kit.assume("Window.getComputedStyle: the style attribute alone");
      const node = kit.nodeOf(element);
      return kit.declarationBlock("CSSStyleProperties", attributeOf(node));
    },
  });
});
