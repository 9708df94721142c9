// Attributes as nodes, token lists, and IDL attributes that reflect.
// https://dom.spec.whatwg.org/#interface-attr
(function (kit) {
  "use strict";
  const WHITE = /[\t\n\f\r ]+/;

  function split(text) {
    const words = [];
    const parts = kit.split(text, WHITE);
    for (let i = 0; i < parts.length; i += 1) {
      if (parts[i] !== "" && kit.listIndex(words, parts[i]) < 0) kit.push(words, parts[i]);
    }
    return words;
  }

  // The token list of an attribute. https://dom.spec.whatwg.org/#interface-domtokenlist
  kit.tokens = function (element, name) {
    element.tokens ??= { __proto__: null };
    if (element.tokens[name] === undefined) {
      const list = kit.makeNamed("DOMTokenList", name);
      list.element = element;
      list.attribute = name;
      element.tokens[name] = list;
    }
    return element.tokens[name].object;
  };

  function words(list) {
    if (list.element === undefined) return [];
    return split(kit.attribute(list.element, list.attribute)?.value ?? "");
  }

  function write(list, tokens) {
    const has =
      list.element !== undefined && kit.attribute(list.element, list.attribute) !== undefined;
    if (list.element === undefined || (!has && tokens.length === 0)) return;
    let text = "";
    for (let i = 0; i < tokens.length; i += 1) text += (i === 0 ? "" : " ") + tokens[i];
    kit.setAttribute(list.element, list.attribute, text);
  }

  function checked(token) {
    if (token === "") throw kit.domException("SyntaxError", "a token is empty");
    if (split(token)[0] !== token) {
      throw kit.domException("InvalidCharacterError", "a token contains white space");
    }
    return token;
  }

  function without(tokens, gone) {
    const kept = [];
    for (let i = 0; i < tokens.length; i += 1)
      if (tokens[i] !== gone) kit.push(kept, tokens[i]);
    return kept;
  }

  kit.behave("DOMTokenList", {
    items: (list) => words(list),
    "get value"(list) {
      return list.element === undefined
        ? ""
        : (kit.attribute(list.element, list.attribute)?.value ?? "");
    },
    "set value"(list, value) {
      kit.setAttribute(list.element, list.attribute, value);
    },
    contains: (list, token) => kit.listIndex(words(list), token) >= 0,
    add(list, ...tokens) {
      const found = words(list);
      for (let i = 0; i < tokens.length; i += 1) {
        if (kit.listIndex(found, checked(tokens[i])) < 0) kit.push(found, tokens[i]);
      }
      write(list, found);
    },
    remove(list, ...tokens) {
      let found = words(list);
      for (let i = 0; i < tokens.length; i += 1) found = without(found, checked(tokens[i]));
      write(list, found);
    },
    toggle(list, token, force) {
      const found = words(list);
      const has = kit.listIndex(found, checked(token)) >= 0;
      const wanted = force ?? !has;
      if (wanted && !has) write(list, [...found, token]);
      if (!wanted && has) write(list, without(found, token));
      return wanted;
    },
    replace(list, token, other) {
      const found = words(list);
      const at = kit.listIndex(found, checked(token));
      if (at < 0) return false;
      found[at] = checked(other);
      write(list, split(found.join(" ")));
      return true;
    },
    supports: () => true,
  });

  // An attribute as a node. https://dom.spec.whatwg.org/#interface-attr
  function attrNode(element, attr) {
    if (attr.state === undefined) {
      attr.state = kit.makeNode("Attr", element.owner);
      attr.state.attr = attr;
      attr.state.element = element;
    }
    return attr.state.object;
  }

  const attrOf = (state) => state.attr ?? state.values;
  kit.behave("Attr", {
    "get name": (state) => attrOf(state).name ?? "",
    "get localName": (state) => attrOf(state).local ?? "",
    "get namespaceURI": (state) => attrOf(state).namespace ?? null,
    "get prefix": (state) => attrOf(state).prefix ?? null,
    "get value": (state) => attrOf(state).value ?? "",
    "set value"(state, value) {
      if (state.element !== undefined) kit.setAttribute(state.element, state.attr.name, value);
      else attrOf(state).value = value;
    },
    "get ownerElement": (state) => state.element?.object ?? null,
    "get specified": () => true,
  });

  const local = (state, namespace, name) => {
    const { attrs } = kit.node(state);
    for (let i = 0; i < attrs.length; i += 1) {
      if (attrs[i].local === name && attrs[i].namespace === (namespace || null)) return attrs[i];
    }
    return undefined;
  };

  kit.behave("Element", {
    "get attributes"(state) {
      const element = kit.node(state);
      if (element.attributes === undefined) {
        element.attributes = kit.makeNamed("NamedNodeMap", "attributes");
        element.attributes.element = element;
      }
      return element.attributes.object;
    },
    getAttributeNS: (state, namespace, name) => local(state, namespace, name)?.value ?? null,
    hasAttributeNS: (state, namespace, name) => local(state, namespace, name) !== undefined,
    setAttributeNS(state, namespace, name, value) {
      const [prefix, rest] = kit.split(name, ":");
      kit.setAttribute(
        kit.node(state),
        name,
        `${value}`,
        namespace || null,
        rest === undefined ? null : prefix,
        rest ?? name,
      );
    },
    removeAttributeNS(state, namespace, name) {
      const found = local(state, namespace, name);
      if (found !== undefined) kit.removeAttribute(state, found.name);
    },
    getAttributeNode(state, name) {
      const found = kit.attribute(kit.node(state), kit.lower(name));
      return found === undefined ? null : attrNode(state, found);
    },
    setAttributeNode(state, object) {
      const attr = attrOf(kit.stateOf(object));
      const old = kit.attribute(kit.node(state), attr.name);
      kit.setAttribute(state, attr.name, attr.value ?? "");
      kit.stateOf(object).element = state;
      kit.stateOf(object).attr = kit.attribute(state, attr.name);
      return old === undefined ? null : attrNode(state, old);
    },
    removeAttributeNode(state, object) {
      kit.removeAttribute(kit.node(state), attrOf(kit.stateOf(object)).name);
      return object;
    },
  });

  const listed = (map) => map.element?.attrs ?? [];
  kit.behave("NamedNodeMap", {
    items(map) {
      const list = [];
      for (let i = 0; i < listed(map).length; i += 1)
        list[i] = attrNode(map.element, listed(map)[i]);
      return list;
    },
    named(map) {
      const names = kit.create(null);
      for (let i = 0; i < listed(map).length; i += 1) {
        names[listed(map)[i].name] = attrNode(map.element, listed(map)[i]);
      }
      return names;
    },
    getNamedItem(map, name) {
      const found = map.element === undefined ? undefined : kit.attribute(map.element, name);
      return found === undefined ? null : attrNode(map.element, found);
    },
  });

  const numberFrom = /^[\t\n\f\r ]*([+-]?\d+)/;
  const isText = (type) => type === "DOMString" || type === "USVString";

  // The value of an IDL attribute that reflects a content attribute.
  // https://html.spec.whatwg.org/#reflecting-content-attributes-in-idl-attributes
  kit.reflected = function (state, row) {
    const [, name, type, , { r: content, k: kind }] = row;
    if (kit.interface("Element") === undefined || !("Element" in state.entry.up)) return undefined;
    const text = kit.attribute(kit.node(state), content)?.value;
    const bare = type[0] === "with" ? type[1] : type;
    if (bare === "boolean") return text !== undefined;
    if (kind === "ReflectURL" && text !== undefined) return kit.resolveUrl(text);
    if (isText(bare)) return text ?? "";
    if (bare[0] === "?" && isText(bare[1])) return text ?? null;
    if (bare[0] === "interface" && bare[1] === "DOMTokenList") return kit.tokens(state, content);
    if (bare[0] === "?" || bare[0] === "union") return state.values[name] ?? text ?? null;
    const found = text === undefined ? null : kit.exec(numberFrom, text);
    return found === null ? (state.values[name] ?? 0) : +found[1];
  };

  kit.reflect = function (state, row, value) {
    const [, name, type, , { r: content }] = row;
    const element = kit.node(state);
    if (type === "boolean") {
      if (value) kit.setAttribute(element, content, "");
      else kit.removeAttribute(element, content);
    } else if (value === null) {
      kit.removeAttribute(element, content);
      state.values[name] = null;
    } else if (typeof value === "object") {
      state.values[name] = value;
    } else {
      kit.setAttribute(element, content, `${value}`);
    }
  };
});
