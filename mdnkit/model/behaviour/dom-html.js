// A forgiving parser of markup, for fragments and documents. https://html.spec.whatwg.org/#parsing
(function (kit) {
  "use strict";
  const VOID = " area base br col embed hr img input link meta source track wbr ";
  const RAW = " script style textarea title xmp iframe noembed noframes ";
  const HEAD = " base link meta script style title template noscript ";
  // An opening tag of the left closes open elements of the right.
  const CLOSES = {
    __proto__: null,
    li: " li ",
    dt: " dt dd ",
    dd: " dt dd ",
    option: " option ",
    optgroup: " option optgroup ",
    tr: " tr td th ",
    td: " td th ",
    th: " td th ",
    tbody: " thead tbody tr td th ",
    tfoot: " tbody tr td th ",
  };
  // An opening tag of these closes an open paragraph.
  const BLOCKS =
    " address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hr main menu nav ol p pre section table ul ";
  const SVG = "http://www.w3.org/2000/svg";
  const MATH = "http://www.w3.org/1998/Math/MathML";
  const COMMENT = "<!--([\\s\\S]*?)-->|<!doctype[^>]*>";
  const END_TAG = "</([a-zA-Z][^\\s>/]*)[^>]*>";
  const START_TAG = "<([a-zA-Z][^\\s>/]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>";
  const TOKEN = new RegExp(`${COMMENT}|${END_TAG}|${START_TAG}`, "gi");
  const ATTRIBUTE = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
  const ENTITIES = {
    __proto__: null,
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    copy: "\u00a9",
    hellip: "\u2026",
    mdash: "\u2014",
    ndash: "\u2013",
    times: "\u00d7",
    rarr: "\u2192",
    larr: "\u2190",
  };
  const has = (list, name) => kit.indexOf(list, ` ${name} `) >= 0;
  const { exec } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const { fromCodePoint } = kit.String;

  const decode = (text) =>
    kit.indexOf(text, "&") < 0
      ? text
      : replace(text, /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (all, hex, decimal, name) => {
          if (name !== undefined) return ENTITIES[name] ?? all;
          const code = hex === undefined ? +decimal : +`0x${hex}`;
          return code > 0 && code < 0x110000 ? fromCodePoint(code) : "\ufffd";
        });

  function addAttributes(element, text) {
    ATTRIBUTE.lastIndex = 0;
    for (let found = exec(ATTRIBUTE, text); found !== null; found = exec(ATTRIBUTE, text)) {
      const name = element.namespace === SVG ? found[1] : kit.lower(found[1]);
      if (kit.attribute(element, name) === undefined) {
        kit.setAttribute(element, name, decode(found[2] ?? found[3] ?? found[4] ?? ""));
      }
    }
  }

  function namespaceFor(name, parent) {
    if (name === "svg") return SVG;
    if (name === "math") return MATH;
    const inherited = parent.namespace;
    const isForeign = (inherited === SVG || inherited === MATH) && parent.local !== "foreignObject";
    return isForeign ? inherited : kit.HTML_NAMESPACE();
  }

  // A parser is { html, at, open, owner, enter }: open elements from the outermost, and a function
  // that may send an element elsewhere.
  const current = (parser) => parser.open[parser.open.length - 1];
  const target = (parser) => current(parser).content ?? current(parser);

  function addText(parser, text) {
    if (text !== "" && target(parser).nodeType !== 9) {
      kit.appendNode(kit.makeText(text, parser.owner), target(parser));
    }
  }

  function addComment(parser, text) {
    const node = kit.makeNode("Comment", parser.owner);
    node.text = text;
    if (target(parser).nodeType !== 9) kit.appendNode(node, target(parser));
  }

  function close(parser, name) {
    const { open } = parser;
    for (let i = open.length - 1; i > 0; i -= 1) {
      if (kit.lower(open[i].local) === name) {
        parser.open = kit.sliceList(open, 0, i);
        return;
      }
    }
  }

  function closeImplied(parser, name) {
    const closing = CLOSES[name] ?? (has(BLOCKS, name) ? " p " : "");
    while (parser.open.length > 1 && has(closing, current(parser).local)) {
      parser.open = kit.sliceList(parser.open, 0, -1);
    }
  }

  // The text of elements whose content is no markup.
  function addRawText(parser, element, name) {
    const end = kit.indexOf(kit.lower(parser.html), `</${name}`, parser.at);
    const stop = end < 0 ? parser.html.length : end;
    const text = kit.slice(parser.html, parser.at, stop);
    const plain = name === "textarea" || name === "title" ? decode(text) : text;
    if (plain !== "") kit.appendNode(kit.makeText(plain, parser.owner), element);
    const past = kit.indexOf(parser.html, ">", stop);
    parser.at = past < 0 ? parser.html.length : past + 1;
  }

  function open(parser, tag, attributes) {
    const name = current(parser).namespace === SVG ? tag : kit.lower(tag);
    closeImplied(parser, name);
    const place = parser.enter?.(name, current(parser));
    if (place !== undefined) parser.open = [parser.open[0], place];
    if (place !== undefined && place.local === name) {
      addAttributes(place, attributes);
      return;
    }
    const namespace = namespaceFor(name, current(parser));
    const element = kit.makeElement(name, namespace, null, parser.owner);
    addAttributes(element, attributes);
    kit.appendNode(element, target(parser));
    if (name === "template") kit.openTemplate(element);
    const isHtml = namespace === kit.HTML_NAMESPACE();
    if (has(RAW, name) && isHtml) addRawText(parser, element, name);
    else if (!(has(VOID, name) || (!isHtml && kit.slice(attributes, -1) === "/"))) {
      kit.push(parser.open, element);
    }
  }

  function parse(html, top, owner, enter) {
    const parser = { html, at: 0, open: [top], owner, enter };
    for (;;) {
      TOKEN.lastIndex = parser.at;
      const found = exec(TOKEN, html);
      const stop = found === null ? html.length : found.index;
      addText(parser, decode(kit.slice(html, parser.at, stop)));
      if (found === null) return;
      parser.at = stop + found[0].length;
      if (found[1] !== undefined) addComment(parser, found[1]);
      else if (found[2] !== undefined) close(parser, kit.lower(found[2]));
      else if (found[3] !== undefined) open(parser, found[3], found[4]);
    }
  }

  // Parses markup into the elements of a new document.
  kit.parseDocument = function (document, html, { root, head, body }) {
    let inBody = false;
    parse(html, root, document, (name, parent) => {
      if (name === "html") return root;
      if (name === "head") return head;
      if (name === "body") {
        inBody = true;
        return body;
      }
      if (parent !== root && parent !== head) return undefined;
      if (has(HEAD, name) && !inBody) return head;
      inBody = true;
      return body;
    });
  };

  // Parses markup that is no HTML page: it has no elements but its own.
  kit.parsePlain = (document, markup) => parse(markup, document, document);

  // Markup as nodes below a new fragment. https://html.spec.whatwg.org/#parsing-html-fragments
  kit.parseFragment = function (html, context) {
    const fragment = kit.makeNode("DocumentFragment", context.owner);
    fragment.namespace = context.namespace;
    fragment.local = context.local;
    parse(html, fragment, context.owner);
    fragment.local = undefined;
    return fragment;
  };
});
