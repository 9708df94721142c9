// The parts of the URL that a link leads to.
// https://html.spec.whatwg.org/#htmlhyperlinkelementutils
(function (kit) {
  "use strict";
  const hrefOf = (state) => kit.attribute(kit.node(state), "href")?.value;

  // The record of the link's URL; undefined for none.
  function recordOf(state) {
    const href = hrefOf(state);
    return href === undefined ? undefined : kit.parseUrl(href, kit.pageUrl());
  }

  const part = (name) => (state) => {
    if (state.isAssumed && hrefOf(state) === undefined) {
      return kit.invent("USVString", kit.pathTo(state, name), `${state.entry.name}.${name}`);
    }
    const record = recordOf(state);
    return record === undefined ? (name === "protocol" ? ":" : "") : kit.urlPart(record, name);
  };
  const setter = (name) => (state, text) => {
    const record = recordOf(state);
    if (record === undefined) return;
    kit.setUrlPart(record, name, text);
    kit.setAttribute(state, "href", kit.urlText(record));
  };
  const href = (state) => {
    const record = recordOf(state);
    return record === undefined ? (hrefOf(state) ?? "") : kit.urlText(record);
  };

  kit.behave("HTMLHyperlinkElementUtils", {
    "get href": href,
    toString: href,
  });
  kit.behave("HyperlinkElementUtils", {
    "get origin": part("origin"),
    "get protocol": part("protocol"),
    "set protocol": setter("protocol"),
    "get username": part("username"),
    "set username": setter("username"),
    "get password": part("password"),
    "set password": setter("password"),
    "get host": part("host"),
    "set host": setter("host"),
    "get hostname": part("hostname"),
    "set hostname": setter("hostname"),
    "get port": part("port"),
    "set port": setter("port"),
    "get pathname": part("pathname"),
    "set pathname": setter("pathname"),
    "get search": part("search"),
    "set search": setter("search"),
    "get hash": part("hash"),
    "set hash": setter("hash"),
  });

  // https://html.spec.whatwg.org/#dom-a-text
  kit.behave("HTMLAnchorElement", {
    "get text": (state) => kit.textOf(kit.node(state)),
    "set text"(state, text) {
      kit.setText(kit.node(state), text);
    },
  });
});
