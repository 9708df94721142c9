// Where the script is. https://html.spec.whatwg.org/#the-location-interface
(function (kit) {
  "use strict";
  const { settings } = kit;

  // The location of the window.
  kit.locationObject = function () {
    const scope = kit.stateOf(kit.global);
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
});
