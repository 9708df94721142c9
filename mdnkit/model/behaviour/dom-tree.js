// Nodes and how they form trees. https://dom.spec.whatwg.org/#interface-node The state of a node
// has: nodeType, parent, kids (states), owner (document); of an element also local, prefix,
// namespace and attrs; of a shadow root host and mode; of character data the text.
(function (kit) {
  "use strict";
  const TYPES = [
    ["Element", 1],
    ["Attr", 2],
    ["Text", 3],
    ["ProcessingInstruction", 7],
    ["Comment", 8],
    ["Document", 9],
    ["DocumentType", 10],
    ["DocumentFragment", 11],
  ];

  // Gives a node what nodes have; invented nodes get it when something first asks.
  kit.node = function (state) {
    if (state.kids !== undefined) return state;
    for (let i = 0; i < TYPES.length; i += 1) {
      if (TYPES[i][0] in state.entry.up) state.nodeType = TYPES[i][1];
    }
    if ("CDATASection" in state.entry.up) state.nodeType = 4;
    state.kids = [];
    state.parent = null;
    state.owner ??= state.nodeType === 9 ? state : kit.document();
    if (state.nodeType === 1) kit.prepareElement(state);
    if (state.nodeType === 3 || state.nodeType === 8) state.text ??= state.values.data ?? "";
    return state;
  };

  kit.nodeOf = (object) => kit.node(kit.stateOf(object));

  kit.makeNode = function (name, owner, path) {
    const state = kit.makeNamed(name, path ?? name);
    if (owner !== undefined) state.owner = owner;
    return kit.node(state);
  };

  kit.makeText = function (text, owner) {
    const state = kit.makeNode("Text", owner);
    state.text = text;
    return state;
  };

  kit.rootOf = function (node) {
    let root = node;
    while (root.parent) root = root.parent;
    return root;
  };

  kit.isConnected = function (node) {
    let root = kit.rootOf(node);
    while (root.host !== undefined) root = kit.rootOf(root.host);
    return root.nodeType === 9;
  };

  // Calls `visit` for a node and everything below it, in tree order.
  kit.eachBelow = function (node, visit) {
    visit(node);
    for (let i = 0; i < node.kids.length; i += 1) kit.eachBelow(node.kids[i], visit);
  };

  // The elements below a node that pass a test, in tree order.
  kit.elementsBelow = function (node, test) {
    const list = [];
    for (let i = 0; i < node.kids.length; i += 1) {
      kit.eachBelow(node.kids[i], (at) => {
        if (at.nodeType === 1 && test(at)) kit.push(list, at);
      });
    }
    return list;
  };

  kit.detach = function (node) {
    const { parent } = node;
    if (parent === null) return;
    const wasConnected = kit.isConnected(node);
    if (kit.isObserved) {
      kit.noteTree(parent, [], [node], kit.sibling(node, -1), kit.sibling(node, 1));
    }
    const kept = [];
    for (let i = 0; i < parent.kids.length; i += 1) {
      if (parent.kids[i] !== node) kit.push(kept, parent.kids[i]);
    }
    parent.kids = kept;
    node.parent = null;
    if (kit.hasShadow) kit.assignSlots(parent);
    if (wasConnected && kit.elementsDefined) kit.react(node, "disconnectedCallback");
  };

  // Inserts without checks; a fragment gives its children.
  // https://dom.spec.whatwg.org/#concept-node-insert
  kit.insertUnchecked = function (node, parent, child) {
    const nodes =
      node.nodeType === 11 && node.host === undefined ? kit.sliceList(node.kids, 0) : [node];
    const previous = child === null ? parent.kids[parent.kids.length - 1] : kit.sibling(child, -1);
    for (let i = 0; i < nodes.length; i += 1) {
      kit.detach(nodes[i]);
      const kids = kit.sliceList(parent.kids, 0);
      const at = child === null ? kids.length : kit.listIndex(kids, child);
      for (let j = kids.length; j > at; j -= 1) kids[j] = kids[j - 1];
      kids[at] = nodes[i];
      parent.kids = kids;
      nodes[i].parent = parent;
      if (nodes[i].owner !== parent.owner) kit.adopt(nodes[i], parent.owner);
      if (kit.hasShadow) kit.assignSlots(nodes[i]);
      if (kit.elementsDefined && kit.isConnected(parent)) kit.react(nodes[i], "connectedCallback");
    }
    if (kit.isObserved && nodes.length > 0) kit.noteTree(parent, nodes, [], previous, child);
  };

  kit.adopt = (node, owner) =>
    kit.eachBelow(node, (at) => {
      at.owner = owner;
    });

  kit.appendNode = (node, parent) => kit.insertUnchecked(node, parent, null);

  kit.sibling = function (node, step) {
    const kids = node.parent?.kids ?? [];
    const at = kit.listIndex(kids, node);
    return at < 0 ? null : (kids[at + step] ?? null);
  };

  kit.textOf = function (node) {
    let out = "";
    kit.eachBelow(node, (at) => {
      if (at.nodeType === 3 || at.nodeType === 4) out += at.text;
    });
    return out;
  };

  kit.setText = function (node, text) {
    if (kit.isObserved) kit.asOneChange(node, () => replaceAll(node, text));
    else replaceAll(node, text);
  };

  function replaceAll(node, text) {
    while (node.kids.length > 0) kit.detach(node.kids[0]);
    if (text !== "") kit.appendNode(kit.makeText(text, node.owner), node);
  }

  // Changes character data.
  kit.setData = function (node, text) {
    const old = node.text;
    node.text = text;
    if (kit.isObserved) kit.noteData(node, old);
  };

  kit.behave("Node", {
    "event parent"(node, event) {
      if (node.host !== undefined) {
        const first = event.route[0].target;
        const stays = !event.values.composed && first.entry.up.Node && kit.rootOf(first) === node;
        return stays ? null : node.host;
      }
      if (node.nodeType === 9) {
        return event.values.type === "load" || !node.hasWindow ? null : kit.stateOf(kit.global);
      }
      return node.assignedSlot ?? node.parent;
    },
    "get textContent"(state) {
      const { nodeType, text } = kit.node(state);
      if (nodeType === 9 || nodeType === 10) return null;
      return nodeType === 1 || nodeType === 11
        ? kit.textOf(state)
        : (text ?? state.values.value ?? "");
    },
    "set textContent"(state, text) {
      const { nodeType } = kit.node(state);
      if (nodeType === 1 || nodeType === 11) kit.setText(state, text ?? "");
      else if (nodeType !== 9 && nodeType !== 10) kit.setData(state, text ?? "");
    },
  });
});
