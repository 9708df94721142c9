// At-rules: what each is an object of, and what its prelude and its descriptors give.
// https://drafts.csswg.org/cssom-1/#css-rules, and the modules that define each.
(function (kit) {
  "use strict";
  const { exec } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const { freeze } = kit.Object;

  const unquoted = (text) => kit.cssUnquoted(text);
  const dashed = (name) => replace(name, /[A-Z]/g, (letter) => `-${kit.lower(letter)}`);

  // Descriptors by name, the last of each.
  function descriptors(item) {
    const found = kit.create(null);
    const list = kit.cssDeclarations(item.block ?? "");
    for (let i = 0; i < list.length; i += 1) found[list[i].name] = list[i].value;
    return found;
  }

  function grouping(rule, item) {
    kit.giveRules(rule);
    kit.fillRule(rule, kit.cssContents(item.block, true));
  }
  function conditional(rule, item) {
    rule.values.conditionText = item.prelude;
    grouping(rule, item);
  }
  const styled = (name) => (rule, item) => {
    rule.values.name = item.prelude;
    kit.giveStyle(rule, name, kit.cssDeclarations(item.block));
  };
  const withDescriptors = (names) => (rule, item) => {
    const found = descriptors(item);
    rule.values.name = item.prelude;
    for (let i = 0; i < names.length; i += 1) rule.values[names[i]] = found[dashed(names[i])] ?? "";
  };

  const IMPORT =
    /^(?:url\(\s*("[^"]*"|'[^']*'|[^)\s]*)\s*\)|("[^"]*"|'[^']*'))\s*(?:(layer)(?:\(([^)]*)\))?(?![\w-])\s*)?(?:supports\(((?:[^()]|\([^()]*\))*)\)\s*)?(.*)$/is;
  // https://drafts.csswg.org/cssom-1/#the-cssimportrule-interface
  function imported(rule, item) {
    const found = exec(IMPORT, item.prelude);
    if (found === null) return false;
    const [, url, string, layer, name, supports, media] = found;
    rule.values.href = unquoted(url ?? string);
    rule.values.layerName = layer === undefined ? null : (name ?? "");
    rule.values.supportsText = supports ?? null;
    rule.values.media = kit.mediaList(media);
    return true;
  }

  const NAMESPACE =
    /^(?:([\w-]+)\s+)?(?:url\(\s*("[^"]*"|'[^']*'|[^)\s]*)\s*\)|("[^"]*"|'[^']*'))$/i;
  function namespace(rule, item) {
    const found = exec(NAMESPACE, item.prelude);
    if (found === null) return false;
    rule.values.prefix = found[1] ?? "";
    rule.values.namespaceURI = unquoted(found[2] ?? found[3]);
    return true;
  }

  // https://drafts.csswg.org/css-conditional-5/#the-csscontainerrule-interface
  function container(rule, item) {
    const conditions = [];
    const parts = kit.cssSplit(item.prelude, ",");
    for (let i = 0; i < parts.length; i += 1) {
      const [, name, query] = exec(/^(?!not\b)([\w-]+)?\s*(?![\w-])(.*)$/i, parts[i]) ?? [
        "",
        "",
        parts[i],
      ];
      conditions[i] = { name: name ?? "", query };
    }
    rule.values.conditions = freeze(conditions);
    const isOne = conditions.length === 1;
    rule.values.containerName = isOne ? conditions[0].name : "";
    rule.values.containerQuery = isOne ? conditions[0].query : "";
    conditional(rule, item);
  }

  // https://drafts.csswg.org/css-cascade-6/#the-cssscoperule-interface
  function scope(rule, item) {
    const found = exec(/^(?:\((.*?)\)\s*)?(?:to\s*\((.*)\))?$/i, item.prelude);
    if (found === null) return false;
    rule.values.start = found[1] ?? null;
    rule.values.end = found[2] ?? null;
    grouping(rule, item);
    return true;
  }

  const MARGINS = /^(?:top|bottom|left|right)-(?:left|center|right|top|middle|bottom)(?:-corner)?$/;
  function page(rule, item) {
    rule.values.selectorText = item.prelude;
    kit.giveStyle(rule, "CSSPageDescriptors", kit.cssDeclarations(item.block));
    grouping(rule, item);
  }
  function margin(rule, item) {
    rule.values.name = item.at;
    kit.giveStyle(rule, "CSSStyleDeclaration", kit.cssDeclarations(item.block));
  }

  // https://drafts.csswg.org/css-mixins-1/#the-function-interface
  const FUNCTION = /^(--[^\s(]*)\((.*?)\)\s*(?:returns\s+(.+))?$/is;
  const PARAMETER = /^(--[^\s:]+)\s*([^:]*?)\s*(?::\s*(.*))?$/s;
  function definedFunction(rule, item) {
    const found = exec(FUNCTION, item.prelude);
    if (found === null) return false;
    rule.values.name = found[1];
    rule.values.returnType = found[3] ?? "*";
    rule.parameters = [];
    const texts = found[2] === "" ? [] : kit.cssSplit(found[2], ",");
    for (let i = 0; i < texts.length; i += 1) {
      const parts = exec(PARAMETER, texts[i]);
      if (parts === null) return false;
      const [, name, type, defaultValue] = parts;
      rule.parameters[i] = { name, type: type === "" ? "*" : type };
      if (defaultValue !== undefined) rule.parameters[i].defaultValue = defaultValue;
    }
    grouping(rule, item);
    return true;
  }
  kit.behave("CSSFunctionRule", {
    getParameters(rule) {
      const type = ["sequence", ["dictionary", "FunctionParameter"]];
      const path = kit.pathTo(rule, "getParameters()");
      return rule.parameters ?? kit.invent(type, path, "CSSFunctionRule.getParameters");
    },
  });

  // https://drafts.css-houdini.org/css-properties-values-api/#the-css-property-rule-interface
  function property(rule, item) {
    if (kit.slice(item.prelude, 0, 2) !== "--") return false;
    const found = descriptors(item);
    rule.values.name = item.prelude;
    rule.values.syntax = unquoted(found.syntax ?? "");
    rule.values.inherits = found.inherits === "true";
    rule.values.initialValue = found["initial-value"] ?? null;
    return true;
  }

  // https://drafts.csswg.org/css-view-transitions-2/#cssom
  function viewTransition(rule, item) {
    const found = descriptors(item);
    const types = found.types ?? "";
    rule.values.navigation = found.navigation ?? "";
    rule.values.types = freeze(types === "" ? [] : kit.split(types, /[\s,]+/));
  }

  const FEATURES = [
    ...["annotation", "ornaments", "stylistic", "swash"],
    ...["characterVariant", "styleset", "historicalForms"],
  ];
  // https://drafts.csswg.org/css-fonts-4/#om-fontfeaturevalues
  function fontFeatureValues(rule, item) {
    rule.values.fontFamily = item.prelude;
    const blocks = kit.cssContents(item.block, true);
    for (let i = 0; i < FEATURES.length; i += 1) {
      const map = kit.makeNamed("CSSFontFeatureValuesMap", FEATURES[i]);
      rule.values[FEATURES[i]] = map.object;
      for (let j = 0; j < blocks.length; j += 1) {
        if (blocks[j].at === dashed(FEATURES[i])) addFeatures(kit.entriesOf(map), blocks[j]);
      }
    }
  }
  const mapSet = kit.uncurry(kit.Map.prototype.set);
  function addFeatures(map, item) {
    const list = kit.cssDeclarations(item.block ?? "");
    for (let i = 0; i < list.length; i += 1) {
      const numbers = kit.split(list[i].value, " ");
      for (let j = 0; j < numbers.length; j += 1) numbers[j] = +numbers[j];
      mapSet(map, list[i].name, numbers);
    }
  }

  function media(rule, item) {
    rule.values.media = kit.mediaList(item.prelude);
    grouping(rule, item);
  }
  // https://drafts.csswg.org/css-cascade-5/#typedef-layer-name
  const LAYER = /^-{0,2}(?:[a-z_]|[^\0-\x7f])(?:[\w-]|[^\0-\x7f]|\\.)*(?:\.[\w-]+)*$/i;
  function layerBlock(rule, item) {
    if (item.prelude !== "" && exec(LAYER, item.prelude) === null) return false;
    rule.values.name = item.prelude;
    grouping(rule, item);
    return true;
  }
  function layerStatement(rule, item) {
    const names = kit.cssSplit(item.prelude, ",");
    for (let i = 0; i < names.length; i += 1) if (exec(LAYER, names[i]) === null) return false;
    rule.values.nameList = freeze(names);
    return true;
  }

  const COUNTER_STYLE = [
    ...["system", "symbols", "additiveSymbols", "negative", "prefix", "suffix", "range", "pad"],
    ...["speakAs", "fallback"],
  ];
  const STATEMENTS = {
    __proto__: null,
    import: ["CSSImportRule", imported],
    namespace: ["CSSNamespaceRule", namespace],
    layer: ["CSSLayerStatementRule", layerStatement],
  };
  const BLOCKS = {
    __proto__: null,
    media: ["CSSMediaRule", media],
    supports: ["CSSSupportsRule", conditional],
    container: ["CSSContainerRule", container],
    layer: ["CSSLayerBlockRule", layerBlock],
    scope: ["CSSScopeRule", scope],
    "starting-style": ["CSSStartingStyleRule", grouping],
    keyframes: ["CSSKeyframesRule", kit.fillKeyframes],
    "-webkit-keyframes": ["CSSKeyframesRule", kit.fillKeyframes],
    "font-face": ["CSSFontFaceRule", styled("CSSFontFaceDescriptors")],
    "position-try": ["CSSPositionTryRule", styled("CSSPositionTryDescriptors")],
    page: ["CSSPageRule", page],
    property: ["CSSPropertyRule", property],
    function: ["CSSFunctionRule", definedFunction],
    "view-transition": ["CSSViewTransitionRule", viewTransition],
    "font-feature-values": ["CSSFontFeatureValuesRule", fontFeatureValues],
    "counter-style": ["CSSCounterStyleRule", withDescriptors(COUNTER_STYLE)],
    "font-palette-values": [
      "CSSFontPaletteValuesRule",
      withDescriptors(["fontFamily", "basePalette", "overrideColors"]),
    ],
  };

  // The at-rule that was parsed; undefined for one that is unknown, or invalid where it is.
  kit.atRule = function (item, above, sheet) {
    const table = item.block === undefined ? STATEMENTS : BLOCKS;
    const isMargin = above !== null && above.at === "page" && exec(MARGINS, item.at) !== null;
    const [name, fill] = isMargin ? ["CSSMarginRule", margin] : (table[item.at] ?? []);
    const isOfSheets = item.at === "import" || item.at === "namespace";
    if (name === undefined || kit.interface(name) === undefined) return undefined;
    if (isOfSheets && above !== null) return undefined;
    const rule = kit.makeRule(name, item, above, sheet);
    return fill(rule, item) === false ? undefined : rule;
  };

  kit.behave("CSSConditionRule", {
    "get conditionText"(rule) {
      if (rule.entry.name === "CSSMediaRule" && rule.rules !== undefined) {
        return kit.getNamed(kit.stateOf(rule.values.media), "mediaText");
      }
      const path = kit.pathTo(rule, "conditionText");
      rule.values.conditionText ??= kit.invent("DOMString", path, "CSSConditionRule.conditionText");
      return rule.values.conditionText;
    },
  });
});
