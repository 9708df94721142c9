// Children and siblings as elements, and live lists.
// https://dom.spec.whatwg.org/#interface-parentnode
(function (kit) {
  "use strict";
  const isElement = (node) => node.nodeType === 1;
  const wrap = (node) => (node === undefined || node === null ? null : node.object);

  function elements(node) {
    const list = [];
    for (let i = 0; i < node.kids.length; i += 1) {
      if (isElement(node.kids[i])) kit.push(list, node.kids[i]);
    }
    return list;
  }

  const objects = (nodes) => {
    const list = [];
    for (let i = 0; i < nodes.length; i += 1) list[i] = nodes[i].object;
    return list;
  };

  function itemsOf(list) {
    if (list.compute !== undefined) return objects(list.compute());
    list.invented ??= [
      kit.benign(["interface", "HTMLElement"], `${list.path}[0]`, list.entry.name),
    ];
    return list.invented;
  }

  // Nodes and strings as one node. https://dom.spec.whatwg.org/#converting-nodes-into-a-node
  function together(owner, values) {
    const fragment = kit.makeNode("DocumentFragment", owner);
    for (let i = 0; i < values.length; i += 1) {
      const isNode = typeof values[i] === "object";
      kit.appendNode(isNode ? kit.nodeOf(values[i]) : kit.makeText(values[i], owner), fragment);
    }
    return fragment.kids.length === 1 ? fragment.kids[0] : fragment;
  }

  kit.behave("ParentNode", {
    "get children"(state) {
      const node = kit.node(state);
      node.children ??= kit.liveList("HTMLCollection", () => elements(node));
      return node.children;
    },
    "get firstElementChild": (state) => wrap(elements(kit.node(state))[0]),
    "get lastElementChild"(state) {
      const list = elements(kit.node(state));
      return wrap(list[list.length - 1]);
    },
    "get childElementCount": (state) => elements(kit.node(state)).length,
    append(state, ...values) {
      kit.insertNode(together(kit.node(state).owner, values), state, null);
    },
    prepend(state, ...values) {
      kit.insertNode(together(kit.node(state).owner, values), state, state.kids[0] ?? null);
    },
    replaceChildren(state, ...values) {
      const node = together(kit.node(state).owner, values);
      while (state.kids.length > 0) kit.detach(state.kids[0]);
      kit.insertNode(node, state, null);
    },
  });

  function siblingElement(node, step) {
    const list = node.parent ? elements(node.parent) : [];
    const at = kit.listIndex(list, node);
    return at < 0 ? null : wrap(list[at + step]);
  }

  kit.behave("NonDocumentTypeChildNode", {
    "get nextElementSibling": (state) => siblingElement(kit.node(state), 1),
    "get previousElementSibling": (state) => siblingElement(kit.node(state), -1),
  });
  kit.behave("ChildNode", {
    remove(state) {
      kit.detach(kit.node(state));
    },
    before(state, ...values) {
      const { parent } = kit.node(state);
      if (parent) kit.insertNode(together(state.owner, values), parent, state);
    },
    after(state, ...values) {
      const { parent } = kit.node(state);
      if (parent) kit.insertNode(together(state.owner, values), parent, kit.sibling(state, 1));
    },
    replaceWith(state, ...values) {
      const { parent } = kit.node(state);
      if (!parent) return;
      const next = kit.sibling(state, 1);
      kit.detach(state);
      kit.insertNode(together(state.owner, values), parent, next);
    },
  });

  kit.behave("NodeList", {
    items: (list) => itemsOf(list),
  });
  kit.behave("HTMLCollection", {
    items: (list) => itemsOf(list),
    // https://dom.spec.whatwg.org/#dom-htmlcollection-nameditem
    named(list) {
      const names = kit.create(null);
      const items = itemsOf(list);
      for (let i = 0; i < items.length; i += 1) {
        const node = kit.nodeOf(items[i]);
        for (const key of ["id", "name"]) {
          const name = kit.attribute(node, key)?.value ?? "";
          if (name !== "" && !(name in names)) names[name] = items[i];
        }
      }
      return names;
    },
    namedItem: (list, name) => kit.inherited(list.entry, "named")(list)[name] ?? null,
  });
});
