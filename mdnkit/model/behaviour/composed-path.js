// The path of an event as a listener sees it. https://dom.spec.whatwg.org/#dom-event-composedpath
(function (kit) {
  "use strict";

  // The indexes of the steps that are visible from step `from`, going one way along the path.
  function visible(route, from, way, level, found) {
    let current = level;
    let most = level;
    for (let i = from + way; i >= 0 && i < route.length; i += way) {
      const entering = way < 0 ? route[i].rootOfClosed : route[i].slotInClosed;
      const leaving = way < 0 ? route[i].slotInClosed : route[i].rootOfClosed;
      if (entering) current += 1;
      if (current <= most) found[i] = true;
      if (leaving) {
        current -= 1;
        if (current < most) most = current;
      }
    }
  }

  // https://dom.spec.whatwg.org/#dom-event-composedpath
  function composedPath(event) {
    const { route } = event;
    let from = route.length - 1;
    let level = 0;
    for (; from >= 0; from -= 1) {
      if (route[from].rootOfClosed) level += 1;
      if (route[from].target === event.currentTarget) break;
      if (route[from].slotInClosed) level -= 1;
    }
    const shown = [];
    shown[from] = true;
    visible(route, from, -1, level, shown);
    visible(route, from, 1, level, shown);
    const path = [];
    for (let i = 0; i < route.length; i += 1) {
      if (shown[i]) kit.push(path, route[i].target.object);
    }
    return path;
  }

  kit.behave("Event", {
    composedPath(event) {
      return event.route.length === 0 ? [] : composedPath(event);
    },
  });
});
