// Style sheets: those of the document's style elements, and those that scripts make.
// https://drafts.csswg.org/cssom-1/#css-style-sheets
(function (kit) {
  "use strict";
  const fail = (name, message) => kit.domException(name, message);

  // Where rules of a kind may stand: @import after @layer only, @namespace after @import as well.
  const ORDER = {
    __proto__: null,
    CSSLayerStatementRule: 0,
    CSSImportRule: 1,
    CSSNamespaceRule: 2,
  };
  const orderOf = (rule) => ORDER[rule.entry.name] ?? 3;

  // https://drafts.csswg.org/cssom-1/#parse-a-css-stylesheet
  function parsed(sheet, text) {
    const rules = [];
    let last = 0;
    const items = kit.cssContents(text, false);
    for (let i = 0; i < items.length; i += 1) {
      const rule = kit.ruleFrom(items[i], null, sheet);
      if (rule === undefined) continue;
      const order = orderOf(rule);
      const isLate = (order === 1 || order === 2) && order < last;
      if (isLate || (order === 1 && sheet.isConstructed)) continue;
      if (order > last) last = order;
      kit.push(rules, rule);
    }
    return rules;
  }

  function makeSheet(path, owner, text) {
    const sheet = kit.makeNamed("CSSStyleSheet", path);
    const attribute = (name) => kit.attribute(owner, name)?.value ?? "";
    sheet.isLoaded = true;
    sheet.values.ownerNode = owner.object;
    sheet.values.title = attribute("title") === "" ? null : attribute("title");
    sheet.values.media = kit.mediaList(attribute("media"));
    start(sheet, attribute("href") === "" ? null : kit.resolveUrl(attribute("href")));
    if (text !== undefined) fillSheet(sheet, text);
    return sheet;
  }
  function start(sheet, href) {
    sheet.values.type = "text/css";
    sheet.values.href = href;
    sheet.values.disabled ??= false;
    sheet.values.parentStyleSheet = null;
    sheet.values.ownerRule = null;
  }
  function fillSheet(sheet, text) {
    sheet.rules = parsed(sheet, text);
    sheet.values.cssRules ??= kit.ruleList(sheet);
  }

  const isCss = (type) => type === undefined || type === "" || kit.lower(type) === "text/css";
  const isSheetLink = (element) =>
    kit.listIndex(
      kit.split(kit.lower(kit.attribute(element, "rel")?.value ?? ""), /\s+/),
      "stylesheet",
    ) >= 0;

  // The sheet of a style element or a link; null for none. What a link loads is not known.
  // https://html.spec.whatwg.org/#update-a-style-block
  kit.sheetOf = function (element) {
    const isStyle = element.local === "style";
    if (element.nodeType !== 1 || element.isAssumed || !kit.isConnected(element)) return null;
    const hasSheet = isStyle ? isCss(kit.attribute(element, "type")?.value) : isSheetLink(element);
    if (!hasSheet) return null;
    const text = isStyle ? kit.textOf(element) : undefined;
    if (element.sheet === undefined || element.sheetText !== text) {
      element.sheet = makeSheet(isStyle ? "style.sheet" : "link.sheet", element, text);
      element.sheetText = text;
    }
    return element.sheet;
  };

  // The sheets of a document or shadow tree, in the order of the tree.
  function sheetsOf(root) {
    const sheets = [];
    const elements = kit.elementsBelow(root, (at) => at.local === "style" || at.local === "link");
    for (let i = 0; i < elements.length; i += 1) {
      const sheet = kit.sheetOf(elements[i]);
      if (sheet !== null) kit.push(sheets, sheet.object);
    }
    return sheets;
  }

  // Gives a made-up sheet or rule the rules of its list; returns what has the rules.
  kit.withRules = function (owner, member) {
    if (owner.rules === undefined) {
      const type = ["interface", "CSSRuleList"];
      owner.values.cssRules ??= kit.invent(type, kit.pathTo(owner, "cssRules"), member);
      const list = kit.stateOf(owner.values.cssRules);
      const items = kit.items(list);
      owner.rules = [];
      for (let i = 0; i < items.length; i += 1) owner.rules[i] = kit.stateOf(items[i]);
      list.ruleOwner = owner;
      owner.isMadeUp = true;
    }
    return owner;
  };

  function checkPlace(rules, index, order) {
    for (let i = 0; i < rules.length; i += 1) {
      const other = orderOf(rules[i]);
      const isWrong = i < index ? other > order && order > 0 : other < order && other > 0;
      if (isWrong) throw fail("HierarchyRequestError", "a rule of that kind cannot stand there");
      if (order === 2 && other === 3) {
        throw fail("InvalidStateError", "a @namespace rule can only join others and @import rules");
      }
    }
  }

  // Inserts a rule into a sheet, or into a rule of `sheet`. How many rules a made-up one has is not
  // known. https://drafts.csswg.org/cssom-1/#insert-a-css-rule
  kit.insertRule = function (owner, text, index, sheet) {
    const { rules, isMadeUp } = owner;
    if (index > rules.length && !isMadeUp) {
      throw fail("IndexSizeError", `there is no place ${index} for a rule`);
    }
    const items = kit.cssContents(text, false);
    const above = owner === sheet ? null : owner;
    const rule = items.length === 1 ? kit.ruleFrom(items[0], above, sheet) : undefined;
    const order = rule === undefined ? 3 : orderOf(rule);
    if (rule === undefined || (order === 1 && sheet?.isConstructed)) {
      throw fail("SyntaxError", `${text} is no rule that can be inserted`);
    }
    const place = index > rules.length ? rules.length : index;
    checkPlace(rules, place, order);
    for (let i = rules.length; i > place; i -= 1) rules[i] = rules[i - 1];
    rules[place] = rule;
    return index;
  };

  // https://drafts.csswg.org/cssom-1/#remove-a-css-rule
  kit.deleteRule = function ({ rules, isMadeUp }, index) {
    const rule = rules[index];
    if (rule === undefined && isMadeUp) return;
    if (rule === undefined) throw fail("IndexSizeError", `there is no rule ${index}`);
    for (let i = 0; orderOf(rule) === 2 && i < rules.length; i += 1) {
      if (orderOf(rules[i]) === 3)
        throw fail("InvalidStateError", "other rules need the namespace");
    }
    for (let i = index; i < rules.length - 1; i += 1) rules[i] = rules[i + 1];
    rules.length -= 1;
    kit.placeRule(rule, null, null);
  };

  const known = (sheet) => kit.withRules(sheet, "CSSStyleSheet.cssRules");
  function listOf(sheet) {
    known(sheet);
    return sheet.values.cssRules;
  }
  function checkReplace(sheet) {
    if (sheet.isConstructed && !sheet.isReplacing) return;
    throw fail("NotAllowedError", "only a style sheet that a script made can be replaced");
  }
  function checkChange(sheet) {
    if (sheet.isReplacing) throw fail("NotAllowedError", "the style sheet is being replaced");
  }

  kit.behave("CSSStyleSheet", {
    new(sheet, options) {
      sheet.isConstructed = true;
      sheet.values.ownerNode = null;
      sheet.values.title = null;
      sheet.values.disabled = options.disabled;
      const { media } = options;
      sheet.values.media = typeof media === "string" ? kit.mediaList(media) : media;
      start(sheet, null);
      fillSheet(sheet, "");
    },
    "get cssRules": listOf,
    "get rules": listOf,
    insertRule(sheet, text, index) {
      checkChange(sheet);
      return kit.insertRule(known(sheet), text, index, sheet);
    },
    deleteRule(sheet, index) {
      checkChange(sheet);
      kit.deleteRule(known(sheet), index);
    },
    addRule(sheet, selector, block, index) {
      const { length } = known(sheet).rules;
      kit.insertRule(sheet, `${selector} { ${block} }`, index ?? length, sheet);
      return -1;
    },
    removeRule(sheet, index) {
      kit.deleteRule(known(sheet), index);
    },
    replaceSync(sheet, text) {
      checkReplace(sheet);
      fillSheet(sheet, text);
    },
    // https://drafts.csswg.org/cssom-1/#dom-cssstylesheet-replace
    replace(sheet, text) {
      checkReplace(sheet);
      sheet.isReplacing = true;
      return new kit.Promise((resolve) => {
        kit.queueTask(() => {
          fillSheet(sheet, text);
          sheet.isReplacing = false;
          resolve(sheet.object);
        });
      });
    },
  });

  kit.behave("StyleSheetList", {
    items(list) {
      const found = list.root === undefined ? [] : sheetsOf(list.root);
      const mayLack = list.root === undefined || list.root.hasWindow;
      return found.length === 0 && mayLack ? kit.inventedItems(list) : found;
    },
  });

  // A list of sheets that takes none but those that scripts made.
  // https://drafts.csswg.org/cssom-1/#dom-documentorshadowroot-adoptedstylesheets
  function adopted(root) {
    root.adopted ??= new kit.Proxy([], {
      __proto__: null,
      set(target, key, value) {
        if (isIndex(key)) checkAdopted(value);
        return kit.setOn(target, key, value);
      },
    });
    return root.adopted;
  }
  const isIndex = (key) => typeof key === "string" && kit.test(/^\d+$/, key);
  function checkAdopted(value) {
    const sheet = kit.stateOf(value);
    if (sheet === undefined || !("CSSStyleSheet" in sheet.entry.up)) {
      throw new kit.TypeError("what is adopted is no CSSStyleSheet");
    }
    if (sheet.isLoaded)
      throw fail("NotAllowedError", "only style sheets that scripts made are adopted");
  }

  kit.behave("DocumentOrShadowRoot", {
    "get styleSheets"(root) {
      if (root.styleSheets === undefined) {
        root.styleSheets = kit.makeNamed("StyleSheetList", kit.pathTo(root, "styleSheets"));
        root.styleSheets.root = kit.node(root);
      }
      return root.styleSheets.object;
    },
    "get adoptedStyleSheets": (root) => adopted(root),
    "set adoptedStyleSheets"(root, sheets) {
      for (let i = 0; i < sheets.length; i += 1) checkAdopted(sheets[i]);
      const list = adopted(root);
      list.length = 0;
      for (let i = 0; i < sheets.length; i += 1) list[i] = sheets[i];
    },
  });

  kit.behave("LinkStyle", {
    "get sheet"(state) {
      const element = kit.node(state);
      const sheet = kit.sheetOf(element);
      if (sheet !== null || !element.isAssumed) return sheet?.object ?? null;
      const type = ["interface", "CSSStyleSheet"];
      element.values.sheet ??= kit.invent(type, kit.pathTo(element, "sheet"), "LinkStyle.sheet");
      return element.values.sheet;
    },
  });

  const isDisabled = (state) => kit.sheetOf(kit.node(state))?.values.disabled ?? false;
  function disable(state, value) {
    const sheet = kit.sheetOf(kit.node(state));
    if (sheet !== null) sheet.values.disabled = value;
  }
  // https://html.spec.whatwg.org/#dom-style-disabled
  kit.behave("HTMLStyleElement", {
    "get disabled": isDisabled,
    "set disabled": disable,
  });
  // https://svgwg.org/svg2-draft/styling.html#__svg__SVGStyleElement__disabled
  kit.behave("SVGStyleElement", {
    "get disabled": isDisabled,
    "set disabled": disable,
  });
});
