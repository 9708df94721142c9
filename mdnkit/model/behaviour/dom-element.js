// What scripts ask of elements. https://dom.spec.whatwg.org/#interface-element
(function (kit) {
  "use strict";
  const nameIn = (node, name) => (kit.isHtml(node) ? kit.lower(name) : name);
  const elementOf = (state) => kit.node(state);

  kit.behave("Element", {
    "get tagName": (state) => kit.tagName(elementOf(state)),
    "get localName": (state) => elementOf(state).local,
    "get prefix": (state) => elementOf(state).prefix,
    "get namespaceURI": (state) => elementOf(state).namespace,
    "get id": (state) => kit.attribute(elementOf(state), "id")?.value ?? "",
    "set id"(state, value) {
      kit.setAttribute(elementOf(state), "id", value);
    },
    "get className": (state) => kit.attribute(elementOf(state), "class")?.value ?? "",
    "set className"(state, value) {
      kit.setAttribute(elementOf(state), "class", value);
    },
    "get classList": (state) => kit.tokens(elementOf(state), "class"),
    getAttribute(state, name) {
      return kit.attribute(elementOf(state), nameIn(state, name))?.value ?? null;
    },
    setAttribute(state, name, value) {
      if (name === "") throw kit.domException("InvalidCharacterError", "the name is empty");
      kit.setAttribute(elementOf(state), nameIn(state, name), `${value}`);
    },
    hasAttribute: (state, name) =>
      kit.attribute(elementOf(state), nameIn(state, name)) !== undefined,
    removeAttribute(state, name) {
      kit.removeAttribute(elementOf(state), nameIn(state, name));
    },
    // https://dom.spec.whatwg.org/#dom-element-toggleattribute
    toggleAttribute(state, name, force) {
      const has = kit.attribute(elementOf(state), nameIn(state, name)) !== undefined;
      const wanted = force ?? !has;
      if (wanted && !has) kit.setAttribute(state, nameIn(state, name), "");
      if (!wanted && has) kit.removeAttribute(state, nameIn(state, name));
      return wanted;
    },
    hasAttributes: (state) => elementOf(state).attrs.length > 0,
    getAttributeNames(state) {
      const names = [];
      for (let i = 0; i < elementOf(state).attrs.length; i += 1) names[i] = state.attrs[i].name;
      return names;
    },
    closest(state, selectors) {
      const test = kit.selector(selectors);
      for (let at = elementOf(state); at !== null && at.nodeType === 1; at = at.parent) {
        if (test(at)) return at.object;
      }
      return kit.assumedElement(state, selectors, "Element.closest");
    },
    matches: (state, selectors) => kit.selector(selectors)(elementOf(state)),
    webkitMatchesSelector: (state, selectors) => kit.selector(selectors)(elementOf(state)),
  });
});
