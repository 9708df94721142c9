// Selectors, as far as scripts commonly use them. https://drafts.csswg.org/selectors-4/
(function (kit) {
  "use strict";
  const PART = new RegExp(
    "^(?:([a-zA-Z][\\w-]*|\\*)|#((?:[\\w-]|[^\\x00-\\x7f]|\\\\.)+)|\\.((?:[\\w-]|[^\\x00-\\x7f]|\\\\.)+)|" +
      "\\[\\s*([\\w:-]+)\\s*(?:([~|^$*]?=)\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\\]]+))\\s*([is])?\\s*)?\\]|" +
      "(::?[\\w-]+))",
  );
  const { exec } = kit;
  const words = (text) => kit.split(text, /[\t\n\f\r ]+/);
  const startsWith = kit.uncurry(kit.String.prototype.startsWith);
  const endsWith = kit.uncurry(kit.String.prototype.endsWith);
  const known = { __proto__: null };

  const invalid = (text) => kit.domException("SyntaxError", `${text} is not a valid selector`);

  function attributeTest(name, operator, value, flag) {
    const bare = (text) => (flag === "i" ? kit.lower(text) : text);
    return function (element) {
      const found = kit.attribute(element, name)?.value;
      if (found === undefined || operator === undefined) return found !== undefined;
      const text = bare(found);
      const wanted = bare(value);
      if (operator === "=") return text === wanted;
      if (operator === "~=") return kit.listIndex(words(text), wanted) >= 0;
      if (operator === "|=") return text === wanted || startsWith(text, `${wanted}-`);
      if (wanted === "") return false;
      if (operator === "^=") return startsWith(text, wanted);
      return operator === "$=" ? endsWith(text, wanted) : kit.indexOf(text, wanted) >= 0;
    };
  }

  function place(element, step) {
    let count = 1;
    for (let at = kit.sibling(element, step); at; at = kit.sibling(at, step)) {
      if (at.nodeType === 1) count += 1;
    }
    return count;
  }

  function nth(argument) {
    if (argument === "odd") return (at) => at % 2 === 1;
    if (argument === "even") return (at) => at % 2 === 0;
    const found = exec(/^\s*([+-]?\d*)n\s*(?:([+-])\s*(\d+))?\s*$/, argument);
    if (found === null) return (at) => at === +argument;
    const step = found[1] === "" || found[1] === "+" ? 1 : found[1] === "-" ? -1 : +found[1];
    const from = found[3] === undefined ? 0 : +`${found[2]}${found[3]}`;
    return (at) => (step === 0 ? at === from : (at - from) % step === 0 && (at - from) / step >= 0);
  }

  function pseudo(name, argument, scope) {
    const inner = argument === undefined ? undefined : () => kit.selector(argument, scope);
    switch (name) {
      case ":not": {
        const test = inner();
        return (element) => !test(element);
      }
      case ":is":
      case ":where":
        return inner();
      case ":has": {
        return (el) => kit.elementsBelow(el, kit.selector(argument, el)).length > 0;
      }
      case ":first-child":
        return (element) => place(element, -1) === 1;
      case ":last-child":
        return (element) => place(element, 1) === 1;
      case ":only-child":
        return (element) => place(element, -1) === 1 && place(element, 1) === 1;
      case ":nth-child": {
        const test = nth(argument);
        return (element) => test(place(element, -1));
      }
      case ":scope":
        return (element) => (scope.nodeType === 9 ? element.parent === scope : element === scope);
      case ":root":
        return (element) => element.parent?.nodeType === 9;
      case ":empty":
        return (element) => element.kids.length === 0;
      case ":checked":
        return (element) =>
          kit.attribute(element, "checked") !== undefined || element.checked === true;
      case ":disabled":
        return (element) => kit.attribute(element, "disabled") !== undefined;
      case ":enabled":
        return (element) => kit.attribute(element, "disabled") === undefined;
      case ":defined":
        return (element) => kit.indexOf(element.local, "-") < 0 || element.isCustom === true;
      default:
        return () => false;
    }
  }

  // The text between the parenthesis at `at` and its partner, and where it ends.
  function argumentAt(text, at) {
    if (text[at] !== "(") return [undefined, at];
    let depth = 0;
    for (let i = at; i < text.length; i += 1) {
      if (text[i] === "(") depth += 1;
      if (text[i] === ")") depth -= 1;
      if (depth === 0) return [kit.slice(text, at + 1, i), i + 1];
    }
    throw invalid(text);
  }

  const unescape = (text) => kit.split(text, "\\").join("");

  // Reads one compound selector from `at`: its tests, and where it ends.
  function compound(text, from, scope) {
    const tests = [];
    let at = from;
    for (;;) {
      const found = exec(PART, kit.slice(text, at));
      if (found === null) break;
      const [all, tag, id, name, attribute, operator, double, single, plain, flag, pseudoName] =
        found;
      at += all.length;
      if (tag !== undefined && tests.length > 0) throw invalid(text);
      if (tag !== undefined) {
        if (tag !== "*")
          kit.push(tests, (el) => el.local === tag || el.local === kit.lower(tag));
        else kit.push(tests, () => true);
      } else if (id !== undefined) {
        kit.push(tests, attributeTest("id", "=", unescape(id)));
      } else if (name !== undefined) {
        kit.push(tests, attributeTest("class", "~=", unescape(name)));
      } else if (attribute !== undefined) {
        kit.push(tests, attributeTest(attribute, operator, double ?? single ?? plain, flag));
      } else {
        const [argument, end] = argumentAt(text, at);
        at = end;
        kit.push(tests, pseudo(kit.lower(pseudoName), argument, scope));
      }
    }
    if (tests.length === 0) throw invalid(text);
    const test = (element) => {
      for (let i = 0; i < tests.length; i += 1) if (!tests[i](element)) return false;
      return true;
    };
    return [test, at];
  }

  const previous = (element) => {
    let at = kit.sibling(element, -1);
    while (at && at.nodeType !== 1) at = kit.sibling(at, -1);
    return at;
  };
  const above = (element) => (element.parent?.nodeType === 1 ? element.parent : null);

  function combine(left, combinator, right) {
    if (combinator === ">") {
      return (el) => right(el) && above(el) !== null && left(above(el));
    }
    if (combinator === "+") return (el) => right(el) && previous(el) && left(previous(el));
    const step = combinator === "~" ? previous : above;
    return function (element) {
      if (!right(element)) return false;
      for (let at = step(element); at; at = step(at)) if (left(at)) return true;
      return false;
    };
  }

  function complex(text, from, scope) {
    const skip = (at) => at + exec(/^[\t\n\f\r ]*/, kit.slice(text, at))[0].length;
    let at = skip(from);
    let test = ">+~".includes(text[at]) && scope !== undefined ? (el) => el === scope : undefined;
    if (test === undefined) [test, at] = compound(text, at, scope);
    for (;;) {
      const next = skip(at);
      if (next >= text.length || text[next] === ",") return [test, next];
      const symbol = exec(/^[>+~]/, kit.slice(text, next))?.[0];
      if (symbol === undefined && next === at) throw invalid(text);
      const [right, end] = compound(text, skip(symbol === undefined ? next : next + 1), scope);
      test = combine(test, symbol ?? " ", right);
      at = end;
    }
  }

  // A function that says whether an element matches a list of selectors. Throws a SyntaxError
  // DOMException.
  kit.selector = function (text, scope) {
    if (scope === undefined && known[text] !== undefined) return known[text];
    const tests = [];
    let at = 0;
    do {
      const [test, end] = complex(text, at, scope);
      kit.push(tests, test);
      at = end + 1;
    } while (text[at - 1] === ",");
    const any = (element) => {
      for (let i = 0; i < tests.length; i += 1) if (tests[i](element)) return true;
      return false;
    };
    if (scope === undefined) known[text] = any;
    return any;
  };
});
