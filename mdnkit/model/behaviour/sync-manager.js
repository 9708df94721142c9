// Tags of synchronizations. https://wicg.github.io/background-sync/spec/#sync-manager-interface and
// https://wicg.github.io/periodic-background-sync/#periodicsyncmanager
(function (kit) {
  "use strict";
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const tagsOf = (manager) => (manager.tags ??= []);

  function register(manager, tag) {
    if (kit.listIndex(tagsOf(manager), tag) < 0) kit.push(manager.tags, tag);
    return resolved(undefined);
  }

  // What the script registered, or what an earlier life of it may have.
  function getTags(manager) {
    const tags = tagsOf(manager);
    if (tags.length > 0 || !kit.settings.decides) return resolved(kit.sliceList(tags, 0));
    const path = kit.pathTo(manager, "getTags()");
    return resolved(kit.invent(["sequence", "DOMString"], path, `${manager.entry.name}.getTags`));
  }

  kit.behave("SyncManager", {
    register: (manager, tag) => register(manager, tag),
    getTags: (manager) => getTags(manager),
  });
  kit.behave("PeriodicSyncManager", {
    register: (manager, tag) => register(manager, tag),
    getTags: (manager) => getTags(manager),
    unregister(manager, tag) {
      manager.tags = tagsOf(manager).filter((one) => one !== tag);
      return resolved(undefined);
    },
  });
});
