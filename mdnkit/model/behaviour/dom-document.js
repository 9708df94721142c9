// The document. https://dom.spec.whatwg.org/#interface-document
(function (kit) {
  "use strict";
  const { test } = RegExp.prototype;
  const globalState = () => kit.stateOf(kit.global);
  const wrap = (state) => (state === null || state === undefined ? null : state.object);

  // The document of the window; parsed from the markup that the context was given when it is first
  // used.
  kit.document = function () {
    const scope = globalState();
    if (scope.document === undefined) {
      const document = kit.makeNamed(
        kit.interface("HTMLDocument") ? "HTMLDocument" : "Document",
        "self.document",
      );
      document.owner = document;
      scope.document = document;
      kit.node(document);
      document.hasWindow = true;
      kit.fillDocument(document, kit.settings.html);
    }
    return scope.document;
  };

  const child = (node, local) => {
    for (let i = 0; i < (node?.kids.length ?? 0); i += 1) {
      if (node.kids[i].local === local) return node.kids[i];
    }
    return undefined;
  };
  const root = (document) => {
    const isInvented = document.kids === undefined && document !== globalState().document;
    const { kids } = kit.node(document);
    if (isInvented) kit.fillDocument(document, "");
    for (let i = 0; i < kids.length; i += 1) if (kids[i].nodeType === 1) return kids[i];
    return undefined;
  };
  kit.bodyOf = (document) => child(root(document), "body");

  // https://dom.spec.whatwg.org/#default-passive-value
  kit.isPageRoot = function (target) {
    if (target.entry.up.Window) return true;
    const document = globalState().document;
    if (document === undefined) return false;
    return target === document || target === root(document) || target === kit.bodyOf(document);
  };

  // An element that the markup at hand does not have; recorded as an assumption, the same for equal
  // selectors.
  kit.assumedElement = function (near, selectors, member) {
    const document = near.owner ?? kit.document();
    if (!document.hasWindow) return null;
    document.assumed ??= { __proto__: null };
    if (document.assumed[selectors] === undefined) {
      kit.assume(`${member}: an element for ${selectors}`);
      document.assumed[selectors] = kit.likelyElement(document, selectors);
    }
    return document.assumed[selectors].object;
  };

  kit.behave("Document", {
    new(document) {
      document.owner = document;
      document.isHtml = false;
      kit.node(document);
    },
    "get documentElement": (document) => wrap(root(document)),
    "get head": (document) => wrap(child(root(document), "head")),
    "get body": (document) => wrap(kit.bodyOf(document)),
    "get doctype"(document) {
      const { kids } = kit.node(document);
      for (let i = 0; i < kids.length; i += 1) if (kids[i].nodeType === 10) return kids[i].object;
      return null;
    },
    "get defaultView": (document) => (document.hasWindow ? kit.global : null),
    "get readyState": () => (kit.phase === "load" ? "loading" : "complete"),
    "get title"(document) {
      const title = child(child(root(document), "head"), "title");
      return title === undefined ? "" : kit.textOf(title);
    },
    "set title"(document, text) {
      const head = child(root(document), "head");
      if (head === undefined) return;
      let title = child(head, "title");
      if (title === undefined) {
        title = kit.makeElement("title", head.namespace, null, document);
        kit.appendNode(title, head);
      }
      kit.setText(title, text);
    },
    "get URL": () => kit.settings.url,
    "get documentURI": () => kit.settings.url,
    "get location": (document) => (document.hasWindow ? kit.locationObject().object : null),
    "get currentScript": () => null,
    "get visibilityState"(document) {
      return kit.choose(kit.pathTo(document, "visibilityState"), ["visible", "hidden"]);
    },
    createElement(document, name) {
      const local = document.isHtml === false ? name : kit.lower(name);
      kit.checkName(local);
      return kit.makeElement(local, kit.HTML_NAMESPACE(), null, kit.node(document)).object;
    },
    createElementNS(document, namespace, name) {
      kit.checkName(name);
      const { 0: prefix, 1: rest } = kit.split(name, ":");
      const owner = kit.node(document);
      const hasPrefix = rest !== undefined;
      return kit.makeElement(
        hasPrefix ? rest : name,
        namespace || null,
        hasPrefix ? prefix : null,
        owner,
      ).object;
    },
    createTextNode: (document, text) => kit.makeText(text, kit.node(document)).object,
    createDocumentFragment: (document) =>
      kit.makeNode("DocumentFragment", kit.node(document)).object,
    importNode(document, object, options) {
      const deep = typeof options === "boolean" ? options : options?.selfOnly !== true;
      return kit.cloneNode(kit.nodeOf(object), deep, document).object;
    },
    adoptNode(document, object) {
      const node = kit.nodeOf(object);
      kit.detach(node);
      kit.adopt(node, document);
      return object;
    },
    hasFocus: () => true,
  });

  // The plainest selectors need no parser: a tag, an id.
  function matcher(selectors, scope) {
    if (kit.apply(test, /^[a-z][a-z0-9]*$/, [selectors])) return (at) => at.local === selectors;
    if (!kit.apply(test, /^#[\w-]+$/, [selectors])) return kit.selector(selectors, scope);
    const id = kit.slice(selectors, 1);
    return (at) => kit.attribute(at, "id")?.value === id;
  }

  kit.behave("NonElementParentNode", {
    getElementById(state, id) {
      const found = kit.elementsBelow(
        kit.node(state),
        (at) => kit.attribute(at, "id")?.value === id,
      )[0];
      return found === undefined
        ? kit.assumedElement(state, `#${id}`, "Document.getElementById")
        : found.object;
    },
  });

  kit.behave("ParentNode", {
    querySelector(state, selectors) {
      const found = kit.elementsBelow(state, matcher(selectors, kit.node(state)))[0];
      return found === undefined
        ? kit.assumedElement(state, selectors, "ParentNode.querySelector")
        : found.object;
    },
    querySelectorAll(state, selectors) {
      const found = kit.elementsBelow(kit.node(state), matcher(selectors, state));
      if (found.length === 0) {
        const assumed = kit.assumedElement(state, selectors, "ParentNode.querySelectorAll");
        if (assumed !== null) found[0] = kit.stateOf(assumed);
      }
      return kit.liveList("NodeList", () => found);
    },
  });
});
