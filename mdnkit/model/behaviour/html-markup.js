// Markup in and out of elements. https://html.spec.whatwg.org/#dom-parsing-and-serialization
(function (kit) {
  "use strict";

  function replaceAll(node, html) {
    const place = node.content ?? node;
    const fragment = kit.parseFragment(html, node);
    const change = () => {
      while (place.kids.length > 0) kit.detach(place.kids[0]);
      kit.appendNode(fragment, place);
    };
    if (kit.isObserved) kit.asOneChange(place, change);
    else change();
  }

  function adjacent(state, where, node) {
    const { parent } = kit.node(state);
    switch (kit.lower(where)) {
      case "beforebegin":
        return parent === null ? null : kit.insertNode(node, parent, state);
      case "afterbegin":
        return kit.insertNode(node, state, state.kids[0] ?? null);
      case "beforeend":
        return kit.insertNode(node, state, null);
      case "afterend":
        return parent === null ? null : kit.insertNode(node, parent, kit.sibling(state, 1));
      default:
        throw kit.domException("SyntaxError", `${where} is not a position`);
    }
  }

  kit.behave("Element", {
    "get innerHTML": (state) => kit.innerMarkup(kit.node(state)),
    "set innerHTML"(state, html) {
      replaceAll(kit.node(state), `${html}`);
    },
    "get outerHTML": (state) => kit.outerMarkup(kit.node(state)),
    "set outerHTML"(state, html) {
      const { parent } = kit.node(state);
      if (parent === null) return;
      const next = kit.sibling(state, 1);
      kit.detach(state);
      kit.insertNode(kit.parseFragment(`${html}`, parent), parent, next);
    },
    insertAdjacentHTML(state, where, html) {
      adjacent(state, where, kit.parseFragment(`${html}`, kit.node(state)));
    },
    insertAdjacentText(state, where, text) {
      adjacent(state, where, kit.makeText(text, kit.node(state).owner));
    },
    insertAdjacentElement(state, where, object) {
      const placed = adjacent(state, where, kit.nodeOf(object));
      return placed === null ? null : placed.object;
    },
    setHTMLUnsafe(state, html) {
      replaceAll(kit.node(state), `${html}`);
    },
    getHTML: (state) => kit.innerMarkup(kit.node(state)),
  });
  kit.behave("ShadowRoot", {
    "get innerHTML": (state) => kit.innerMarkup(kit.node(state)),
    "set innerHTML"(state, html) {
      replaceAll(kit.node(state), `${html}`);
    },
  });
  // A template keeps what is parsed into it apart, or makes it the shadow tree of its parent.
  // https://html.spec.whatwg.org/#parsing-main-inhead
  kit.openTemplate = function (template) {
    const mode = kit.attribute(template, "shadowrootmode")?.value;
    const { parent } = template;
    if ((mode === "open" || mode === "closed") && parent.nodeType === 1 && !parent.shadow) {
      kit.behaviour(kit.interface("Element"), "attachShadow")(parent, { __proto__: null, mode });
      template.content = parent.shadow;
      kit.detach(template);
    } else {
      template.content = kit.makeNode("DocumentFragment", template.owner);
    }
  };

  kit.behave("HTMLTemplateElement", {
    "get content"(state) {
      kit.node(state).content ??= kit.makeNode("DocumentFragment", state.owner);
      return state.content.object;
    },
  });
});
