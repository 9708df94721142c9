// The way of an event along its path. https://dom.spec.whatwg.org/#dispatching-events
(function (kit) {
  "use strict";
  const NONE = 0;
  const CAPTURING = 1;
  const AT_TARGET = 2;
  const BUBBLING = 3;
  const LEGACY = " animationend animationiteration animationstart transitionend ";

  // The path of an event where there are no shadow trees: steps of { target, adjusted, related,
  // inShadow }. What a request of IndexedDB passes on to its transaction keeps its target, as
  // browsers do and the standard intends.
  function plainRoute(event, start, override) {
    const { route, relatedTarget } = event;
    let adjusted = override;
    for (let target = start; target;) {
      kit.push(route, { target, adjusted, related: relatedTarget, inShadow: false });
      adjusted = null;
      target = kit.inherited(target.entry, "event parent")?.(target, event);
    }
    return null;
  }

  // https://dom.spec.whatwg.org/#concept-event-listener-inner-invoke
  function* call(event, step, list, capturing, type) {
    let found = false;
    const scope = kit.stateOf(kit.global);
    for (let i = 0; i < list.length; i += 1) {
      const listener = list[i];
      if (listener.removed || listener.type !== type) continue;
      found = true;
      if (listener.capture !== capturing) continue;
      if (listener.once) kit.removeListener(step.target, listener);
      const before = scope.currentEvent;
      if (!step.inShadow) scope.currentEvent = event;
      event.inPassiveListener = listener.passive;
      kit.callListener(event, step.target, listener);
      event.inPassiveListener = false;
      scope.currentEvent = before;
      yield;
      if (event.stoppedNow) break;
    }
    return found;
  }

  // https://dom.spec.whatwg.org/#concept-event-listener-invoke
  function* invoke(event, index, capturing) {
    const step = event.route[index];
    let at = index;
    while (event.route[at].adjusted === null) at -= 1;
    event.target = event.route[at].adjusted;
    if (event.relatedTarget !== null) {
      event.values.relatedTarget = step.related === null ? null : step.related.object;
    }
    if (event.stopped) return;
    event.currentTarget = step.target;
    const list = kit.sliceList(step.target.listeners ?? [], 0);
    const { type, isTrusted } = event.values;
    const found = yield* call(event, step, list, capturing, type);
    const isLegacy = !found && isTrusted && kit.indexOf(LEGACY, ` ${type} `) >= 0;
    const legacy = isLegacy ? kit.legacyType(type) : undefined;
    if (legacy !== undefined) {
      event.values.type = legacy;
      yield* call(event, step, list, capturing, legacy);
      event.values.type = type;
    }
  }

  function* walk(event) {
    const { route } = event;
    for (let i = route.length - 1; i >= 0; i -= 1) {
      event.phase = route[i].adjusted !== null ? AT_TARGET : CAPTURING;
      yield* invoke(event, i, true);
    }
    for (let i = 0; i < route.length; i += 1) {
      const atTarget = route[i].adjusted !== null;
      if (atTarget || event.values.bubbles) {
        event.phase = atTarget ? AT_TARGET : BUBBLING;
        yield* invoke(event, i, false);
      }
    }
  }

  // https://dom.spec.whatwg.org/#concept-event-dispatch
  function* run(event, target, override) {
    event.dispatching = true;
    const adjusted = override ?? target;
    const isClick = event.values.type === "click" && event.entry.up.MouseEvent !== undefined;
    const isAboutNodes = target.entry.up.Node !== undefined || event.relatedTarget !== null;
    const tree =
      isAboutNodes && (isClick || kit.hasShadow)
        ? kit.treeRoute(event, target, adjusted)
        : plainRoute(event, target, adjusted);
    yield* walk(event);
    event.phase = NONE;
    event.currentTarget = null;
    event.route = [];
    event.dispatching = false;
    event.stopped = false;
    event.stoppedNow = false;
    if (tree !== null) kit.leaveTree(event, tree);
  }

  const advance = kit.uncurry(kit.prototypeOf(run).prototype.next);

  // Starts the dispatch of an event; each call of the returned function runs one listener and says
  // whether more may follow, so that microtasks can run between listeners.
  kit.steps = function (event, target, override) {
    const steps = run(event, target, override);
    return () => !advance(steps).done;
  };

  // Dispatches at once; returns false when the event was canceled.
  kit.dispatch = function (event, target, override) {
    const steps = run(event, target, override);
    while (!advance(steps).done);
    return !event.canceled;
  };

  // https://dom.spec.whatwg.org/#concept-event-fire
  kit.fire = (name, target, type, init, override) =>
    kit.dispatch(kit.newEvent(name, type, init), target, override);
});
