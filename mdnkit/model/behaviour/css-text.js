// How selectors, media queries and rules are written.
// https://drafts.csswg.org/cssom-1/#serializing-selectors, #serialize-a-css-rule
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const split = (text) => kit.split(text, "\n");

  function joined(parts, between) {
    let out = "";
    for (let i = 0; i < parts.length; i += 1) out += (i === 0 ? "" : between) + parts[i];
    return out;
  }

  const PIECE = new RegExp(
    "(\\\\[\\s\\S])|(\\[(?:[^\\]\"']|\"[^\"]*\"|'[^']*')*\\])|(:(?:is|where|not|has)\\()|" +
      "(:(?:before|after|first-line|first-letter)(?![\\w-]))|(\\s*[>+~]\\s*)|(\\([^()]*\\))",
    "gi",
  );
  const ATTRIBUTE =
    /^\[\s*([^\s~|^$*=\]]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s\]]+))\s*([is]?)\s*)?\]$/i;

  function attributeText(text) {
    const found = kit.exec(ATTRIBUTE, text);
    if (found === null) return text;
    const [, name, operator, double, single, plain, flag] = found;
    if (operator === undefined) return `[${name}]`;
    return `[${name}${operator}"${double ?? single ?? plain}"${flag === "" ? "" : ` ${flag}`}]`;
  }

  function complexText(selector) {
    let depth = 0;
    return replace(
      selector,
      PIECE,
      (all, escaped, attribute, list, legacy, combinator, rest, at) => {
        if (attribute !== undefined) return attributeText(attribute);
        if (list !== undefined) depth += 1;
        if (legacy !== undefined && selector[at - 1] !== ":") return `:${kit.lower(legacy)}`;
        if (combinator === undefined) return all;
        const symbol = replace(combinator, /\s+/g, "");
        const isFirst = at === 0 || (depth > 0 && selector[at - 1] === "(");
        return isFirst ? `${symbol} ` : ` ${symbol} `;
      },
    );
  }

  // https://drafts.csswg.org/cssom-1/#serialize-a-group-of-selectors
  kit.selectorsText = function (prelude) {
    const parts = kit.cssSplit(prelude, ",");
    for (let i = 0; i < parts.length; i += 1) parts[i] = complexText(parts[i]);
    return joined(parts, ", ");
  };

  // Whether a prelude can be a list of selectors: none is empty or begins with what no selector begins
  // with, and there is nothing in it that no selector has.
  const SELECTOR_START = /^(?!\d)(?:[\w\\*#.:[&>+~|-]|[^\0-\x7f])/;
  kit.isSelectorList = function (prelude) {
    const parts = kit.cssSplit(prelude, ",");
    for (let i = 0; i < parts.length; i += 1) {
      if (!kit.test(SELECTOR_START, parts[i])) return false;
      if (kit.cssUntil(parts[i], 0, ";@\"'<") < parts[i].length) return false;
    }
    return true;
  };

  // https://drafts.csswg.org/cssom-1/#serialize-a-media-query
  kit.mediaQueryText = (text) =>
    replace(
      kit.lower(kit.cssTidy(text)),
      /\s*(:)\s*|(\()\s+|\s+(\))/g,
      (all, colon, open, close) => (colon === undefined ? (open ?? close) : ": "),
    );

  // https://drafts.csswg.org/cssom-1/#serialize-a-url
  kit.cssUrl = (text) => `url("${replace(text, /["\\]/g, "\\$&")}")`;

  const indented = (text) => `  ${joined(split(text), "\n  ")}`;
  function rulesText(rule) {
    const texts = [];
    for (let i = 0; i < rule.rules.length; i += 1) texts[i] = kit.ruleText(rule.rules[i]);
    return texts;
  }

  // Declarations alone stand on one line, rules below each other.
  function block(head, declarations, texts) {
    if (texts.length === 0) return `${head} {${declarations === "" ? "" : ` ${declarations}`} }`;
    const lines = declarations === "" ? texts : [declarations, ...texts];
    for (let i = 0; i < lines.length; i += 1) lines[i] = indented(lines[i]);
    return `${head} {\n${joined(lines, "\n")}\n}`;
  }
  const group = (head, texts) => (texts.length === 0 ? `${head} {\n}` : block(head, "", texts));

  function importText({ values }) {
    const layer =
      values.layerName === null ? "" : ` layer${values.layerName && `(${values.layerName})`}`;
    const supports = values.supportsText === null ? "" : ` supports(${values.supportsText})`;
    const media = kit.getNamed(kit.stateOf(values.media), "mediaText");
    return `@import ${kit.cssUrl(values.href)}${layer}${supports}${media && ` ${media}`};`;
  }

  // What stands before the block of a rule: what scripts may have changed, else what was parsed.
  function headText(rule) {
    const { values } = rule;
    switch (rule.entry.name) {
      case "CSSStyleRule":
        return values.selectorText;
      case "CSSKeyframeRule":
        return values.keyText;
      case "CSSMediaRule":
        return `@media ${kit.getNamed(kit.stateOf(values.media), "mediaText")}`;
      case "CSSKeyframesRule":
        return `@keyframes ${values.name}`;
      case "CSSPageRule":
        return values.selectorText === "" ? "@page" : `@page ${values.selectorText}`;
      default:
        return `@${rule.at}${rule.prelude === "" ? "" : ` ${rule.prelude}`}`;
    }
  }

  // https://drafts.csswg.org/cssom-1/#serialize-a-css-rule
  kit.ruleText = function (rule) {
    const { values, style } = rule;
    const declarations = style === undefined ? "" : kit.declarationsText(style);
    if (rule.prelude === "" && rule.at === undefined) return declarations;
    if (rule.entry.name === "CSSImportRule") return importText(rule);
    if (rule.entry.name === "CSSNamespaceRule") {
      const prefix = values.prefix === "" ? "" : `${values.prefix} `;
      return `@namespace ${prefix}${kit.cssUrl(values.namespaceURI)};`;
    }
    const head = headText(rule);
    if (!rule.hasBlock) return `${head};`;
    if (style === undefined && rule.rules !== undefined) return group(head, rulesText(rule));
    return block(head, declarations, rule.rules === undefined ? [] : rulesText(rule));
  };
});
