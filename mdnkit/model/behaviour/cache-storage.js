// The caches of an origin, by name. https://w3c.github.io/ServiceWorker/#cachestorage-interface
// Under a plan, a cache of an earlier life of the script may be there too.
(function (kit) {
  "use strict";
  const { settings } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const storesOf = (storage) => (storage.stores ??= new kit.Map());

  const isDeleted = (storage, name) => storage.deleted?.[name] === true;

  // The choice of whether a cache that the script did not make is there.
  function assumed(storage, name, method) {
    if (!settings.decides || isDeleted(storage, name)) return false;
    return kit.invent("boolean", kit.pathTo(storage, `${method}()`), `CacheStorage.${method}`);
  }

  kit.behave("WindowOrWorkerGlobalScope", {
    // https://w3c.github.io/ServiceWorker/#global-caches-attribute
    "get caches"(scope) {
      scope.values.caches ??= kit.makeNamed("CacheStorage", kit.pathTo(scope, "caches")).object;
      return scope.values.caches;
    },
  });
  kit.behave("CacheStorage", {
    // https://w3c.github.io/ServiceWorker/#cache-storage-match
    match(storage, input, options) {
      const stores = storesOf(storage);
      const request = kit.requestOfQuery(input);
      const { cacheName } = options;
      const names = cacheName === undefined ? [...stores.keys()] : [cacheName];
      let isKnown = !options.ignoreMethod && (request.values.method ?? "GET") !== "GET";
      for (let i = 0; i < names.length; i += 1) {
        const store = stores.get(names[i]);
        const found = store === undefined ? [] : kit.queryCache(store, request, options);
        if (found.length > 0) return resolved(kit.answerFrom(storage, found, request, false));
        if (cacheName === undefined) continue;
        if (store === undefined) isKnown ||= isDeleted(storage, cacheName);
        else isKnown ||= kit.isKnownMiss(store, request, options);
      }
      return resolved(kit.answerFrom(storage, [], request, isKnown));
    },
    // https://w3c.github.io/ServiceWorker/#cache-storage-has
    has: (storage, name) => resolved(storesOf(storage).has(name) || assumed(storage, name, "has")),
    // https://w3c.github.io/ServiceWorker/#cache-storage-open
    open(storage, name) {
      const stores = storesOf(storage);
      if (!stores.has(name)) stores.set(name, kit.newStore(isDeleted(storage, name)));
      return resolved(kit.makeCache(kit.pathTo(storage, "open()"), stores.get(name)).object);
    },
    // https://w3c.github.io/ServiceWorker/#cache-storage-delete
    delete(storage, name) {
      const isThere = storesOf(storage).delete(name) || assumed(storage, name, "delete");
      storage.deleted ??= { __proto__: null };
      storage.deleted[name] = true;
      return resolved(isThere);
    },
    // https://w3c.github.io/ServiceWorker/#cache-storage-keys
    keys(storage) {
      const names = [...storesOf(storage).keys()];
      if (!settings.decides) return resolved(names);
      const path = kit.pathTo(storage, "keys()");
      const older = kit.invent(["sequence", "DOMString"], path, "CacheStorage.keys")[0];
      const isNew = kit.listIndex(names, older) < 0 && !isDeleted(storage, older);
      return resolved(isNew ? [...names, older] : names);
    },
  });
});
