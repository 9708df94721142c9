// Rules of style sheets, and lists of them. The state of a rule has what was parsed: `at` (the name of
// an at-rule), `prelude`, `hasBlock`; where it has them `style`, a declaration block, and `rules`, the
// rules in it; and where it is: `above`, a rule, and `sheet`. What its attributes give is in `values`.
// https://drafts.csswg.org/cssom-1/#css-rules
(function (kit) {
  "use strict";
  // https://drafts.csswg.org/cssom-1/#dom-cssrule-type
  const TYPES = {
    __proto__: null,
    CSSStyleRule: 1,
    CSSImportRule: 3,
    CSSMediaRule: 4,
    CSSFontFaceRule: 5,
    CSSPageRule: 6,
    CSSKeyframesRule: 7,
    CSSKeyframeRule: 8,
    CSSMarginRule: 9,
    CSSNamespaceRule: 10,
    CSSCounterStyleRule: 11,
    CSSSupportsRule: 12,
    CSSFontFeatureValuesRule: 14,
  };

  // The list of the rules that a sheet or a rule has.
  kit.ruleList = function (owner) {
    const list = kit.makeNamed("CSSRuleList", "cssRules");
    list.ruleOwner = owner;
    return list.object;
  };

  kit.objectsOf = function (states) {
    const objects = [];
    for (let i = 0; i < states.length; i += 1) objects[i] = states[i].object;
    return objects;
  };

  // A new rule of that interface; `item` is what was parsed of it.
  kit.makeRule = function (name, item, above, sheet) {
    const rule = kit.makeNamed(name, name);
    rule.at = item.at;
    rule.prelude = item.prelude;
    rule.hasBlock = item.block !== undefined;
    rule.values.type = TYPES[name] ?? 0;
    kit.placeRule(rule, above, sheet);
    return rule;
  };

  // Says where a rule is; above null and sheet null for one that was removed.
  kit.placeRule = function (rule, above, sheet) {
    rule.above = above;
    rule.sheet = sheet;
    rule.values.parentRule = above === null ? null : above.object;
    rule.values.parentStyleSheet = sheet === null ? null : sheet.object;
  };

  // Gives a rule its declaration block.
  kit.giveStyle = function (rule, name, declarations) {
    rule.style = kit.stateOf(kit.declarationBlock(name, ""));
    rule.style.values.parentRule = rule.object;
    for (let i = 0; i < declarations.length; i += 1) kit.declare(rule.style, declarations[i]);
    rule.values.style = rule.style.object;
  };

  kit.giveRules = function (rule) {
    rule.rules = [];
    rule.values.cssRules = kit.ruleList(rule);
  };

  const DECLARATIONS = {
    __proto__: null,
    CSSStyleRule: ["CSSNestedDeclarations", "CSSStyleProperties"],
    CSSScopeRule: ["CSSNestedDeclarations", "CSSStyleProperties"],
    CSSFunctionRule: ["CSSFunctionDeclarations", "CSSFunctionDescriptors"],
  };
  // What declarations between the rules in a rule are; undefined where it has none.
  function kindOfDeclarations(rule) {
    for (let at = rule; at !== null; at = at.above) {
      const kind = DECLARATIONS[at.entry.name];
      if (kind !== undefined) return kind;
    }
    return undefined;
  }

  // Puts what was parsed of a block into a rule. Declarations after rules, or in what groups rules,
  // are rules of their own. https://drafts.csswg.org/css-nesting-1/#the-cssnestrule
  kit.fillRule = function (rule, items) {
    const kind = kindOfDeclarations(rule);
    for (let i = 0; i < items.length; i += 1) {
      const run = [];
      while (items[i]?.name !== undefined) {
        kit.push(run, items[i]);
        i += 1;
      }
      if (run.length > 0 && kind !== undefined) kit.push(rule.rules, declarations(run, rule, kind));
      const made = i < items.length ? kit.ruleFrom(items[i], rule, rule.sheet) : undefined;
      if (made !== undefined) kit.push(rule.rules, made);
    }
  };

  function declarations(run, above, [name, style]) {
    const rule = kit.makeRule(name, { prelude: "", block: "" }, above, above.sheet);
    kit.giveStyle(rule, style, run);
    return rule;
  }

  function styleRule(item, above, sheet) {
    if (!kit.isSelectorList(item.prelude)) return undefined;
    const rule = kit.makeRule("CSSStyleRule", item, above, sheet);
    rule.values.selectorText = kit.selectorsText(item.prelude);
    kit.giveRules(rule);
    const items = kit.cssContents(item.block, true);
    let count = 0;
    while (items[count]?.name !== undefined) count += 1;
    kit.giveStyle(rule, "CSSStyleProperties", kit.sliceList(items, 0, count));
    kit.fillRule(rule, kit.sliceList(items, count));
    return rule;
  }

  // The rule that was parsed; undefined where it is invalid there.
  kit.ruleFrom = function (item, above, sheet) {
    return item.at === undefined ? styleRule(item, above, sheet) : kit.atRule(item, above, sheet);
  };

  kit.behave("CSSRuleList", {
    items: (list) =>
      list.ruleOwner === undefined ? kit.inventedItems(list) : kit.objectsOf(list.ruleOwner.rules),
  });

  kit.behave("CSSRule", {
    "get cssText"(rule) {
      if (rule.hasBlock !== undefined) return kit.ruleText(rule);
      rule.values.cssText ??= kit.invent(
        "DOMString",
        kit.pathTo(rule, "cssText"),
        "CSSRule.cssText",
      );
      return rule.values.cssText;
    },
    // https://drafts.csswg.org/cssom-1/#dom-cssrule-csstext: it does nothing.
    "set cssText"() {},
  });

  kit.behave("CSSStyleRule", {
    // https://drafts.csswg.org/cssom-1/#dom-cssstylerule-selectortext
    "set selectorText"(rule, text) {
      if (kit.isSelectorList(text)) rule.values.selectorText = kit.selectorsText(kit.cssTidy(text));
    },
  });

  const known = (rule) => kit.withRules(rule, "CSSGroupingRule.cssRules");
  kit.behave("CSSGroupingRule", {
    insertRule: (rule, text, index) => kit.insertRule(known(rule), text, index, rule.sheet ?? null),
    deleteRule: (rule, index) => kit.deleteRule(known(rule), index),
  });
});
