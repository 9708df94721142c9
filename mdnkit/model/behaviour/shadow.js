// Shadow trees and slots. https://dom.spec.whatwg.org/#interface-shadowroot
(function (kit) {
  "use strict";

  const nameOf = (element, key) => kit.attribute(element, key)?.value ?? "";

  // The slots of a shadow tree by name, the first of each.
  function slotsOf(shadow) {
    const slots = { __proto__: null };
    kit.eachBelow(shadow, (at) => {
      if (at.local === "slot" && !(nameOf(at, "name") in slots)) slots[nameOf(at, "name")] = at;
    });
    return slots;
  }

  // https://dom.spec.whatwg.org/#assign-slottables-for-a-tree
  function assign(host) {
    const slots = slotsOf(host.shadow);
    for (const name in slots) slots[name].assigned = [];
    for (let i = 0; i < host.kids.length; i += 1) {
      const kid = host.kids[i];
      const isSlottable = kid.nodeType === 1 || kid.nodeType === 3;
      const slot = isSlottable ? slots[kid.nodeType === 1 ? nameOf(kid, "slot") : ""] : undefined;
      kid.assignedSlot = slot ?? null;
      if (slot !== undefined) kit.push(slot.assigned, kid);
    }
  }

  // Assigns slots anew around a node that changed.
  kit.assignSlots = function (node) {
    if (node.shadow !== undefined) assign(node);
    if (node.parent?.shadow !== undefined) assign(node.parent);
    else if (node.assignedSlot) node.assignedSlot = null;
    const root = kit.rootOf(node);
    if (root.host !== undefined && root !== node) assign(root.host);
  };

  const open = (node) => (node && kit.rootOf(node).mode !== "closed" ? node.object : null);

  kit.behave("Element", {
    // https://dom.spec.whatwg.org/#dom-element-attachshadow
    attachShadow(state, init) {
      const host = kit.node(state);
      if (host.shadow !== undefined) {
        throw kit.domException("NotSupportedError", "the element has a shadow root already");
      }
      const shadow = kit.makeNamed("ShadowRoot", `${state.path}.shadowRoot`);
      shadow.host = host;
      shadow.mode = init.mode;
      shadow.owner = host.owner;
      kit.fillFrom(shadow, init);
      host.shadow = kit.node(shadow);
      kit.hasShadow = true;
      return shadow.object;
    },
    // https://dom.spec.whatwg.org/#dom-element-slot
    "get slot": (state) => nameOf(kit.node(state), "slot"),
    "set slot"(state, name) {
      kit.setAttribute(kit.node(state), "slot", name);
    },
    "get shadowRoot"(state) {
      const { shadow } = kit.node(state);
      if (shadow === undefined && state.isAssumed) {
        kit.assume("Element.shadowRoot: an assumed element has one");
        kit.behaviour(kit.interface("Element"), "attachShadow")(state, { mode: "open" });
        return state.shadow.object;
      }
      return shadow !== undefined && shadow.mode === "open" ? shadow.object : null;
    },
  });
  kit.behave("ShadowRoot", {
    "get host": (shadow) => shadow.host?.object ?? null,
    "get mode": (shadow) => shadow.mode ?? "open",
  });
  kit.behave("Slottable", {
    "get assignedSlot": (state) => open(kit.node(state).assignedSlot),
  });

  function flattened(slot) {
    const nodes = [];
    const list = (slot.assigned ?? []).length > 0 ? slot.assigned : slot.kids;
    for (let i = 0; i < list.length; i += 1) {
      const isSlot = list[i].local === "slot" && kit.rootOf(list[i]).host !== undefined;
      const inner = isSlot ? flattened(list[i]) : [list[i]];
      for (let j = 0; j < inner.length; j += 1) kit.push(nodes, inner[j]);
    }
    return nodes;
  }

  function assignedNodes(slot, options, elementsOnly) {
    const nodes = options.flatten ? flattened(kit.node(slot)) : (slot.assigned ?? []);
    const out = [];
    for (let i = 0; i < nodes.length; i += 1) {
      if (!elementsOnly || nodes[i].nodeType === 1) kit.push(out, nodes[i].object);
    }
    return out;
  }

  kit.behave("HTMLSlotElement", {
    assignedNodes: (slot, options) => assignedNodes(slot, options, false),
    assignedElements: (slot, options) => assignedNodes(slot, options, true),
  });
});
