// Invented values by which the script decides what to do are choices of the plan: what the script
// compares a property with is tried, and true and false of what it tests. A property goes by the last
// name of its path. Choices that JSON has no value for are objects with "$".
(function (kit) {
  "use strict";
  const { settings } = kit;
  const { compared } = settings;
  const lastIndexOf = kit.uncurry(kit.String.prototype.lastIndexOf);
  const tested = { __proto__: null };
  const STRINGS = { __proto__: null, DOMString: true, USVString: true, ByteString: true };
  kit.setPrototype(compared, null);
  for (let i = 0; i < settings.tested.length; i += 1) tested[settings.tested[i]] = true;

  function lastName(path) {
    const dot = lastIndexOf(path, ".");
    const colon = lastIndexOf(path, ":");
    return kit.slice(path, (dot > colon ? dot : colon) + 1);
  }

  // The values of a kind that the script compares the property with, after those that are given.
  function options(first, name, kind) {
    const all = compared[name] ?? [];
    for (let i = 0; i < all.length; i += 1) {
      const fits = kind === undefined || typeof all[i] === kind;
      if (fits && kit.listIndex(first, all[i]) < 0) kit.push(first, all[i]);
    }
    return first;
  }

  function optionsOf(type, name, usual) {
    const isTested = tested[name] === true;
    const tag = typeof type === "string" ? type : type[0];
    switch (tag) {
      case "boolean":
        return isTested ? [false, true] : options([false], name, "boolean");
      case "any": {
        const found = options([{ $: "any" }], name);
        if (isTested) kit.push(found, null);
        return found;
      }
      case "object":
        return isTested ? [{ $: "any" }, null] : [];
      case "?":
        return isTested && typeof type[1] !== "string" && type[1][0] === "interface"
          ? [{ $: type[1][1] }, null]
          : [];
      case "union":
        return isTested && kit.listIndex(type, "undefined") > 0
          ? [{ $: "union" }, { $: "undefined" }]
          : [];
      default:
        if (STRINGS[tag]) {
          const found = options([usual], name, "string");
          if (isTested && found.length === 1) found[1] = usual === "" ? "text" : "";
          return found;
        }
        if (tag[0] < "a" || typeof type !== "string") return [];
        return isTested && compared[name] === undefined ? [0, 1] : options([0], name, "number");
    }
  }

  // The value of a type on a path, where the script decides by it: `make` invents what is usual.
  kit.decide = function (type, path, make) {
    const name = lastName(path);
    if (compared[name] === undefined && tested[name] === undefined) return make();
    const usual = typeof type === "string" && STRINGS[type] ? make() : undefined;
    const found = optionsOf(type, name, usual);
    if (found.length < 2) return usual ?? make();
    const value = kit.choose(path, found);
    if (value === null || typeof value !== "object") return value;
    return value.$ === "undefined" ? undefined : make();
  };

  kit.mayDecide = settings.tested.length > 0 || kit.ownKeys(compared).length > 0;
});
