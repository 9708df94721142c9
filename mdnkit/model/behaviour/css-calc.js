// Numbers and mathematical functions, read from a text.
// https://drafts.csswg.org/css-values-4/#calc-syntax
(function (kit) {
  "use strict";
  const { exec } = kit;
  const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)?$/i;
  const FUNCTION = /^(calc|min|max|clamp)?\((.*)\)$/is;
  const OPERATOR = /^(?:\s+([+-])\s+|\s*([*/])\s*)/;

  // The operands and operators of a text: an operand is what stands between operators outside of
  // parentheses.
  function partsOf(text) {
    const parts = [""];
    let depth = 0;
    for (let i = 0; i < text.length;) {
      const found = depth === 0 ? exec(OPERATOR, kit.slice(text, i)) : null;
      if (found === null) {
        if (text[i] === "(") depth += 1;
        if (text[i] === ")") depth -= 1;
        parts[parts.length - 1] += text[i];
        i += 1;
      } else {
        kit.push(parts, found[1] ?? found[2]);
        kit.push(parts, "");
        i += found[0].length;
      }
    }
    return parts;
  }

  const one = (operator, terms) =>
    terms.length === 1 ? terms[0] : kit.composedNumber(operator, terms);

  // A sum of products; undefined where an operand is no number.
  function sumOf(text) {
    const parts = partsOf(text);
    const sums = [];
    let product = [];
    let isNegative = false;
    const close = () => {
      const made = one("product", product);
      kit.push(sums, isNegative ? kit.negatedNumber(made) : made);
      product = [];
    };
    for (let i = 0; i < parts.length; i += 2) {
      const operand = kit.numericFrom(parts[i]);
      const operator = parts[i - 1];
      const isZero = operand?.terms === undefined && operand?.values.value === 0;
      if (operand === undefined || (operator === "/" && isZero)) return undefined;
      if (operator === "+" || operator === "-") {
        close();
        isNegative = operator === "-";
      }
      kit.push(product, operator === "/" ? kit.invertedNumber(operand) : operand);
    }
    close();
    return one("sum", sums);
  }

  // The value of a number, or of a function of numbers; undefined for another text.
  // https://drafts.css-houdini.org/css-typed-om-1/#reify-a-numeric-value
  kit.numericFrom = function (text) {
    const number = exec(NUMBER, text);
    if (number !== null) {
      return kit.makeUnit(+number[1], number[2] === "%" ? "percent" : (number[2] ?? "number"));
    }
    const found = exec(FUNCTION, text);
    if (found === null) return undefined;
    const name = kit.lower(found[1] ?? "calc");
    if (name === "calc") {
      const sum = sumOf(found[2]);
      const isMath = sum === undefined || found[1] === undefined || sum.terms !== undefined;
      return isMath ? sum : kit.composedNumber("sum", [sum]);
    }
    const texts = kit.cssSplit(found[2], ",");
    const terms = [];
    for (let i = 0; i < texts.length; i += 1) {
      terms[i] = sumOf(texts[i]);
      if (terms[i] === undefined) return undefined;
    }
    return name === "clamp" ? kit.clampedNumber(terms) : kit.composedNumber(name, terms);
  };
});
