// What service workers know of the pages and workers that use them.
// https://w3c.github.io/ServiceWorker/#client-interface
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const { freeze } = kit.Object;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  // Events that no user brings about. https://html.spec.whatwg.org/multipage/interaction.html#triggered-by-user-activation
  const UNASKED = [
    "activate",
    "backgroundfetchabort",
    "backgroundfetchfail",
    "backgroundfetchsuccess",
    "fetch",
    "install",
    "periodicsync",
    "push",
    "pushsubscriptionchange",
    "sync",
  ];
  // The windows that the script opened; one before them is assumed.
  const opened = [];
  const idOf = (number) => `00000000-0000-4000-8000-${kit.slice(`${number + 1e12}`, 1)}`;
  const ASSUMED = 0;

  function makeClient(name, path, number, values) {
    const client = kit.makeNamed(name, path);
    kit.fillFrom(client, { id: idOf(number), ...values });
    client.number = number;
    return client;
  }
  const openedClient = (at, path) => makeClient("WindowClient", path, at.number, at.values).object;

  // A client that is there before the script asks: its interface follows from its type.
  function assumedClient(path, type) {
    const isWindow = type === "window" || type === "all";
    const values = type === "all" ? {} : { type };
    return makeClient(isWindow ? "WindowClient" : "Client", path, ASSUMED, values).object;
  }

  function checkActivation(name) {
    const isLoading = kit.phase === "load" && !settings.decides;
    if (!isLoading && kit.listIndex(UNASKED, kit.phase) < 0) return;
    throw kit.domException("InvalidAccessError", `${name}: no user asked for it`);
  }

  function parsed(url, name) {
    const address = kit.resolveUrl(url);
    if (kit.isPlainUrl(address)) return address;
    if (kit.parseUrl(address) === undefined) throw new TypeError(`${name}: ${url} is no URL`);
    if (address === "about:blank") throw new TypeError(`${name}: about:blank is not allowed`);
    return address;
  }

  const isOwnOrigin = (address) => kit.indexOf(`${address}/`, `${kit.originOf()}/`) === 0;

  // Whether a plan is to try several numbers of clients: the script decides by it.
  const isCounted = () =>
    settings.compared.length !== undefined || kit.listIndex(settings.tested, "length") >= 0;

  kit.behave("Clients", {
    // https://w3c.github.io/ServiceWorker/#clients-get
    get(clients, id) {
      const path = kit.pathTo(clients, "get()");
      const found = opened.find((one) => idOf(one.number) === id);
      if (found !== undefined) return resolved(openedClient(found, path));
      if (!settings.decides) return resolved(undefined);
      if (id === idOf(ASSUMED)) return resolved(assumedClient(path, "all"));
      const type = ["union", ["interface", "WindowClient"], "undefined"];
      return resolved(kit.invent(type, path, "Clients.get"));
    },
    // https://w3c.github.io/ServiceWorker/#clients-matchall
    matchAll(clients, { type }) {
      const path = kit.pathTo(clients, "matchAll()");
      const found = [];
      if (settings.decides) {
        kit.assume(`Clients.matchAll: a client of type ${type}`);
        const count = isCounted() ? kit.choose(`${path}.length`, [1, 0]) : 1;
        if (count === 1) kit.push(found, assumedClient(`${path}[0]`, type));
      }
      const isWindow = type === "window" || type === "all";
      for (let i = 0; isWindow && i < opened.length; i += 1) {
        kit.push(found, openedClient(opened[i], `${path}[${found.length}]`));
      }
      return resolved(freeze(found));
    },
    // https://w3c.github.io/ServiceWorker/#clients-openwindow
    openWindow(clients, url) {
      const address = parsed(url, "openWindow");
      checkActivation("openWindow");
      if (!isOwnOrigin(address)) return resolved(null);
      const frameType = "top-level";
      const seen = { visibilityState: "visible", focused: true };
      const values = { type: "window", url: address, frameType, ...seen };
      const one = { number: opened.length + 1, values };
      kit.push(opened, one);
      return resolved(openedClient(one, kit.pathTo(clients, "openWindow()")));
    },
  });
  kit.behave("Client", {
    // https://w3c.github.io/ServiceWorker/#client-postmessage-options
    postMessage(client, message, options) {
      const transfer = kit.Array.isArray(options) ? options : options?.transfer;
      kit.structuredClone(message, transfer);
    },
  });
  kit.behave("WindowClient", {
    // https://w3c.github.io/ServiceWorker/#client-focus
    focus(client) {
      checkActivation("focus");
      const values = { ...client.values, focused: true, visibilityState: "visible" };
      const made = kit.makeNamed("WindowClient", client.path);
      kit.fillFrom(made, values);
      return resolved(made.object);
    },
    // https://w3c.github.io/ServiceWorker/#client-navigate
    navigate(client, url) {
      const address = parsed(url, "navigate");
      if (!isOwnOrigin(address)) return resolved(null);
      const made = kit.makeNamed("WindowClient", client.path);
      kit.fillFrom(made, { ...client.values, url: address });
      return resolved(made.object);
    },
  });
  kit.behave("ExtendableMessageEvent", {
    // https://w3c.github.io/ServiceWorker/#extendablemessage-event-source
    "get source"(event) {
      const { values } = event;
      if (values.source !== undefined || !values.isTrusted) return values.source ?? null;
      const path = kit.pathTo(event, "source");
      kit.assume("ExtendableMessageEvent.source: WindowClient");
      values.source = assumedClient(path, "window");
      return values.source;
    },
  });
});
