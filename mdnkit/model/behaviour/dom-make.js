// Elements: their making, their names and their attributes.
// https://dom.spec.whatwg.org/#interface-element
(function (kit) {
  "use strict";
  const lowerCase = kit.uncurry(kit.String.prototype.toLowerCase);
  const upperCase = kit.uncurry(kit.String.prototype.toUpperCase);
  const HTML = "http://www.w3.org/1999/xhtml";
  const SVG = "http://www.w3.org/2000/svg";
  const MATH = "http://www.w3.org/1998/Math/MathML";
  kit.lower = (text) => lowerCase(text);
  kit.HTML_NAMESPACE = () => HTML;

  // An invented element has the tag that its interface is best known for.
  kit.prepareElement = function (state) {
    const known = kit.line(`:${state.entry.name}`);
    state.local ??= known ?? "div";
    state.namespace ??= "SVGElement" in state.entry.up ? SVG : HTML;
    state.prefix ??= null;
    state.attrs ??= [];
  };

  kit.isHtml = (node) => node.namespace === HTML && node.owner.isHtml !== false;

  kit.tagName = function (node) {
    const name = node.prefix === null ? node.local : `${node.prefix}:${node.local}`;
    return kit.isHtml(node) ? upperCase(name) : name;
  };

  // https://html.spec.whatwg.org/#elements-in-the-dom:element-interface
  function interfaceOf(local, namespace) {
    if (namespace === SVG) return kit.line(`<svg:${local}>`) ?? "SVGElement";
    if (namespace === MATH) return kit.line(`<mathml:${local}>`) ?? "MathMLElement";
    if (namespace !== HTML) return "Element";
    const isCustom = kit.indexOf(local, "-") > 0;
    return kit.line(`<${local}>`) ?? (isCustom ? "HTMLElement" : "HTMLUnknownElement");
  }

  // https://dom.spec.whatwg.org/#concept-create-element
  kit.makeElement = function (local, namespace, prefix, owner) {
    const made =
      namespace === HTML && kit.elementsDefined ? kit.makeCustom(local, owner) : undefined;
    if (made !== undefined) return made;
    const name = interfaceOf(local, namespace);
    const entry = kit.interface(name) ?? kit.interface("HTMLElement");
    const state = kit.make(entry, `<${local}>`);
    state.local = local;
    state.namespace = namespace;
    state.prefix = prefix;
    state.owner = owner;
    return kit.node(state);
  };

  // The attribute of that qualified name: { namespace, prefix, local, name, value }, or undefined.
  kit.attribute = function (node, name) {
    const { attrs } = node;
    for (let i = 0; i < attrs.length; i += 1) if (attrs[i].name === name) return attrs[i];
    return undefined;
  };

  kit.setAttribute = function (node, name, value, namespace, prefix, local) {
    const known = kit.attribute(node, name);
    const old = known === undefined ? null : known.value;
    if (known === undefined) {
      const more = { namespace: namespace ?? null, prefix: prefix ?? null, local: local ?? name };
      kit.push(node.attrs, { ...more, name, value });
    } else {
      known.value = value;
    }
    if (kit.isObserved) kit.noteAttribute(node, local ?? name, namespace ?? null, old);
    if (kit.elementsDefined) kit.reactToAttribute(node, name, old, value);
    if (kit.hasShadow) kit.assignSlots(node);
    if (name[0] === "o" && name[1] === "n") kit.setContentHandler(node, name, value);
  };

  kit.removeAttribute = function (node, name) {
    const kept = [];
    let old = null;
    for (let i = 0; i < node.attrs.length; i += 1) {
      if (node.attrs[i].name !== name) kit.push(kept, node.attrs[i]);
      else old = node.attrs[i].value;
    }
    node.attrs = kept;
    if (old !== null && kit.isObserved) kit.noteAttribute(node, name, null, old);
    if (old !== null && name[0] === "o" && name[1] === "n") kit.setContentHandler(node, name, null);
    if (old !== null && kit.elementsDefined) kit.reactToAttribute(node, name, old, null);
  };
});
