// Rarer members of nodes: copies, comparisons, values. https://dom.spec.whatwg.org/#interface-node
(function (kit) {
  "use strict";
  const isText = (node) => node.nodeType === 3 || node.nodeType === 4;

  // https://dom.spec.whatwg.org/#concept-node-clone
  function clone(node, deep, owner) {
    const copy = kit.makeNode(node.entry.name, owner);
    copy.text = node.text;
    if (node.nodeType === 1) {
      copy.local = node.local;
      copy.prefix = node.prefix;
      copy.namespace = node.namespace;
      for (let i = 0; i < node.attrs.length; i += 1) {
        const { namespace, prefix, local, name, value } = node.attrs[i];
        copy.attrs[i] = { namespace, prefix, local, name, value };
        if (name[0] === "o" && name[1] === "n") kit.setContentHandler(copy, name, value);
      }
    }
    if (node.attr !== undefined) copy.attr = { ...node.attr, state: copy };
    for (const name in node.values) if (node.nodeType !== 1) copy.values[name] = node.values[name];
    if (deep) {
      for (let i = 0; i < node.kids.length; i += 1) {
        kit.appendNode(clone(node.kids[i], true, owner), copy);
      }
    }
    return copy;
  }
  kit.cloneNode = clone;

  function isEqual(a, b) {
    const same =
      a.nodeType === b.nodeType &&
      a.text === b.text &&
      a.local === b.local &&
      a.prefix === b.prefix &&
      a.namespace === b.namespace &&
      a.kids.length === b.kids.length &&
      (a.attrs ?? []).length === (b.attrs ?? []).length;
    if (!same) return false;
    for (let i = 0; i < (a.attrs ?? []).length; i += 1) {
      if (kit.attribute(b, a.attrs[i].name)?.value !== a.attrs[i].value) return false;
    }
    for (let i = 0; i < a.kids.length; i += 1) if (!isEqual(a.kids[i], b.kids[i])) return false;
    return true;
  }

  // https://dom.spec.whatwg.org/#dom-node-comparedocumentposition
  function position(node, other) {
    if (node === other) return 0;
    if (kit.rootOf(node) !== kit.rootOf(other)) return 1 | 32 | 4;
    let found = 0;
    kit.eachBelow(kit.rootOf(node), (at) => {
      if (at === node || at === other) found = found || (at === node ? 4 : 2);
    });
    for (let at = other.parent; at; at = at.parent) if (at === node) return found | 16;
    for (let at = node.parent; at; at = at.parent) if (at === other) return found | 8;
    return found;
  }

  function normalize(node) {
    let before = null;
    for (const kid of kit.sliceList(node.kids, 0)) {
      if (!isText(kid)) {
        normalize(kid);
        before = null;
      } else if (kid.text === "") {
        kit.detach(kid);
      } else if (before !== null) {
        before.text += kid.text;
        kit.detach(kid);
      } else {
        before = kid;
      }
    }
  }

  function inTree(node, above) {
    for (let at = node; at; at = at.parent) if (at === above) return true;
    return false;
  }

  kit.behave("Node", {
    replaceChild(state, object, old) {
      const child = kit.nodeOf(old);
      kit.insertNode(kit.nodeOf(object), kit.node(state), child);
      kit.detach(child);
      return old;
    },
    getRootNode(state, options) {
      let root = kit.rootOf(kit.node(state));
      while (options.composed && root.host !== undefined) root = kit.rootOf(root.host);
      return root.object;
    },
    contains: (state, object) => object !== null && inTree(kit.nodeOf(object), kit.node(state)),
    "get nodeValue"(state) {
      const { nodeType, text } = kit.node(state);
      if (nodeType === 2) return (state.attr ?? state.values).value ?? "";
      return nodeType === 3 || nodeType === 4 || nodeType === 7 || nodeType === 8
        ? (text ?? "")
        : null;
    },
    "set nodeValue"(state, text) {
      const { nodeType } = kit.node(state);
      if (nodeType === 2) kit.setNamed(state, "value", text ?? "");
      else if (state.text !== undefined) kit.setData(state, text ?? "");
    },
    "get baseURI": () => kit.settings.url,
    cloneNode: (state, deep) => clone(kit.node(state), deep, state.owner).object,
    isEqualNode: (state, other) => other !== null && isEqual(kit.node(state), kit.nodeOf(other)),
    isSameNode: (state, other) => other === state.object,
    compareDocumentPosition: (state, other) => position(kit.node(state), kit.nodeOf(other)),
    normalize(state) {
      normalize(kit.node(state));
    },
    lookupNamespaceURI: () => null,
    lookupPrefix: () => null,
    isDefaultNamespace: (state, namespace) => namespace === null || namespace === "",
  });

  // The text of character data between two offsets, which are counted in code units.
  function replaceData(state, offset, count, text) {
    const data = kit.node(state).text;
    if (offset > data.length)
      throw kit.domException("IndexSizeError", "the offset is beyond the end");
    kit.setData(state, kit.slice(data, 0, offset) + text + kit.slice(data, offset + count));
  }

  kit.behave("CharacterData", {
    substringData(state, offset, count) {
      if (offset > kit.node(state).text.length) {
        throw kit.domException("IndexSizeError", "the offset is beyond the end");
      }
      return kit.slice(state.text, offset, offset + count);
    },
    appendData(state, text) {
      kit.setData(kit.node(state), state.text + text);
    },
    insertData(state, offset, text) {
      replaceData(state, offset, 0, text);
    },
    deleteData(state, offset, count) {
      replaceData(state, offset, count, "");
    },
    replaceData,
  });
  kit.behave("Text", {
    splitText(state, offset) {
      const text = kit.makeText(kit.slice(kit.node(state).text, offset), state.owner);
      kit.setData(state, kit.slice(state.text, 0, offset));
      if (state.parent) kit.insertNode(text, state.parent, kit.sibling(state, 1));
      return text.object;
    },
    "get wholeText": (state) => kit.node(state).text,
  });
  kit.behave("CharacterData", {
    "get data": (state) => kit.node(state).text ?? "",
    "set data"(state, text) {
      kit.setData(kit.node(state), text);
    },
    "get length": (state) => (kit.node(state).text ?? "").length,
  });
  kit.behave("Text", {
    new(state, text) {
      kit.node(state).text = text;
    },
  });
  kit.behave("Comment", {
    new(state, text) {
      kit.node(state).text = text;
    },
  });
});
