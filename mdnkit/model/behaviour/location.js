// Where the script is. Setters and methods that lead to another document are told and change nothing:
// no other document is loaded. https://html.spec.whatwg.org/#the-location-interface
(function (kit) {
  "use strict";
  const { settings } = kit;

  // The location of the window.
  kit.locationObject = function () {
    const scope = kit.stateOf(kit.global);
    scope.location ??= kit.makeNamed("Location", "self.location");
    return scope.location;
  };

  // Goes to a URL: to another place of the document, which its address tells from then on.
  // https://html.spec.whatwg.org/#navigate-fragid
  function navigate(record) {
    const text = kit.urlText(record);
    const { 0: here } = kit.split(settings.url, "#");
    const isHere = record.fragment !== null && kit.split(text, "#")[0] === here;
    if (isHere) settings.url = text;
  }
  // https://html.spec.whatwg.org/#location-object-navigate
  function go(text, name) {
    const record = kit.parseUrl(text, kit.pageUrl());
    if (record === undefined) throw kit.domException("SyntaxError", `${name}: ${text} is no URL`);
    navigate(record);
  }

  // The address is serialized already: its parts are read off without the parser of URLs.
  const PARTS =
    /^([^:]+:)(?:\/\/(?:[^/?#@]*@)?(([^/?#]*?)(?::(\d+))?)(?=[/?#]|$))?([^?#]*)(\?[^#]*)?(#.*)?$/;
  const PLACES = {
    __proto__: null,
    ...{ protocol: 1, host: 2, hostname: 3, port: 4, pathname: 5, search: 6, hash: 7 },
  };
  const part = (name) => () => {
    const found = kit.exec(PARTS, settings.url);
    const text = found[PLACES[name]] ?? "";
    return text.length > 1 || PLACES[name] < 6 ? text : "";
  };
  const origin = () => kit.urlOrigin(kit.pageUrl());
  const setter = (name) => (location, text) => {
    const record = kit.pageUrl();
    kit.setUrlPart(record, name, text);
    navigate(record);
  };

  kit.behave("Location", {
    "get href": () => settings.url,
    "set href"(location, text) {
      go(text, "Location.href");
    },
    "get origin": origin,
    "get protocol": part("protocol"),
    // https://html.spec.whatwg.org/#dom-location-protocol
    "set protocol"(location, text) {
      if (!kit.reparseUrl(kit.pageUrl(), `${text}:`, "schemeStart")) {
        throw kit.domException("SyntaxError", `${text} is no scheme`);
      }
    },
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
    // https://html.spec.whatwg.org/#dom-location-hash
    "set hash"(location, text) {
      const record = kit.pageUrl();
      kit.setUrlPart(record, "hash", text);
      record.fragment ??= "";
      navigate(record);
    },
    assign(location, text) {
      go(text, "Location.assign");
    },
    replace(location, text) {
      go(text, "Location.replace");
    },
    toString: () => settings.url,
  });
  kit.behave("WorkerLocation", {
    "get href": () => settings.url,
    "get protocol": part("protocol"),
    "get host": part("host"),
    "get hostname": part("hostname"),
    "get port": part("port"),
    "get hash": part("hash"),
    "get search": part("search"),
    "get origin": origin,
    "get pathname": part("pathname"),
    toString: () => settings.url,
  });
});
