// Attributes and operations. https://webidl.spec.whatwg.org/#es-attributes
// Rows: ["a", name, type, flags, extra], ["o", name, flags, overloads], and those of member-rare.js.
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const READ_ONLY = 1;
  const STATIC = 2;
  const UNFORGEABLE = 4;
  const SETTABLE = 8 | 32;
  const RARE_ATTRIBUTE = 16 | 64 | 128;
  const RARE_OPERATION = 64 | 128;
  const DEFAULT_JSON = 256;

  // The state of `this`, after the brand check.
  // https://webidl.spec.whatwg.org/#dfn-attribute-getter
  kit.self = function (value, entry, member) {
    const state = kit.stateOf(value === undefined || value === null ? kit.global : value);
    if (state === undefined || !(entry.name in state.entry.up)) {
      throw new TypeError(`Illegal invocation: this is no ${entry.name}, which ${member} needs`);
    }
    return state;
  };

  // The state that stands for the interface object, for static members without behaviour of their
  // own.
  kit.staticState = function (entry) {
    entry.ownState ??= { __proto__: null, entry, values: { __proto__: null }, path: entry.name };
    return entry.ownState;
  };

  // What a promise-returning member does with an exception.
  kit.rejected = (reason) => new kit.Promise((resolve, reject) => reject(reason));

  // The value of an attribute: what behaviour says, what was stored, else an invented one that is
  // kept.
  kit.read = function (state, entry, row) {
    const { 1: name, 2: type, 4: extra } = row;
    if (type[0] === "handler") return kit.handler(state, name, type[1]);
    const behaviour = kit.behaviour(entry, `get ${name}`);
    if (behaviour !== undefined) return behaviour(state);
    const { values } = state;
    // A constructor's dictionary may have a number where the object has an attribute of a class.
    const isOther = type[0] === "interface" && typeof values[name] !== "object";
    if (name in values && !isOther) return values[name];
    if (extra !== undefined && extra.r !== undefined) return kit.reflected(state, row);
    if (name === "length" && entry.exotic?.ig !== undefined) return kit.items(state).length;
    const member = `${entry.name}.${name}`;
    const isAnimated = type[0] === "interface" && kit.indexOf(type[1], "SVGAnimated") === 0;
    const value =
      (isAnimated ? kit.animated(state, name, type[1]) : undefined) ??
      kit.invent(type, kit.pathTo(state, name), member);
    if (!kit.isChoice(type, member)) values[name] = value;
    return value;
  };

  function read(entry, row, thisValue) {
    const member = `${entry.name}.${row[1]}`;
    const state = kit.self(thisValue, entry, member);
    kit.record("get", member, []);
    return kit.read(state, entry, row);
  }

  // The accessors of an ordinary attribute.
  kit.accessors = function (entry, row) {
    const { 1: name, 2: type } = row;
    const isPromise = type[0] === "promise";
    const object = {
      get [name]() {
        if (!isPromise) return read(entry, row, this);
        try {
          return read(entry, row, this);
        } catch (error) {
          return kit.rejected(error);
        }
      },
      set [name](value) {
        kit.write(entry, row, this, value);
      },
    };
    return kit.descriptor(object, name);
  };

  // [Replaceable], [LegacyLenientSetter] and [PutForwards] give read-only attributes a setter.
  kit.isSettable = (row) =>
    !(row[3] & READ_ONLY) || (row[3] & SETTABLE) !== 0 || row[4]?.f !== undefined;

  function attribute(entry, target, row) {
    const flags = row[3];
    if (flags & (RARE_ATTRIBUTE | STATIC) || entry.kind === "n") {
      kit.rareAttribute(entry, target, row);
      return;
    }
    const { get, set } = kit.accessors(entry, row);
    kit.define(target, row[1], {
      __proto__: null,
      get,
      set: kit.isSettable(row) ? set : undefined,
      enumerable: true,
      configurable: !(flags & UNFORGEABLE),
    });
  }

  // The least number of arguments that any overload needs.
  kit.required = function (overloads) {
    let least = -1;
    for (let i = 0; i < overloads.length; i += 1) {
      const params = overloads[i][0];
      let count = 0;
      while (count < params.length && !params[count][2]) count += 1;
      if (least < 0 || count < least) least = count;
    }
    return least;
  };

  function recordCall(entry, name, member, values, state) {
    if (entry.name !== "EventTarget") kit.record("call", member, values);
    else if (name === "addEventListener") kit.record("listen", member, values, state.entry.name);
    else kit.record(name === "dispatchEvent" ? "fire" : "call", member, values, state.entry.name);
  }

  function run(entry, row, thisValue, args) {
    const { 1: name, 2: flags, 3: overloads } = row;
    const member = `${entry.name}.${name}`;
    const isStatic = flags & STATIC || entry.kind === "n";
    const state = isStatic ? kit.staticState(entry) : kit.self(thisValue, entry, member);
    let given;
    try {
      given = kit.arguments(overloads, args, member);
    } catch (error) {
      kit.record("call", member, args);
      throw error;
    }
    if (entry.name !== "console") {
      recordCall(entry, name, member, kit.sliceList(given.values, 1, 1 + args.length), state);
    }
    const behaviour = kit.behaviour(entry, flags & STATIC ? `static ${name}` : name);
    if (behaviour === undefined) {
      if (entry.exotic?.ig?.[1] === name) return kit.itemAt(state, given.values[1]);
      if (flags & DEFAULT_JSON) return kit.defaultJson(state);
      return kit.inventResult(state, row, given, member);
    }
    given.values[0] = state;
    return kit.apply(behaviour, given, given.values);
  }

  function operation(entry, target, row) {
    const { 1: name, 2: flags, 3: overloads } = row;
    const isPromise = overloads[0][1][0] === "promise";
    const method = {
      [name](...args) {
        if (!isPromise) return run(entry, row, this, args);
        try {
          return run(entry, row, this, args);
        } catch (error) {
          return kit.rejected(error);
        }
      },
    }[name];
    kit.data(method, "length", kit.required(overloads), kit.SEALED);
    kit.data(target, name, method, flags & UNFORGEABLE ? kit.FIXED : kit.OPEN);
    if (flags & RARE_OPERATION) kit.rareOperation(entry, target, row, method);
  }

  // Defines a member on the prototype or the global object; statics, constants and what every
  // instance has for itself wait until their place exists.
  kit.member = function (entry, target, row) {
    const kind = row[0];
    const flags = kind === "a" ? row[3] : kind === "o" ? row[2] : 0;
    if (flags & STATIC || kind === "c") kit.push(entry.statics, row);
    if (flags & STATIC) {
      if (entry.object !== undefined) kit.place(entry, entry.object, row);
    } else if (flags & UNFORGEABLE && !entry.head.g) {
      kit.keepUnforgeable(entry, row);
    } else {
      kit.place(entry, target, row);
    }
  };

  kit.place = function (entry, target, row) {
    if (row[0] === "a") attribute(entry, target, row);
    else if (row[0] === "o") operation(entry, target, row);
    else kit.rareMember(entry, target, row);
  };
});
