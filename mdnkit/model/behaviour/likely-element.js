// What an element that the markup does not have is likely to be: by its selector, else by what the script does with it.
(function (kit) {
  "use strict";
  const WORDS = [
    "canvas", "video", "audio", "button", "input", "form", "select", "dialog", "table", "textarea", "iframe",
    "progress", "meter", "details", "template", "img", "image", "link", "slot", "checkbox", "btn", "picture",
  ];
  const TAGS = { __proto__: null, image: "img", checkbox: "input", btn: "button" };
  const exec = (pattern, text) => kit.apply(RegExp.prototype.exec, pattern, [text]);

  function tagFor(selectors) {
    const last = exec(/(?:^|[\s>+~,])([a-z][a-z0-9-]*)(?:[.#:[][^\s>+~,]*)?$/i, selectors);
    if (last !== null) return kit.lower(last[1]);
    const text = kit.lower(selectors);
    for (let i = 0; i < WORDS.length; i += 1) {
      if (kit.indexOf(text, WORDS[i]) >= 0) return TAGS[WORDS[i]] ?? WORDS[i];
    }
    return undefined;
  }

  // An element of unknown tag has the members of every element interface that the script spells, the likeliest first.
  function union() {
    const base = kit.interface("HTMLElement");
    const proto = kit.create(base.proto);
    const entry = { ...base, __proto__: null, proto, up: { __proto__: base.up } };
    const { likely } = kit.settings;
    for (let i = 0; i < likely.length; i += 1) {
      for (let at = kit.interface(likely[i]); at && at !== base; at = at.parent) {
        if (!(at.name in base.up)) copy(at, proto, entry);
      }
    }
    return entry;
  }

  function copy(from, proto, entry) {
    entry.up[from.name] = from;
    const keys = kit.ownKeys(from.proto);
    for (let i = 0; i < keys.length; i += 1) {
      const isNew = typeof keys[i] === "string" && keys[i] !== "constructor" && kit.descriptor(proto, keys[i]) === undefined;
      if (isNew) kit.define(proto, keys[i], kit.descriptor(from.proto, keys[i]));
    }
  }

  kit.likelyElement = function (document, selectors) {
    const tag = tagFor(selectors);
    if (tag !== undefined) return kit.placeAssumed(document, kit.makeElement(tag, kit.HTML_NAMESPACE(), null, document));
    kit.unionEntry ??= union();
    const state = kit.make(kit.unionEntry, selectors);
    state.owner = document;
    return kit.placeAssumed(document, kit.node(state));
  };

  // An assumed element is in the document, but no search finds it.
  kit.placeAssumed = function (document, element) {
    element.parent = kit.bodyOf(document) ?? null;
    return element;
  };
})
