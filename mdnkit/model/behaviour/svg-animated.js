// What attributes of SVG elements hold, as objects: lengths, numbers, texts, truth values, keywords.
// Nothing is animated: both values are those of the attribute.
// https://svgwg.org/svg2-draft/types.html#InterfaceSVGAnimatedLength and those around it
(function (kit) {
  "use strict";
  const { exec } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const upper = kit.uncurry(kit.String.prototype.toUpperCase);
  const endsWith = kit.uncurry(kit.String.prototype.endsWith);

  // The content attributes of other names than the attributes that reflect them.
  const NAMES = { __proto__: null, className: "class", in1: "in", orientType: "orient" };
  // Two numbers in one attribute, the second of which may be left out.
  const PAIR = /^(stdDeviation|baseFrequency|radius|order|kernelUnitLength)([XY])$/;

  function placeOf(name) {
    const pair = exec(PAIR, name);
    if (pair === null) return { attribute: NAMES[name] ?? name, part: -1 };
    return { attribute: pair[1], part: pair[2] === "X" ? 0 : 1 };
  }

  // The object for an attribute of an element; undefined for an element that was made up and has no
  // such attribute.
  kit.animated = function (element, name, kind) {
    const { attribute, part } = placeOf(name);
    const { local } = kit.node(element);
    const isMadeUp = element.isAssumed || element.path !== `<${local}>`;
    if (isMadeUp && kit.attribute(element, attribute) === undefined) return undefined;
    const animated = kit.makeNamed(kind, kit.pathTo(element, name));
    animated.element = element;
    animated.attribute = attribute;
    animated.part = part;
    animated.member = `${element.entry.name}.${name}`;
    return animated.object;
  };

  // The text of the attribute; what stands for none is an assumption.
  function textOf(animated, initial) {
    const { element, attribute, member } = animated;
    const other = attribute === "href" ? kit.attribute(element, "xlink:href") : undefined;
    const found = kit.attribute(element, attribute) ?? other;
    if (found !== undefined) return found.value;
    kit.assume(`${member}: ${kit.quote(initial)} without the attribute`);
    return initial;
  }

  // The getter of a value that `find` reads from the text, with one for objects that were made up.
  const getter = (name, type, initial, find) => (animated) => {
    if (animated.element !== undefined) return find(animated, textOf(animated, initial));
    if (name in animated.values) return animated.values[name];
    const member = `${animated.entry.name}.${name}`;
    const value = kit.invent(type, kit.pathTo(animated, name), member);
    if (!kit.isChoice(type, member)) animated.values[name] = value;
    return value;
  };
  function setter(animated, value) {
    if (animated.element === undefined) animated.values.baseVal = value;
    else kit.setAttribute(animated.element, animated.attribute, `${value}`);
  }

  const SPACE_OR_COMMA = /[\s,]+/;
  function partOf(animated, text) {
    if (animated.part < 0) return text;
    const parts = kit.split(text, SPACE_OR_COMMA);
    return parts[animated.part] ?? parts[0];
  }
  const numberOf = (animated, text) => kit.Math.fround(parseFloat(partOf(animated, text)) || 0);
  const integerOf = (animated, text) => parseInt(partOf(animated, text), 10) || 0;
  function writeNumber(animated, value) {
    if (animated.element === undefined || animated.part < 0) {
      setter(animated, value);
      return;
    }
    const parts = kit.split(textOf(animated, "0"), SPACE_OR_COMMA);
    parts[1] ??= parts[0];
    parts[animated.part] = value;
    setter(animated, `${parts[0]} ${parts[1]}`);
  }

  kit.behave("SVGAnimatedNumber", {
    "get baseVal": getter("baseVal", "float", "0", numberOf),
    "get animVal": getter("animVal", "float", "0", numberOf),
    "set baseVal": writeNumber,
  });
  kit.behave("SVGAnimatedInteger", {
    "get baseVal": getter("baseVal", "long", "0", integerOf),
    "get animVal": getter("animVal", "long", "0", integerOf),
    "set baseVal": writeNumber,
  });
  const same = (animated, text) => text;
  kit.behave("SVGAnimatedString", {
    "get baseVal": getter("baseVal", "DOMString", "", same),
    "get animVal": getter("animVal", "DOMString", "", same),
    "set baseVal": setter,
  });
  const isTrue = (animated, text) => text === "true";
  kit.behave("SVGAnimatedBoolean", {
    "get baseVal": getter("baseVal", "boolean", "false", isTrue),
    "get animVal": getter("animVal", "boolean", "false", isTrue),
    "set baseVal": setter,
  });

  // The constant of a keyword: `userSpaceOnUse` is SVG_UNIT_TYPE_USERSPACEONUSE. 0 is unknown.
  function constantOf(animated, text) {
    if (animated.chosen !== undefined) return animated.chosen;
    const ending = `_${upper(replace(text, /-/g, "_"))}`;
    const units = kit.interface("SVGUnitTypes");
    for (let at = animated.element.entry; at !== null; at = at.parent) {
      const entries = units === undefined || at === units ? [at] : [at, units];
      for (let i = 0; i < entries.length; i += 1) {
        const { names, row } = entries[i];
        for (let j = 0; j < names.length; j += 1) {
          if (endsWith(names[j], ending) && row(j)[0] === "c") return row(j)[2];
        }
      }
    }
    return 0;
  }
  kit.behave("SVGAnimatedEnumeration", {
    "get baseVal": getter("baseVal", "unsigned short", "", constantOf),
    "get animVal": getter("animVal", "unsigned short", "", constantOf),
    "set baseVal"(animated, value) {
      if (animated.element === undefined) animated.values.baseVal = value;
      else animated.chosen = value;
    },
  });

  const lengthOf = (name) =>
    getter(name, ["interface", "SVGLength"], "0", (animated) => {
      if (animated[name] === undefined) {
        animated[name] = kit.makeNamed("SVGLength", kit.pathTo(animated, name));
        animated[name].holder = animated;
        animated[name].isReadOnly = name === "animVal";
      }
      return animated[name].object;
    });
  kit.behave("SVGAnimatedLength", {
    "get baseVal": lengthOf("baseVal"),
    "get animVal": lengthOf("animVal"),
  });
  kit.lengthText = (length) => (length.holder ? textOf(length.holder, "0") : length.text);
  kit.setLengthText = function (length, text) {
    if (length.isReadOnly) {
      throw kit.domException("NoModificationAllowedError", "the animated value cannot be set");
    }
    if (length.holder) setter(length.holder, text);
    else length.text = text;
  };
});
