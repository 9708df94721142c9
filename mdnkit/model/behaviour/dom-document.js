// What scripts ask of documents. https://dom.spec.whatwg.org/#interface-document
(function (kit) {
  "use strict";
  const globalState = () => kit.stateOf(kit.global);
  const wrap = (state) => (state === null || state === undefined ? null : state.object);

  // https://dom.spec.whatwg.org/#default-passive-value
  kit.isPageRoot = function (target) {
    if (target.entry.up.Window) return true;
    const document = globalState().document;
    if (document === undefined) return false;
    return (
      target === document || target === kit.rootElement(document) || target === kit.bodyOf(document)
    );
  };

  kit.behave("Document", {
    new(document) {
      document.owner = document;
      document.isHtml = false;
      kit.node(document);
    },
    "get documentElement": (document) => wrap(kit.rootElement(document)),
    "get head": (document) => wrap(kit.childOf(kit.rootElement(document), "head")),
    "get body": (document) => wrap(kit.bodyOf(document)),
    "get doctype"(document) {
      const { kids } = kit.node(document);
      for (let i = 0; i < kids.length; i += 1) if (kids[i].nodeType === 10) return kids[i].object;
      return null;
    },
    "get defaultView": (document) => (document.hasWindow ? kit.global : null),
    "get readyState": () => (kit.phase === "load" ? "loading" : "complete"),
    "get title"(document) {
      const title = kit.childOf(kit.childOf(kit.rootElement(document), "head"), "title");
      return title === undefined ? "" : kit.textOf(title);
    },
    "set title"(document, text) {
      const head = kit.childOf(kit.rootElement(document), "head");
      if (head === undefined) return;
      let title = kit.childOf(head, "title");
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
});
