// What scripts ask of nodes. https://dom.spec.whatwg.org/#interface-node
(function (kit) {
  "use strict";
  const nodeOf = (object) => kit.nodeOf(object);
  const wrap = (state) => (state === null || state === undefined ? null : state.object);

  // A list object whose items are computed anew on each use.
  kit.liveList = function (name, compute) {
    const list = kit.makeNamed(name, name);
    list.compute = compute;
    return list.object;
  };

  function isBelow(node, above) {
    for (let at = node; at; at = at.parent ?? at.host) if (at === above) return true;
    return false;
  }

  // https://dom.spec.whatwg.org/#concept-node-ensure-pre-insertion-validity
  function check(node, parent, child) {
    const fail = (name, message) => kit.domException(name, message);
    const { nodeType } = parent;
    if (nodeType !== 1 && nodeType !== 9 && nodeType !== 11) {
      throw fail("HierarchyRequestError", "this kind of node has no children");
    }
    if (isBelow(parent, node)) {
      throw fail("HierarchyRequestError", "a node cannot be put below itself");
    }
    if (child !== null && child.parent !== parent) {
      throw fail("NotFoundError", "the node to insert before is no child of this node");
    }
    if (node.nodeType === 9 || (nodeType === 9 && node.nodeType === 3)) {
      throw fail("HierarchyRequestError", "this kind of node cannot be put here");
    }
  }

  // https://dom.spec.whatwg.org/#concept-node-pre-insert
  kit.insertNode = function (node, parent, child) {
    check(node, parent, child);
    kit.insertUnchecked(node, parent, child === node ? kit.sibling(node, 1) : child);
    return node;
  };

  function nodeName(node) {
    const names = {
      3: "#text",
      4: "#cdata-section",
      8: "#comment",
      9: "#document",
      11: "#document-fragment",
    };
    if (node.nodeType === 1) return kit.tagName(node);
    return names[node.nodeType] ?? node.values.name ?? node.values.target ?? "";
  }

  kit.behave("Node", {
    "get nodeType": (state) => kit.node(state).nodeType,
    "get nodeName": (state) => nodeName(kit.node(state)),
    "get parentNode": (state) => wrap(kit.node(state).parent),
    "get parentElement"(state) {
      const { parent } = kit.node(state);
      return parent !== null && parent.nodeType === 1 ? parent.object : null;
    },
    "get firstChild": (state) => wrap(kit.node(state).kids[0]),
    "get lastChild"(state) {
      const { kids } = kit.node(state);
      return wrap(kids[kids.length - 1]);
    },
    "get nextSibling": (state) => wrap(kit.sibling(kit.node(state), 1)),
    "get previousSibling": (state) => wrap(kit.sibling(kit.node(state), -1)),
    "get ownerDocument"(state) {
      const { owner } = kit.node(state);
      return owner === state ? null : owner.object;
    },
    "get isConnected": (state) => kit.isConnected(kit.node(state)),
    "get childNodes"(state) {
      const node = kit.node(state);
      node.childNodes ??= kit.liveList("NodeList", () => node.kids);
      return node.childNodes;
    },
    appendChild(state, object) {
      return kit.insertNode(nodeOf(object), kit.node(state), null).object;
    },
    insertBefore(state, object, child) {
      const before = child === null ? null : nodeOf(child);
      return kit.insertNode(nodeOf(object), kit.node(state), before).object;
    },
    removeChild(state, object) {
      const child = nodeOf(object);
      if (child.parent !== kit.node(state)) {
        throw kit.domException("NotFoundError", "the node to remove is no child of this node");
      }
      kit.detach(child);
      return object;
    },
    hasChildNodes: (state) => kit.node(state).kids.length > 0,
  });
});
