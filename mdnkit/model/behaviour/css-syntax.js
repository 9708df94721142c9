// CSS text in parts: rules, blocks and declarations.
// https://drafts.csswg.org/css-syntax-3/#parser-algorithms
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const trim = kit.uncurry(kit.String.prototype.trim);
  // Letters that neither open nor end anything, white space, names before colons, names of at-rules.
  const PLAIN = /[\w\s.#%*>+~=|&$^!?-]+|[^\0-\x7f]+/y;
  const SPACE = /(?:\s|\/\*[\s\S]*?(?:\*\/|$))+/y;
  const SPACE_AND_MARKS = /(?:\s|<!--|-->|\/\*[\s\S]*?(?:\*\/|$))+/y;
  const SPACE_AND_SEMICOLONS = /(?:\s|;|\/\*[\s\S]*?(?:\*\/|$))+/y;
  const PROPERTY = /(-{0,2}(?:[A-Za-z_]|[^\0-\x7f])(?:[\w-]|[^\0-\x7f])*|--)\s*:/y;
  const AT_NAME = /@(-{0,2}[A-Za-z_][\w-]*)/y;
  const UNQUOTED_URL = /\(\s*[^\s"')](?:[^)\\]|\\[\s\S])*\)/y;
  const CLOSERS = { __proto__: null, "{": "}", "[": "]", "(": ")" };

  function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return kit.exec(pattern, text);
  }
  const past = (pattern, text, at) => at + (matchAt(pattern, text, at)?.[0].length ?? 0);

  // Where a string that begins at `at` ends. https://drafts.csswg.org/css-syntax-3/#consume-string-token
  function stringEnd(text, at) {
    for (let i = at + 1; i < text.length; i += 1) {
      if (text[i] === text[at]) return i + 1;
      if (text[i] === "\n") return i;
      if (text[i] === "\\") i += 1;
    }
    return text.length;
  }

  // Where a token that opens no block ends, or a few of them that mean nothing to the structure.
  function tokenEnd(text, at) {
    const letter = text[at];
    if (letter === '"' || letter === "'") return stringEnd(text, at);
    if (letter === "\\") return at + 2;
    if (letter === "/" && text[at + 1] === "*") return past(SPACE, text, at);
    return matchAt(PLAIN, text, at) === null ? at + 1 : PLAIN.lastIndex;
  }

  const isUrl = (text, at) => kit.lower(kit.slice(text, at - 3, at)) === "url" && at >= 3;

  // Where the bracket that closes the block opened at `at` is; the length of the text for none.
  // https://drafts.csswg.org/css-syntax-3/#consume-simple-block
  function closerOf(text, at) {
    const open = [];
    for (let i = at; i < text.length;) {
      const closer = CLOSERS[text[i]];
      const url = text[i] === "(" && isUrl(text, i) ? matchAt(UNQUOTED_URL, text, i) : null;
      if (url !== null) {
        i += url[0].length;
        if (open.length === 0) return i - 1;
      } else if (closer !== undefined) {
        kit.push(open, closer);
        i += 1;
      } else if (text[i] === open[open.length - 1]) {
        open.length -= 1;
        if (open.length === 0) return i;
        i += 1;
      } else {
        i = tokenEnd(text, i);
      }
    }
    return text.length;
  }

  // The first of some letters that stands outside of blocks, strings and comments.
  kit.cssUntil = function (text, from, stops) {
    let at = from;
    while (at < text.length && kit.indexOf(stops, text[at]) < 0) {
      at = CLOSERS[text[at]] === undefined ? tokenEnd(text, at) : closerOf(text, at) + 1;
    }
    return at < text.length ? at : text.length;
  };

  // The parts of a text between separators outside of blocks, trimmed.
  kit.cssSplit = function (text, separator) {
    const parts = [];
    for (let at = 0; at <= text.length;) {
      const end = kit.cssUntil(text, at, separator);
      kit.push(parts, trim(kit.slice(text, at, end)));
      at = end + 1;
    }
    return parts;
  };

  const STRING_OR_SPACE =
    /("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|(?:\s|\/\*[\s\S]*?(?:\*\/|$))+/g;
  // A text with one space for each piece of white space and comments.
  kit.cssTidy = (text) => trim(replace(text, STRING_OR_SPACE, (all, string) => string ?? " "));

  // What the quotation marks of a string hold; another text as it is.
  kit.cssUnquoted = (text) =>
    kit.test(/^(["']).*\1$/s, text) ? replace(kit.slice(text, 1, -1), /\\(.)/gs, "$1") : text;

  const IMPORTANT = /\s*!\s*important$/i;
  // https://drafts.csswg.org/css-syntax-3/#consume-declaration
  function declaration(name, text) {
    const isCustom = kit.slice(name, 0, 2) === "--";
    const value = isCustom ? trim(text) : kit.cssTidy(text);
    return {
      name: isCustom ? name : kit.lower(name),
      value: replace(value, IMPORTANT, ""),
      isImportant: kit.test(IMPORTANT, value),
    };
  }

  // Reads a rule from `from` into `items`, and says where it ends.
  // https://drafts.csswg.org/css-syntax-3/#consume-at-rule
  function readRule(items, text, from, { at, start, stops }) {
    const stop = kit.cssUntil(text, start, stops);
    const prelude = kit.cssTidy(kit.slice(text, start, stop));
    if (text[stop] !== "{") {
      // A rule of selectors has a block.
      if (at !== undefined) kit.push(items, { at, prelude, block: undefined });
      return stop + 1;
    }
    const end = closerOf(text, stop);
    kit.push(items, { at, prelude, block: kit.slice(text, stop + 1, end) });
    return end + 1;
  }

  // The contents of a style sheet, or of a block: rules { at, prelude, block }, where `at` is the
  // name of an at-rule, and declarations { name, value, isImportant }.
  // https://drafts.csswg.org/css-syntax-3/#consume-block-contents
  kit.cssContents = function (text, isBlock) {
    const items = [];
    const between = isBlock ? SPACE_AND_SEMICOLONS : SPACE_AND_MARKS;
    for (let at = past(between, text, 0); at < text.length; at = past(between, text, at)) {
      const name = matchAt(AT_NAME, text, at)?.[1];
      const property = isBlock && name === undefined ? matchAt(PROPERTY, text, at) : null;
      if (property !== null) {
        const start = at + property[0].length;
        const end = kit.cssUntil(text, start, ";");
        const isCustom = kit.slice(property[1], 0, 2) === "--";
        // What has a block is a rule whose selector has a colon.
        if (isCustom || kit.cssUntil(text, start, "{;") === end) {
          kit.push(items, declaration(property[1], kit.slice(text, start, end)));
          at = end;
          continue;
        }
      }
      const start = name === undefined ? at : at + name.length + 1;
      const stops = name !== undefined || isBlock ? "{;" : "{";
      const lower = name === undefined ? undefined : kit.lower(name);
      at = readRule(items, text, at, { at: lower, start, stops });
    }
    return items;
  };

  // The declarations of a block.
  kit.cssDeclarations = function (text) {
    const found = [];
    const items = kit.cssContents(text, true);
    for (let i = 0; i < items.length; i += 1) {
      if (items[i].name !== undefined) kit.push(found, items[i]);
    }
    return found;
  };
});
