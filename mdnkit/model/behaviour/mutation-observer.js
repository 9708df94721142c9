// Observers of changes to trees. https://dom.spec.whatwg.org/#mutation-observers
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const observers = [];
  let isScheduled = false;
  // While a change is made of several, they are gathered in one record.
  let gathered;

  function nodeList(nodes) {
    const kept = kit.sliceList(nodes, 0);
    return kit.liveList("NodeList", () => kept);
  }
  const object = (node) => (node === null || node === undefined ? null : node.object);

  // https://dom.spec.whatwg.org/#notify-mutation-observers
  function notify() {
    isScheduled = false;
    for (let i = 0; i < observers.length; i += 1) {
      const { records, callback } = observers[i];
      if (records.length === 0) continue;
      observers[i].records = [];
      const self = observers[i].object;
      kit.invoke(callback, self, [objects(records), self]);
    }
  }
  const objects = (records) => {
    const list = [];
    for (let i = 0; i < records.length; i += 1) list[i] = records[i].object;
    return list;
  };

  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    kit.then(new kit.Promise((resolve) => resolve()), notify);
  }

  // Whether a registration at `node` is for a change of that kind at `target`.
  function isMeant({ options }, node, target, kind, name) {
    if (node !== target && !options.subtree) return false;
    if (!options[kind]) return false;
    const { attributeFilter } = options;
    return kind !== "attributes" || !attributeFilter || kit.listIndex(attributeFilter, name) >= 0;
  }

  // https://dom.spec.whatwg.org/#queue-a-mutation-record
  function queue(kind, target, change) {
    const interested = [];
    const old = [];
    for (let node = target; node; node = node.parent) {
      const list = node.registrations ?? [];
      for (let i = 0; i < list.length; i += 1) {
        if (!isMeant(list[i], node, target, kind, change.attributeName)) continue;
        const { observer, options } = list[i];
        let at = kit.listIndex(interested, observer);
        if (at < 0) {
          at = interested.length;
          interested[at] = observer;
          old[at] = false;
        }
        old[at] ||=
          !!options[kind === "attributes" ? "attributeOldValue" : "characterDataOldValue"];
      }
    }
    for (let i = 0; i < interested.length; i += 1) {
      const record = kit.makeNamed("MutationRecord", "MutationRecord");
      kit.fillFrom(record, {
        type: kind,
        target: target.object,
        addedNodes: nodeList(change.added ?? []),
        removedNodes: nodeList(change.removed ?? []),
        previousSibling: object(change.previous),
        nextSibling: object(change.next),
        attributeName: change.attributeName ?? null,
        attributeNamespace: change.attributeNamespace ?? null,
        oldValue: old[i] ? change.oldValue : null,
      });
      const { records } = interested[i];
      records[records.length] = record;
      schedule();
    }
  }

  kit.noteTree = function (target, added, removed, previous, next) {
    if (gathered !== undefined && gathered.target === target) {
      gathered.added = [...gathered.added, ...added];
      gathered.removed = [...gathered.removed, ...removed];
      return;
    }
    queue("childList", target, { added, removed, previous, next });
  };

  // Runs a change of the children of a node that is one for observers.
  // https://dom.spec.whatwg.org/#concept-node-replace-all
  kit.asOneChange = function (target, run) {
    if (!kit.isObserved || gathered !== undefined) {
      run();
      return;
    }
    gathered = { target, added: [], removed: [] };
    run();
    const { added, removed } = gathered;
    gathered = undefined;
    if (added.length > 0 || removed.length > 0) queue("childList", target, { added, removed });
  };

  kit.noteAttribute = (target, attributeName, attributeNamespace, oldValue) =>
    queue("attributes", target, { attributeName, attributeNamespace, oldValue });

  kit.noteData = (target, oldValue) => queue("characterData", target, { oldValue });

  // https://dom.spec.whatwg.org/#dom-mutationobserver-observe
  function checked(given) {
    const options = { ...given };
    const isAboutAttributes =
      options.attributeOldValue !== undefined || options.attributeFilter !== undefined;
    if (isAboutAttributes) options.attributes ??= true;
    if (options.characterDataOldValue !== undefined) options.characterData ??= true;
    if (!options.childList && !options.attributes && !options.characterData) {
      throw new TypeError("observe: one of childList, attributes and characterData must be true");
    }
    if (!options.attributes && (options.attributeOldValue || options.attributeFilter)) {
      throw new TypeError("observe: attributes is false, but options of it are given");
    }
    if (!options.characterData && options.characterDataOldValue) {
      throw new TypeError("observe: characterData is false, but its old value is asked for");
    }
    return options;
  }

  kit.behave("MutationObserver", {
    new(observer, callback) {
      observer.callback = callback;
      observer.records = [];
      observer.nodes = [];
      observers[observers.length] = observer;
    },
    observe(observer, target, given) {
      const options = checked(given);
      const node = kit.nodeOf(target);
      node.registrations ??= [];
      const known = node.registrations.find((one) => one.observer === observer);
      if (known !== undefined) {
        known.options = options;
        return;
      }
      kit.isObserved = true;
      node.registrations[node.registrations.length] = { observer, options };
      observer.nodes[observer.nodes.length] = node;
    },
    disconnect(observer) {
      for (const node of observer.nodes) {
        node.registrations = node.registrations.filter((one) => one.observer !== observer);
      }
      observer.nodes = [];
      observer.records = [];
    },
    takeRecords(observer) {
      const { records } = observer;
      observer.records = [];
      return objects(records);
    },
  });
});
