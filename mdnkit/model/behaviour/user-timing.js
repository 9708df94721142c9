// Marks and measures of a script, and the list of them. https://w3c.github.io/user-timing/
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const timeline = [];
  // Every name that the script ever gave.
  const given = { __proto__: null };
  // Names that a mark may not have in a window, as they mean moments of its loading.
  const OF_LOADING =
    / (?:navigationStart|unloadEvent(?:Start|End)|redirect(?:Start|End)|fetchStart|domainLookup(?:Start|End)|connect(?:Start|End)|secureConnectionStart|request(?:Start)|response(?:Start|End)|dom(?:Loading|Interactive|ContentLoadedEvent(?:Start|End)|Complete)|loadEvent(?:Start|End)) /;
  const isOfLoading = (name) =>
    kit.settings.scope === "Window" && kit.test(OF_LOADING, ` ${name} `);

  function entryOf(interfaceName, name, kind, start, duration, detail) {
    const entry = kit.makeNamed(interfaceName, "performance");
    fill(entry, name, kind, start, duration, detail);
    return entry;
  }
  function fill(entry, name, entryType, startTime, duration, detail) {
    const copy = detail === undefined || detail === null ? null : kit.structuredClone(detail);
    kit.fillFrom(entry, { name, entryType, startTime, duration, detail: copy });
  }

  // https://w3c.github.io/user-timing/#mark-constructor
  function checkMark(name, options) {
    if (isOfLoading(name)) {
      throw kit.domException("SyntaxError", `${name} is a moment of the loading of a page`);
    }
    if (options.startTime < 0) throw new TypeError("mark: the startTime is negative");
  }

  function add(entry) {
    timeline[timeline.length] = entry;
    given[entry.values.name] = true;
    return entry.object;
  }

  // https://w3c.github.io/user-timing/#convert-a-mark-to-a-timestamp
  function moment(mark) {
    if (typeof mark === "number") {
      if (mark < 0) throw new TypeError("measure: a time is negative");
      return mark;
    }
    for (let i = timeline.length - 1; i >= 0; i -= 1) {
      const { values } = timeline[i];
      if (values.entryType === "mark" && values.name === mark) return values.startTime;
    }
    if (isOfLoading(mark)) return 0;
    throw kit.domException("SyntaxError", `measure: there is no mark ${mark}`);
  }

  // https://w3c.github.io/user-timing/#dom-performance-measure
  function measure(name, startOrOptions, endMark) {
    const isOptions = typeof startOrOptions === "object" && startOrOptions !== null;
    const options = isOptions ? startOrOptions : {};
    const { start, end, duration, detail } = options;
    const isUsed =
      start !== undefined || end !== undefined || duration !== undefined || detail !== undefined;
    if (isUsed) {
      if (endMark !== undefined) throw new TypeError("measure: options and an end mark");
      if (start === undefined && end === undefined) {
        throw new TypeError("measure: neither a start nor an end");
      }
      if (start !== undefined && end !== undefined && duration !== undefined) {
        throw new TypeError("measure: a start, an end and a duration");
      }
    }
    let to = kit.clock;
    if (endMark !== undefined) to = moment(endMark);
    else if (end !== undefined) to = moment(end);
    else if (start !== undefined && duration !== undefined) to = moment(start) + moment(duration);
    let from = 0;
    if (start !== undefined) from = moment(start);
    else if (duration !== undefined && end !== undefined) from = moment(end) - moment(duration);
    else if (typeof startOrOptions === "string") from = moment(startOrOptions);
    return add(entryOf("PerformanceMeasure", name, "measure", from, to - from, detail));
  }

  // Entries in the order of their times.
  function select(test) {
    return timeline
      .filter((entry) => test(entry.values))
      .toSorted((a, b) => a.values.startTime - b.values.startTime)
      .map((entry) => entry.object);
  }

  function clear(kind, name) {
    for (let i = timeline.length - 1; i >= 0; i -= 1) {
      const { values } = timeline[i];
      const isMeant = values.entryType === kind && (name === undefined || values.name === name);
      if (isMeant) timeline.splice(i, 1);
    }
  }

  // Entries that browsers make themselves, such as those of resources, are the model's inventions.
  const OWN = ["mark", "measure"];
  function found(state, member, isOwn, test) {
    if (isOwn) return select(test);
    const type = ["sequence", ["interface", "PerformanceEntry"]];
    return kit.invent(type, kit.pathTo(state, `${member}()`), `Performance.${member}`);
  }
  const isOwnKind = (kind) => kit.listIndex(OWN, kind) >= 0;

  kit.behave("Performance", {
    mark(state, name, options) {
      checkMark(name, options);
      const start = options.startTime ?? kit.clock;
      return add(entryOf("PerformanceMark", name, "mark", start, 0, options.detail));
    },
    measure: (state, name, start, end) => measure(name, start, end),
    clearMarks(state, name) {
      clear("mark", name);
    },
    clearMeasures(state, name) {
      clear("measure", name);
    },
    getEntries: (state) => found(state, "getEntries", timeline.length > 0, () => true),
    getEntriesByType: (state, kind) =>
      found(state, "getEntriesByType", isOwnKind(kind), (values) => values.entryType === kind),
    getEntriesByName: (state, name, kind) =>
      found(
        state,
        "getEntriesByName",
        kind === undefined ? given[name] === true : isOwnKind(kind),
        (values) => values.name === name && (kind === undefined || values.entryType === kind),
      ),
  });
  kit.behave("PerformanceMark", {
    new(entry, name, options) {
      checkMark(name, options);
      fill(entry, name, "mark", options.startTime ?? kit.clock, 0, options.detail);
    },
  });
});
