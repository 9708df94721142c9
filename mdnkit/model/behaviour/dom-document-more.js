// Rarer members of documents: other kinds of nodes, events by name, lists by name, other documents.
// https://dom.spec.whatwg.org/#interface-document
(function (kit) {
  "use strict";
  // https://dom.spec.whatwg.org/#dom-document-createevent
  const EVENTS = {
    __proto__: null,
    beforeunloadevent: "BeforeUnloadEvent",
    compositionevent: "CompositionEvent",
    customevent: "CustomEvent",
    devicemotionevent: "DeviceMotionEvent",
    deviceorientationevent: "DeviceOrientationEvent",
    dragevent: "DragEvent",
    event: "Event",
    events: "Event",
    focusevent: "FocusEvent",
    hashchangeevent: "HashChangeEvent",
    htmlevents: "Event",
    keyboardevent: "KeyboardEvent",
    messageevent: "MessageEvent",
    mouseevent: "MouseEvent",
    mouseevents: "MouseEvent",
    storageevent: "StorageEvent",
    svgevents: "Event",
    textevent: "TextEvent",
    touchevent: "TouchEvent",
    uievent: "UIEvent",
    uievents: "UIEvent",
  };
  const NAME = /^[^\s>/\0<="'0-9.-][^\s>/\0<="']*$/;

  kit.checkName = function (name) {
    if (!kit.test(NAME, name)) {
      throw kit.domException("InvalidCharacterError", `${name} is not a valid name`);
    }
  };

  kit.openedDocument = function (html, name) {
    const document = kit.makeNamed(name, name);
    document.owner = document;
    document.isHtml = name !== "XMLDocument";
    kit.node(document);
    if (html !== undefined) kit.fillDocument(document, html);
    return document;
  };

  const classNames = (element) => kit.split(kit.attribute(element, "class")?.value ?? "", /\s+/);

  // A live list; where the markup of the page lacks what is asked for, it has one assumed element.
  function listOf(state, test, selectors, member) {
    const node = kit.node(state);
    const find = () => kit.elementsBelow(node, test);
    const isLacking = node.hasWindow && find().length === 0;
    const assumed = isLacking ? kit.assumedElement(node, selectors, member) : null;
    return kit.liveList("HTMLCollection", () => {
      const found = find();
      if (found.length === 0 && assumed !== null) found[0] = kit.stateOf(assumed);
      return found;
    });
  }

  const lists = {
    getElementsByTagName(state, name) {
      const local = kit.lower(name);
      const test = (at) => name === "*" || at.local === name || at.local === local;
      return listOf(state, test, local, "Document.getElementsByTagName");
    },
    getElementsByTagNameNS(state, namespace, name) {
      const test = (at) =>
        (name === "*" || at.local === name) &&
        (namespace === "*" || at.namespace === (namespace || null));
      return kit.liveList("HTMLCollection", () => kit.elementsBelow(kit.node(state), test));
    },
    getElementsByClassName(state, names) {
      const wanted = kit.split(names, /\s+/);
      const test = (at) => {
        for (let i = 0; i < wanted.length; i += 1) {
          if (wanted[i] !== "" && kit.listIndex(classNames(at), wanted[i]) < 0) return false;
        }
        return true;
      };
      const selectors = `.${wanted.join(".")}`;
      return listOf(state, test, selectors, "Document.getElementsByClassName");
    },
  };
  kit.behave("Element", {
    getElementsByTagName: (state, name) => lists.getElementsByTagName(state, name),
    getElementsByTagNameNS: (state, ns, name) => lists.getElementsByTagNameNS(state, ns, name),
    getElementsByClassName: (state, names) => lists.getElementsByClassName(state, names),
  });

  kit.behave("Document", {
    getElementsByTagName: (state, name) => lists.getElementsByTagName(state, name),
    getElementsByTagNameNS: (state, ns, name) => lists.getElementsByTagNameNS(state, ns, name),
    getElementsByClassName: (state, names) => lists.getElementsByClassName(state, names),
    getElementsByName(state, name) {
      const test = (at) => kit.attribute(at, "name")?.value === name;
      return kit.liveList("NodeList", () => kit.elementsBelow(kit.node(state), test));
    },
    createEvent(document, name) {
      const found = EVENTS[kit.lower(name)];
      if (found === undefined || kit.interface(found) === undefined) {
        throw kit.domException("NotSupportedError", `there is no event interface ${name}`);
      }
      return kit.newUninitializedEvent(found).object;
    },
    createComment(document, text) {
      const node = kit.makeNode("Comment", kit.node(document));
      node.text = text;
      return node.object;
    },
    createCDATASection(document, text) {
      if (document.isHtml !== false) {
        throw kit.domException("NotSupportedError", "an HTML document has no CDATA sections");
      }
      const node = kit.makeNode("CDATASection", kit.node(document));
      node.text = text;
      return node.object;
    },
    createProcessingInstruction(document, target, text) {
      const node = kit.makeNode("ProcessingInstruction", kit.node(document));
      node.values.target = target;
      node.text = text;
      return node.object;
    },
    createAttribute(document, name) {
      const node = kit.makeNode("Attr", kit.node(document));
      const local = document.isHtml === false ? name : kit.lower(name);
      node.attr = { namespace: null, prefix: null, local, name: local, value: "", state: node };
      return node.object;
    },
    "get implementation"(document) {
      document.implementation ??= kit.makeNamed(
        "DOMImplementation",
        "self.document.implementation",
      );
      return document.implementation.object;
    },
    "get forms": (document) => byTag(document, "form"),
    "get images": (document) => byTag(document, "img"),
    "get links": (document) => byTag(document, "a"),
    "get scripts": (document) => byTag(document, "script"),
    "get activeElement": (document) => (document.focused ?? kit.bodyOf(document))?.object ?? null,
    "get compatMode": () => "CSS1Compat",
    "get characterSet": () => "UTF-8",
    "get contentType": (document) => (document.isHtml === false ? "application/xml" : "text/html"),
  });

  const byTag = (document, tag) =>
    kit.liveList("HTMLCollection", () =>
      kit.elementsBelow(kit.node(document), (at) => at.local === tag),
    );

  kit.behave("DOMImplementation", {
    createHTMLDocument(state, title) {
      const markup = title === undefined ? "" : "<title></title>";
      const document = kit.openedDocument(markup, "Document");
      if (title !== undefined) kit.setNamed(document, "title", title);
      return document.object;
    },
    createDocument(state, namespace, name) {
      const document = kit.openedDocument(undefined, "XMLDocument");
      if (name !== "") kit.appendNode(kit.makeElement(name, namespace, null, document), document);
      return document.object;
    },
    createDocumentType(state, name, publicId, systemId) {
      const node = kit.makeNode("DocumentType", kit.document());
      kit.fillFrom(node, { name, publicId, systemId });
      return node.object;
    },
    hasFeature: () => true,
  });
  kit.behave("DOMParser", {
    parseFromString(state, markup, type) {
      return kit.openedDocument(`${markup}`, type === "text/html" ? "Document" : "XMLDocument")
        .object;
    },
  });
});
