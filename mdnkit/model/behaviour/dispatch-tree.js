// The path of an event through node trees and shadow trees.
// https://dom.spec.whatwg.org/#dispatching-events
(function (kit) {
  "use strict";

  const isNode = (state) => state.entry.up.Node !== undefined;
  const rootOf = (node) => {
    let root = node;
    while (root.parent) root = root.parent;
    return root;
  };
  const isShadowRoot = (node) => node.host !== undefined;
  const isInShadow = (state) => !!state && isNode(state) && isShadowRoot(rootOf(state));

  function isShadowIncludingAncestor(root, node) {
    for (let at = node; at; at = at.parent ?? at.host) if (at === root) return true;
    return false;
  }

  // https://dom.spec.whatwg.org/#retarget
  function retarget(a, b) {
    let at = a;
    while (at && isNode(at)) {
      const root = rootOf(at);
      if (!isShadowRoot(root) || (b && isNode(b) && isShadowIncludingAncestor(root, b))) break;
      at = root.host;
    }
    return at;
  }

  const parentFor = (target, event) =>
    kit.inherited(target.entry, "event parent")?.(target, event) ?? null;

  function append(event, target, adjusted, related, slotInClosed) {
    kit.push(event.route, {
      target,
      inShadow: isInShadow(target),
      adjusted,
      related,
      rootOfClosed: isShadowRoot(target) && target.mode === "closed",
      slotInClosed,
    });
  }

  const isClosedTree = (node) => rootOf(node).mode === "closed";

  // https://dom.spec.whatwg.org/#concept-event-dispatch, steps 5.9 and 5.10: the path above the
  // target.
  function climb(event, start, activates) {
    let target = start;
    let slottable = target.assignedSlot ? target : null;
    let slotInClosed = false;
    let parent = parentFor(target, event);
    while (parent !== null) {
      if (slottable !== null) {
        slottable = null;
        if (isClosedTree(parent)) slotInClosed = true;
      }
      if (parent.assignedSlot) slottable = parent;
      const related = retarget(event.relatedTarget, parent);
      const root = isNode(target) ? rootOf(target) : target;
      const inside =
        parent.entry.up.Window || (isNode(parent) && isShadowIncludingAncestor(root, parent));
      if (inside) {
        if (event.values.bubbles) activates(parent);
        append(event, parent, null, related, slotInClosed);
      } else if (parent === related) {
        return;
      } else {
        target = parent;
        activates(target);
        append(event, parent, target, related, slotInClosed);
      }
      parent = parentFor(parent, event);
      slotInClosed = false;
    }
  }

  // Builds the path of an event at a node. Returns what is to be done after the dispatch: whether
  // targets are cleared, and which element is activated.
  kit.treeRoute = function (event, start, adjusted) {
    const found = { clear: false, activation: null, legacy: undefined };
    const related = retarget(event.relatedTarget, start);
    if (start === related && start !== event.relatedTarget) {
      event.target = start;
      event.values.relatedTarget = related.object;
      return found;
    }
    const isActivation = event.values.type === "click" && event.entry.up.MouseEvent !== undefined;
    const activates = (at) => {
      if (isActivation && found.activation === null) {
        if (kit.inherited(at.entry, "activation")?.(at) !== undefined) found.activation = at;
      }
    };
    append(event, start, adjusted, related, false);
    activates(start);
    climb(event, start, activates);
    const { route } = event;
    let last = route.length - 1;
    while (route[last].adjusted === null) last -= 1;
    found.clear = isInShadow(route[last].adjusted) || isInShadow(route[last].related);
    if (found.activation !== null) {
      found.steps = kit.inherited(found.activation.entry, "activation")(found.activation);
      found.legacy = found.steps.before?.(event);
    }
    return found;
  };

  // https://dom.spec.whatwg.org/#concept-event-dispatch, steps 9 to 12
  kit.leaveTree = function (event, found) {
    if (found.clear) {
      event.target = null;
      if (event.relatedTarget !== null) {
        event.relatedTarget = null;
        event.values.relatedTarget = null;
      }
    }
    if (found.activation === null) return;
    if (event.canceled) found.steps.undo?.(event, found.legacy);
    else found.steps.run?.(event);
  };
});
