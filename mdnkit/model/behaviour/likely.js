// What an invented object is likely to be: of the interfaces below the declared one, those whose
// members the script spells. What an element that the markup does not have is likely to be, by its
// selector.
(function (kit) {
  "use strict";
  const MOST = 5;
  const WORDS = [
    "canvas",
    "video",
    "audio",
    "button",
    "input",
    "form",
    "select",
    "dialog",
    "table",
    "textarea",
    "iframe",
    "progress",
    "meter",
    "details",
    "template",
    "img",
    "image",
    "link",
    "slot",
    "checkbox",
    "btn",
    "picture",
  ];
  const TAGS = { __proto__: null, image: "img", checkbox: "input", btn: "button" };
  const { exec } = kit;
  const unions = { __proto__: null };

  // The names below `base` with the members that the script spells: [name, members].
  function candidates(base) {
    const found = [];
    const rows = kit.split(kit.line(`>${base.name}`), ";");
    for (let i = 0; i < rows.length; i += 1) {
      const [name, members] = kit.split(rows[i], ":");
      const spelled = [];
      const names = kit.split(members, " ");
      for (let j = 0; j < names.length; j += 1) {
        if (kit.spells(names[j]) && kit.listIndex(ALWAYS, names[j]) < 0)
          kit.push(spelled, names[j]);
      }
      if (spelled.length > 0) kit.push(found, [name, spelled]);
    }
    return found;
  }
  const ALWAYS = ["toString", "toJSON", "length", "name", "message", "code", "value"];

  // The interfaces that add most, one after the other; a member that many have counts little.
  function choose(base) {
    const left = candidates(base);
    const users = { __proto__: null };
    for (const [, members] of left)
      for (const name of members) users[name] = (users[name] ?? 0) + 1;
    const covered = { __proto__: null };
    const chosen = [];
    while (chosen.length < MOST) {
      let best;
      let most = 0;
      for (const [name, members] of left) {
        let score = 0;
        for (const member of members) if (!covered[member]) score += 1 / users[member];
        if (score > most) {
          most = score;
          best = [name, members];
        }
      }
      if (best === undefined) return chosen;
      kit.push(chosen, best[0]);
      for (const member of best[1]) covered[member] = true;
    }
    return chosen;
  }

  function copy(from, proto, entry) {
    entry.up[from.name] = from;
    const keys = kit.ownKeys(from.proto);
    for (let i = 0; i < keys.length; i += 1) {
      const isNew =
        typeof keys[i] === "string" &&
        keys[i] !== "constructor" &&
        kit.descriptor(proto, keys[i]) === undefined;
      if (isNew) kit.define(proto, keys[i], kit.descriptor(from.proto, keys[i]));
    }
  }

  // An entry with the members of the declared interface and of everything below it that the script
  // counts on.
  kit.likely = function (base) {
    if (unions[base.name] !== undefined) return unions[base.name];
    const chosen = choose(base);
    const first = chosen.length === 1 ? kit.interface(chosen[0]) : undefined;
    let entry = first ?? base;
    if (chosen.length > 1) {
      const proto = kit.create(base.proto);
      entry = { ...base, __proto__: null, proto, up: { __proto__: base.up } };
      for (let i = 0; i < chosen.length; i += 1) {
        for (let at = kit.interface(chosen[i]); at && at !== base; at = at.parent)
          copy(at, proto, entry);
      }
    }
    unions[base.name] = entry;
    return entry;
  };

  function tagFor(selectors) {
    const last = exec(/(?:^|[\s>+~,])([a-zA-Z][a-zA-Z0-9-]*)(?:[.#:[][^\s>+~,]*)?$/, selectors);
    if (last !== null) return last[1];
    const text = kit.lower(selectors);
    for (let i = 0; i < WORDS.length; i += 1) {
      if (kit.indexOf(text, WORDS[i]) >= 0) return TAGS[WORDS[i]] ?? WORDS[i];
    }
    return undefined;
  }

  function make(tag, document) {
    const namespaces = [
      ["", kit.HTML_NAMESPACE()],
      ["svg:", "http://www.w3.org/2000/svg"],
      ["mathml:", "http://www.w3.org/1998/Math/MathML"],
    ];
    for (let i = 0; i < namespaces.length; i += 1) {
      const [prefix, namespace] = namespaces[i];
      if (kit.line(`<${prefix}${tag}>`) !== undefined)
        return kit.makeElement(tag, namespace, null, document);
    }
    return kit.makeElement(kit.lower(tag), kit.HTML_NAMESPACE(), null, document);
  }

  // An assumed element is below the body, but no search finds it.
  kit.likelyElement = function (document, selectors) {
    const tag = tagFor(selectors);
    let element;
    if (tag !== undefined) {
      element = make(tag, document);
    } else {
      const isSvg = kit.spells("baseVal") || kit.spells("animVal");
      const base = kit.interface(isSvg ? "SVGElement" : "HTMLElement");
      element = kit.make(kit.likely(base), selectors);
      element.owner = document;
      kit.node(element);
    }
    element.isAssumed = true;
    element.parent = kit.bodyOf(document) ?? null;
    return element;
  };
});
