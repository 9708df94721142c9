// The document, and how elements are found in it. https://dom.spec.whatwg.org/#interface-parentnode
(function (kit) {
  "use strict";
  const globalState = () => kit.stateOf(kit.global);

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

  // Fills an empty document: doctype, html, head and body, and what the markup puts there.
  kit.fillDocument = function (document, markup) {
    if (document.isHtml === false) {
      kit.parsePlain(document, markup);
      return;
    }
    const make = (name) => kit.makeElement(name, kit.HTML_NAMESPACE(), null, document);
    const doctype = kit.makeNode("DocumentType", document);
    kit.fillFrom(doctype, { __proto__: null, name: "html", publicId: "", systemId: "" });
    const places = { root: make("html"), head: make("head"), body: make("body") };
    kit.appendNode(doctype, document);
    kit.appendNode(places.root, document);
    kit.appendNode(places.head, places.root);
    kit.appendNode(places.body, places.root);
    if (markup !== "") kit.parseDocument(document, markup, places);
  };

  // Where an event begins that reaches a target from below: at the first element of that interface.
  kit.targetBelow = function (target, name) {
    const isNode = target.entry.up.Node !== undefined;
    const top = kit.node(isNode ? target : kit.document());
    const within = top.nodeType === 9 ? (kit.bodyOf(top) ?? top) : top;
    return kit.elementsBelow(within, (at) => at.entry.up[name] !== undefined)[0] ?? within;
  };

  // The child element of that tag; undefined where there is none, or no node.
  kit.childOf = function (node, local) {
    for (let i = 0; i < (node?.kids.length ?? 0); i += 1) {
      if (node.kids[i].local === local) return node.kids[i];
    }
    return undefined;
  };

  // The root element of a document.
  kit.rootElement = function (document) {
    const isInvented = document.kids === undefined && document !== globalState().document;
    const { kids } = kit.node(document);
    if (isInvented) kit.fillDocument(document, "");
    for (let i = 0; i < kids.length; i += 1) if (kids[i].nodeType === 1) return kids[i];
    return undefined;
  };
  kit.bodyOf = (document) => kit.childOf(kit.rootElement(document), "body");

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

  // The plainest selectors need no parser: a tag, an id.
  function matcher(selectors, scope) {
    if (kit.test(/^[a-z][a-z0-9]*$/, selectors)) return (at) => at.local === selectors;
    if (!kit.test(/^#[\w-]+$/, selectors)) return kit.selector(selectors, scope);
    const id = kit.slice(selectors, 1);
    return (at) => kit.attribute(at, "id")?.value === id;
  }

  const byId = (member) => (state, id) => {
    const test = (at) => kit.attribute(at, "id")?.value === id;
    const found = kit.elementsBelow(kit.node(state), test)[0];
    return found === undefined ? kit.assumedElement(state, `#${id}`, member) : found.object;
  };
  kit.behave("NonElementParentNode", {
    getElementById: byId("Document.getElementById"),
  });
  kit.behave("SVGSVGElement", {
    // https://svgwg.org/svg2-draft/struct.html#__svg__SVGSVGElement__getElementById
    getElementById: byId("SVGSVGElement.getElementById"),
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
