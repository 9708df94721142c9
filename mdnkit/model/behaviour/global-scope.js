// Members of the global objects. https://html.spec.whatwg.org/#the-windoworworkerglobalscope-mixin
(function (kit) {
  "use strict";
  const { settings } = kit;
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const codeAt = kit.uncurry(kit.String.prototype.charCodeAt);
  const charAt = kit.uncurry(kit.String.prototype.charAt);
  const { fromCharCode } = kit.String;
  const globalState = () => kit.stateOf(kit.global);
  const invalid = (message) => kit.domException("InvalidCharacterError", message);

  // https://html.spec.whatwg.org/#dom-btoa
  function encode(text) {
    let out = "";
    for (let i = 0; i < text.length; i += 3) {
      const bytes = [codeAt(text, i), codeAt(text, i + 1), codeAt(text, i + 2)];
      for (let j = 0; j < 3; j += 1) {
        if (bytes[j] > 255) throw invalid("the string has a character above 255");
      }
      const all = (bytes[0] << 16) | ((bytes[1] || 0) << 8) | (bytes[2] || 0);
      out += ALPHABET[all >> 18] + ALPHABET[(all >> 12) & 63];
      out += i + 1 < text.length ? ALPHABET[(all >> 6) & 63] : "=";
      out += i + 2 < text.length ? ALPHABET[all & 63] : "=";
    }
    return out;
  }

  // https://infra.spec.whatwg.org/#forgiving-base64-decode
  function decode(text) {
    let digits = "";
    for (let i = 0; i < text.length; i += 1) {
      const char = charAt(text, i);
      if (kit.indexOf("\t\n\f\r ", char) < 0) digits += char;
    }
    if (digits.length % 4 === 0) {
      if (kit.slice(digits, -2) === "==") digits = kit.slice(digits, 0, -2);
      else if (kit.slice(digits, -1) === "=") digits = kit.slice(digits, 0, -1);
    }
    if (digits.length % 4 === 1) throw invalid("the string is not encoded correctly");
    let out = "";
    let bits = 0;
    let count = 0;
    for (let i = 0; i < digits.length; i += 1) {
      const value = kit.indexOf(ALPHABET, digits[i]);
      if (value < 0) throw invalid("the string is not encoded correctly");
      bits = ((bits << 6) | value) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out += fromCharCode((bits >> count) & 255);
      }
    }
    return out;
  }

  kit.behave("WindowOrWorkerGlobalScope", {
    btoa: (scope, text) => encode(text),
    atob: (scope, text) => decode(text),
    // https://html.spec.whatwg.org/#dom-reporterror
    reportError(scope, value) {
      kit.report(value);
    },
    structuredClone: (scope, value, options) => kit.structuredClone(value, options),
    "get origin": () => "https://example.com",
    "get isSecureContext": () => true,
    "get crossOriginIsolated": () => false,
  });
  kit.behave("WorkerGlobalScope", {
    "get self": () => kit.global,
    // https://html.spec.whatwg.org/#dom-workerglobalscope-importscripts: the imported scripts are not at hand.
    importScripts(scope, ...urls) {
      for (let i = 0; i < urls.length; i += 1) kit.assume(`importScripts: ${urls[i]} defines nothing`);
    },
  });
  kit.behave("ServiceWorkerGlobalScope", {
    "get serviceWorker"(scope) {
      scope.serviceWorker ??= kit.makeNamed("ServiceWorker", "self.serviceWorker");
      return scope.serviceWorker.object;
    },
  });
  kit.behave("Window", {
    "get window": () => kit.global,
    "get self": () => kit.global,
    "get frames": () => kit.global,
    "get parent": () => kit.global,
    "get top": () => kit.global,
    "get document"() {
      return kit.document().object;
    },
    "get location"() {
      return kit.locationObject().object;
    },
    "get event": (scope) => scope.currentEvent?.object,
    "get length": () => 0,
    "get opener": () => null,
    "get frameElement": () => null,
    "get closed": () => false,
    "get name"(scope) {
      return scope.values.name ?? "";
    },
    confirm: () => true,
    prompt: (scope, message, text) => text,
    alert: () => undefined,
  });
  kit.behave("DedicatedWorkerGlobalScope", {
    "get name": () => "",
  });

  // The objects that events of the plan are fired at by name.
  kit.fixedTarget = (name) => (name === "document" ? kit.document() : globalState());

  // https://html.spec.whatwg.org/#the-location-interface
  kit.locationObject = function () {
    const scope = globalState();
    scope.location ??= kit.makeNamed("Location", "self.location");
    return scope.location;
  };

  const PARTS = {
    __proto__: null,
    protocol: "https:",
    host: "example.com",
    hostname: "example.com",
    port: "",
    hash: "",
    search: "",
    origin: "https://example.com",
  };
  const path = () => kit.slice(settings.url, PARTS.origin.length);
  const part = (name) => () => PARTS[name];
  kit.behave("Location", {
    "get href": () => settings.url,
    "get protocol": part("protocol"),
    "get host": part("host"),
    "get hostname": part("hostname"),
    "get port": part("port"),
    "get hash": part("hash"),
    "get search": part("search"),
    "get origin": part("origin"),
    "get pathname": () => path(),
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
    "get origin": part("origin"),
    "get pathname": () => path(),
    toString: () => settings.url,
  });
})
