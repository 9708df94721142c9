// A forgiving parser of markup, for fragments and documents. https://html.spec.whatwg.org/#parsing
(function (kit) {
  "use strict";
  const set = (text) => {
    const out = { __proto__: null };
    for (const name of kit.split(text, " ")) out[name] = true;
    return out;
  };
  const VOID = set("area base br col embed hr img input link meta source track wbr");
  const RAW = set("script style textarea title xmp iframe noembed noframes");
  const HEAD = set("base link meta script style title template noscript");
  // An opening tag of the left closes an open element of the right.
  const CLOSES = {
    __proto__: null,
    li: set("li"),
    dt: set("dt dd"),
    dd: set("dt dd"),
    option: set("option"),
    optgroup: set("option optgroup"),
    tr: set("tr td th"),
    td: set("td th"),
    th: set("td th"),
    tbody: set("thead tbody tr td th"),
    tfoot: set("tbody tr td th"),
  };
  const BLOCKS = set(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main " +
      "menu nav ol p pre section table ul",
  );
  const SVG = "http://www.w3.org/2000/svg";
  const MATH = "http://www.w3.org/1998/Math/MathML";
  const TOKEN =
    /<!--([\s\S]*?)-->|<!doctype([^>]*)>|<\/([a-zA-Z][^\s>/]*)[^>]*>|<([a-zA-Z][^\s>/]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
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
  const exec = (pattern, text) => kit.apply(RegExp.prototype.exec, pattern, [text]);
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

  const namespaceFor = (name, parent) => {
    if (name === "svg") return SVG;
    if (name === "math") return MATH;
    const inherited = parent.namespace;
    const isForeign = (inherited === SVG || inherited === MATH) && parent.local !== "foreignObject";
    return isForeign ? inherited : kit.HTML_NAMESPACE();
  };

  // Parses `html` into `top`; `enter` may send an element elsewhere: it gives the parent for a tag.
  function parse(html, top, owner, enter) {
    let open = [top];
    const current = () => open[open.length - 1];
    const target = () => current().content ?? current();
    const text = (value) => {
      if (value !== "" && !(current() === top && top.nodeType === 9)) {
        kit.appendNode(kit.makeText(value, owner), target());
      }
    };
    const closeImplied = (name) => {
      const closing = CLOSES[name] ?? (BLOCKS[name] ? { p: true } : undefined);
      while (closing !== undefined && open.length > 1 && closing[current().local]) {
        open = kit.sliceList(open, 0, -1);
      }
    };
    let at = 0;
    TOKEN.lastIndex = 0;
    for (;;) {
      TOKEN.lastIndex = at;
      const found = exec(TOKEN, html);
      text(decode(kit.slice(html, at, found === null ? html.length : found.index)));
      if (found === null) return;
      at = found.index + found[0].length;
      const [, comment, , end, tag, attributes] = found;
      if (comment !== undefined) {
        const node = kit.makeNode("Comment", owner);
        node.text = comment;
        if (target().nodeType !== 9) kit.appendNode(node, target());
      } else if (end !== undefined) {
        const name = kit.lower(end);
        for (let i = open.length - 1; i > 0; i -= 1) {
          if (kit.lower(open[i].local) === name) {
            open = kit.sliceList(open, 0, i);
            break;
          }
        }
      } else if (tag !== undefined) {
        const raw = current().namespace === SVG ? tag : kit.lower(tag);
        closeImplied(raw);
        const place = enter === undefined ? undefined : enter(raw, current());
        if (place !== undefined && place.local === raw) {
          addAttributes(place, attributes);
          open = [top, place];
          continue;
        }
        if (place !== undefined) open = [top, place];
        const namespace = namespaceFor(raw, current());
        const element = kit.makeElement(raw, namespace, null, owner);
        addAttributes(element, attributes);
        kit.appendNode(element, target());
        const isEmpty =
          VOID[raw] || (namespace !== kit.HTML_NAMESPACE() && attributes.endsWith("/"));
        if (raw === "template") kit.openTemplate(element);
        if (RAW[raw] && namespace === kit.HTML_NAMESPACE()) {
          const close = kit.lower(html).indexOf(`</${raw}`, at);
          const stop = close < 0 ? html.length : close;
          const inner = kit.slice(html, at, stop);
          if (inner !== "")
            kit.appendNode(
              kit.makeText(raw === "textarea" || raw === "title" ? decode(inner) : inner, owner),
              element,
            );
          const past = html.indexOf(">", stop);
          at = past < 0 ? html.length : past + 1;
        } else if (!isEmpty) {
          open[open.length] = element;
        }
      }
    }
  }

  // Parses markup into the elements of a new document.
  kit.parseDocument = function (document, html, { root, head, body }) {
    let inBody = false;
    parse(html, root, document, (name, current) => {
      if (name === "html") return root;
      if (name === "head") return head;
      if (name === "body") {
        inBody = true;
        return body;
      }
      if (current !== root && current !== head) return undefined;
      if (HEAD[name] && !inBody) return head;
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
