// Nodes as markup. https://html.spec.whatwg.org/#html-fragment-serialisation-algorithm
(function (kit) {
  "use strict";
  const VOID = " area base br col embed hr img input link meta source track wbr ";
  const RAW = " script style xmp iframe noembed noframes ";
  const has = (list, name) => kit.indexOf(list, ` ${name} `) >= 0;
  const replace = kit.uncurry(kit.String.prototype.replace);

  const escape = (text) =>
    replace(replace(replace(text, /&/g, "&amp;"), /</g, "&lt;"), />/g, "&gt;");

  function serialize(node) {
    if (node.nodeType === 3) return has(RAW, node.parent?.local) ? node.text : escape(node.text);
    if (node.nodeType === 8) return `<!--${node.text}-->`;
    if (node.nodeType === 10) return `<!DOCTYPE ${node.values.name}>`;
    if (node.nodeType !== 1) return kit.innerMarkup(node);
    let tag = `<${node.local}`;
    for (let i = 0; i < node.attrs.length; i += 1) {
      const value = replace(replace(node.attrs[i].value, /&/g, "&amp;"), /"/g, "&quot;");
      tag += ` ${node.attrs[i].name}="${value}"`;
    }
    return has(VOID, node.local) ? `${tag}>` : `${tag}>${kit.innerMarkup(node)}</${node.local}>`;
  }
  kit.outerMarkup = (node) => serialize(node);

  kit.innerMarkup = function (node) {
    const { kids } = node.content ?? node;
    let out = "";
    for (let i = 0; i < kids.length; i += 1) out += serialize(kids[i]);
    return out;
  };
});
