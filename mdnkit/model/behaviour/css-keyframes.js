// Keyframes. https://drafts.csswg.org/css-animations-1/#interface-csskeyframesrule
(function (kit) {
  "use strict";
  const { exec } = kit;

  // https://drafts.csswg.org/css-animations-1/#typedef-keyframe-selector
  const KEY = /^(?:[a-z][\w-]*\s+)?[+-]?(?:\d+\.?\d*|\.\d+)%$/i;
  function keyText(prelude) {
    const keys = kit.cssSplit(kit.lower(prelude), ",");
    for (let i = 0; i < keys.length; i += 1) {
      if (keys[i] === "from") keys[i] = "0%";
      if (keys[i] === "to") keys[i] = "100%";
      if (exec(KEY, keys[i]) === null) return undefined;
    }
    return keys.join(", ");
  }
  function keyframe(item, above) {
    const key = item.at === undefined ? keyText(item.prelude) : undefined;
    if (key === undefined) return undefined;
    const rule = kit.makeRule("CSSKeyframeRule", item, above, above.sheet);
    rule.values.keyText = key;
    kit.giveStyle(rule, "CSSStyleProperties", kit.cssDeclarations(item.block));
    return rule;
  }

  const NAME = /^(?:-?-?(?:[a-z_]|[^\0-\x7f])(?:[\w-]|[^\0-\x7f]|\\.)*|"[^"]*"|'[^']*')$/i;
  // https://drafts.csswg.org/css-animations-1/#interface-csskeyframesrule
  kit.fillKeyframes = function (rule, item) {
    if (exec(NAME, item.prelude) === null) return false;
    rule.values.name = kit.cssUnquoted(item.prelude);
    kit.giveRules(rule);
    const items = kit.cssContents(item.block, true);
    for (let i = 0; i < items.length; i += 1) {
      const made = items[i].name === undefined ? keyframe(items[i], rule) : undefined;
      if (made !== undefined) kit.push(rule.rules, made);
    }
    return true;
  };

  // The last keyframe of that selector. https://drafts.csswg.org/css-animations-1/#dom-csskeyframesrule-findrule
  function indexOfKeyframe(rules, select) {
    const key = keyText(kit.cssTidy(select));
    let i = rules.length - 1;
    while (i >= 0 && (key === undefined || rules[i].values.keyText !== key)) i -= 1;
    return i;
  }
  const known = (rule) => kit.withRules(rule, "CSSKeyframesRule.cssRules");
  kit.behave("CSSKeyframeRule", {
    // https://drafts.csswg.org/css-animations-1/#dom-csskeyframerule-keytext
    "set keyText"(rule, text) {
      const key = keyText(kit.cssTidy(text));
      if (key === undefined) throw kit.domException("SyntaxError", `${text} selects no keyframe`);
      rule.values.keyText = key;
    },
  });
  kit.behave("CSSKeyframesRule", {
    items: (rule) =>
      rule.rules === undefined ? kit.inventedItems(rule) : kit.objectsOf(rule.rules),
    appendRule(rule, text) {
      const items = kit.cssContents(text, false);
      const made = items.length === 1 ? keyframe(items[0], rule) : undefined;
      if (made !== undefined) kit.push(known(rule).rules, made);
    },
    deleteRule(rule, select) {
      const index = indexOfKeyframe(known(rule).rules, select);
      if (index >= 0) kit.deleteRule(rule, index);
    },
    findRule(rule, select) {
      const { rules } = known(rule);
      return rules[indexOfKeyframe(rules, select)]?.object ?? null;
    },
  });
});
