// Benign values for what no behaviour defines: one per IDL type, each recorded as an assumption.
// Objects know the path on which the script reached them ("registration.result"); enumerations on
// that path are choices of the plan.
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const LONGEST_CHAIN = 3;
  const ADDRESS = /(?:url|href|uri|src)$/i;
  let budget = settings.budget;

  kit.spend = function () {
    budget -= 1;
    if (budget < 0) {
      kit.limit = "budget";
      throw new TypeError("the script asked for too many invented values");
    }
  };

  // "registration.result" for `result` of the object on path "registration"; globals start with
  // "self".
  kit.pathTo = function (state, name) {
    if (state.path === "") return name;
    return `${state.path ?? (state.object === kit.global ? "self" : state.entry.name)}.${name}`;
  };

  kit.isChoice = (type, member) =>
    type[0] === "enum" || (type[0] === "?" && type[1][0] === "enum") || member in settings.outcomes;

  // Whether the last step of a path occurs in it so often that a chain of equal steps is to end.
  kit.isLong = function (path, most) {
    const steps = kit.split(path, ".");
    let count = 0;
    for (let i = 0; i < steps.length; i += 1) if (steps[i] === steps[steps.length - 1]) count += 1;
    return count > most;
  };

  const ELEMENTS = { __proto__: null, Element: 1, Node: 1 };
  function instance(name, path) {
    const entry = kit.interface(ELEMENTS[name] === 1 ? "HTMLElement" : name);
    if (entry === undefined || entry.kind !== "i") return kit.stub(path);
    kit.spend();
    return kit.make(kit.line(`>${entry.name}`) === undefined ? entry : kit.likely(entry), path)
      .object;
  }

  const decides = settings.decides && kit.mayDecide;

  // A value of the type, without recording the assumption.
  kit.benign = (type, path, member) =>
    decides ? kit.decide(type, path, () => usual(type, path, member)) : usual(type, path, member);

  function usual(type, path, member) {
    switch (typeof type === "string" ? type : type[0]) {
      case "undefined":
        return undefined;
      case "boolean":
        return false;
      case "DOMString":
      case "USVString":
      case "ByteString":
        if (kit.spells("parse")) kit.softenParse(path);
        return kit.test(ADDRESS, path) ? settings.url : "";
      case "interface":
        return instance(type[1], path);
      case "enum":
        return kit.choose(path, kit.definition(type[1]));
      case "?": {
        const { 0: inner } = type[1];
        const ends = inner === "interface" || inner === "union";
        const isNull = inner === "listener" || (ends && kit.isLong(path, LONGEST_CHAIN));
        return isNull ? null : kit.benign(type[1], path, member);
      }
      case "promise": {
        const result = kit.benign(type[1], path, member);
        return new kit.Promise((resolve) => resolve(result));
      }
      default:
        return kit.benignOther(type, path, member);
    }
  }

  // A benign value of the type for `member` ("Interface.name"), reached on `path`.
  kit.invent = function (type, path, member) {
    const outcomes = settings.outcomes[member];
    if (outcomes !== undefined) {
      kit.assume(`${member}: one of ${kit.quote(outcomes)}`);
      return kit.choose(path, outcomes);
    }
    if (type !== "undefined" && !(type[0] === "promise" && type[1] === "undefined")) {
      kit.assume(`${member}: ${kit.typeText(type)}`);
    }
    return kit.benign(type, path, member);
  };

  // The type as Web IDL spells it.
  kit.typeText = function (type) {
    if (typeof type === "string") return type;
    const inner = type.length > 1 ? kit.typeText(type[1]) : "";
    switch (type[0]) {
      case "?":
        return `${inner}?`;
      case "promise":
        return `Promise<${inner}>`;
      case "sequence":
        return `sequence<${inner}>`;
      case "frozen":
        return `FrozenArray<${inner}>`;
      case "union":
        return "union";
      default:
        return inner;
    }
  };

  // The result of an operation. Functions among the arguments are called once, later, as a task.
  kit.inventResult = function (state, row, given, member) {
    const path = kit.pathTo(state, `${row[1]}()`);
    const { params, values, result } = given;
    // What is asked again and again, such as the next node, comes to its end.
    if (values.length === 1 && result[0] === "?") {
      state.asked ??= { __proto__: null };
      state.asked[row[1]] = (state.asked[row[1]] ?? 0) + 1;
      if (state.asked[row[1]] > LONGEST_CHAIN) return null;
    }
    for (let i = 0; i < params.length; i += 1) {
      if (typeof values[i + 1] === "function")
        kit.callLater(values[i + 1], params[i][1], path, member);
    }
    return kit.invent(result, path, member);
  };
});
