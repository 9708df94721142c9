// Values of CSS properties as objects, and declarations as maps of them.
// https://drafts.css-houdini.org/css-typed-om-1/#the-stylepropertymap
(function (kit) {
  "use strict";
  const { exec } = kit;
  const WORD = /^-?[a-z_][\w-]*$/i;

  // https://drafts.css-houdini.org/css-typed-om-1/#reify-stylevalue
  function valueFrom(text) {
    const numeric = kit.numericFrom(text);
    if (numeric !== undefined) return numeric.object;
    const isWord = exec(WORD, text) !== null;
    const isOpen = kit.indexOf(text, "var(") >= 0;
    const name = isWord ? "CSSKeywordValue" : isOpen ? "CSSUnparsedValue" : "CSSStyleValue";
    const state = kit.makeNamed(name, name);
    state.text = text;
    if (isWord) state.values.value = text;
    return state.object;
  }

  const textOf = (state) =>
    ("CSSKeywordValue" in state.entry.up ? state.values.value : state.text) ??
    kit.numericText(state);
  kit.behave("CSSStyleValue", {
    toString: (state) => textOf(state) ?? kit.stringOf(state),
  });

  function joined(values, between) {
    let out = "";
    for (let i = 0; i < values.length; i += 1) {
      const state = kit.stateOf(values[i]);
      const text = state === undefined ? values[i] : (textOf(state) ?? kit.stringOf(state));
      out += (i === 0 ? "" : between) + text;
    }
    return out;
  }

  // The map of the declarations in a block.
  function mapOf(block) {
    if (block.map === undefined) {
      block.map = kit.makeNamed("StylePropertyMap", "styleMap");
      block.map.block = block;
    }
    return block.map.object;
  }
  const propertyName = (name) => (kit.slice(name, 0, 2) === "--" ? name : kit.lower(name));
  const textIn = (map, name) => kit.declared(map.block).properties[propertyName(name)];
  const unknown = (map, name, type) =>
    kit.invent(type, kit.pathTo(map, `${name}()`), `StylePropertyMapReadOnly.${name}`);

  kit.behave("StylePropertyMapReadOnly", {
    get(map, name) {
      if (map.block === undefined) return unknown(map, "get", ["interface", "CSSStyleValue"]);
      const text = textIn(map, name);
      if (text !== undefined) return valueFrom(text);
      const isLonghand = kit.hasShorthand(map.block, propertyName(name));
      return isLonghand ? unknown(map, "get", ["interface", "CSSStyleValue"]) : undefined;
    },
    getAll(map, name) {
      const type = ["sequence", ["interface", "CSSStyleValue"]];
      if (map.block === undefined) return unknown(map, "getAll", type);
      const text = textIn(map, name);
      return text === undefined ? [] : [valueFrom(text)];
    },
    has(map, name) {
      if (map.block === undefined) return unknown(map, "has", "boolean");
      return textIn(map, name) !== undefined;
    },
    "get size"(map) {
      if (map.block !== undefined) return kit.ownKeys(kit.declared(map.block).properties).length;
      const path = kit.pathTo(map, "size");
      map.values.size ??= kit.invent("unsigned long", path, "StylePropertyMapReadOnly.size");
      return map.values.size;
    },
    pairs(map) {
      if (map.block === undefined) return undefined;
      const names = kit.ownKeys(kit.declared(map.block).properties);
      const list = [];
      for (let i = 0; i < names.length; i += 1) {
        list[i] = [names[i], [valueFrom(textIn(map, names[i]))]];
      }
      return list;
    },
  });

  // The block of a map; one of its own where the map was made up.
  function blockOf(map) {
    map.block ??= kit.stateOf(kit.declarationBlock("CSSStyleDeclaration", ""));
    return kit.declared(map.block);
  }
  kit.behave("StylePropertyMap", {
    set(map, name, ...values) {
      kit.writeDeclaration(blockOf(map), propertyName(name), joined(values, ", "), false);
    },
    append(map, name, ...values) {
      const block = blockOf(map);
      const old = block.properties[propertyName(name)];
      const all = old === undefined ? values : [old, ...values];
      kit.writeDeclaration(block, propertyName(name), joined(all, ", "), false);
    },
    delete(map, name) {
      kit.writeDeclaration(blockOf(map), propertyName(name), "", false);
    },
    clear(map) {
      const names = kit.ownKeys(blockOf(map).properties);
      for (let i = 0; i < names.length; i += 1) {
        kit.writeDeclaration(map.block, names[i], "", false);
      }
    },
  });

  kit.behave("CSSStyleRule", {
    "get styleMap"(rule) {
      if (rule.style !== undefined) return mapOf(rule.style);
      const type = ["interface", "StylePropertyMap"];
      rule.values.styleMap ??= kit.invent(
        type,
        kit.pathTo(rule, "styleMap"),
        "CSSStyleRule.styleMap",
      );
      return rule.values.styleMap;
    },
  });
  kit.behave("ElementCSSInlineStyle", {
    "get attributeStyleMap": (state) => mapOf(kit.stateOf(kit.styleOf(kit.node(state)))),
  });
});
