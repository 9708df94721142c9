// Iterables, maplikes and setlikes. https://webidl.spec.whatwg.org/#idl-iterable, #idl-maplike,
// #idl-setlike Rows: ["I", [value] or [key, value]], ["Y", types], ["M", [key, value], read-only],
// ["S", [value], read-only].
(function (kit) {
  "use strict";
  const { data, Symbol } = kit;
  const arrays = kit.Array.prototype;
  const nativeMap = kit.Map.prototype;
  const arrayIterator = kit.prototypeOf([][Symbol.iterator]());
  const iteratorPrototype = kit.prototypeOf(arrayIterator);
  const own = (name) => kit.uncurry(nativeMap[name]);
  const mapGet = own("get");
  const mapSet = own("set");
  const mapHas = own("has");
  const mapDelete = own("delete");
  const mapClear = own("clear");
  const mapSize = kit.uncurry(kit.descriptor(nativeMap, "size").get);
  const mapEach = own("forEach");

  // The values of a value iterable or of an object with indexed properties: what behaviour says,
  // else one of them.
  kit.items = function (state) {
    const behaviour = kit.inherited(state.entry, "items");
    return behaviour === undefined ? kit.inventedItems(state) : behaviour(state);
  };
  kit.inventedItems = function (state) {
    if (state.items === undefined) {
      const type = kit.itemType(state.entry);
      const path = `${kit.pathTo(state, "")}[0]`;
      state.items = type === undefined ? [] : [kit.invent(type, path, `${state.entry.name}[0]`)];
    }
    return state.items;
  };

  // The pairs of a pair iterable, as [key, value]: what behaviour says, unless it does not know them,
  // else one of them.
  function pairs(state, types) {
    const known = kit.inherited(state.entry, "pairs")?.(state);
    if (known !== undefined) return known;
    if (state.pairs === undefined) {
      const member = `${state.entry.name}.entries`;
      const path = kit.pathTo(state, "entries()[0]");
      kit.assume(`${member}: one pair`);
      state.pairs = [[kit.benign(types[0], path, member), kit.benign(types[1], path, member)]];
    }
    return state.pairs;
  }

  // The entries of a maplike or setlike, in a Map.
  kit.entriesOf = function (state) {
    state.map ??= new kit.Map();
    return state.map;
  };

  function method(target, name, length, run) {
    const made = {
      [name](...args) {
        return run(this, args);
      },
    }[name];
    data(made, "length", length, kit.SEALED);
    data(target, name, made, kit.OPEN);
    return made;
  }

  // https://webidl.spec.whatwg.org/#es-iterator-prototype-object
  function iteratorMaker(entry, list) {
    const states = new WeakMap();
    const find = kit.uncurry(WeakMap.prototype.get);
    const keep = kit.uncurry(WeakMap.prototype.set);
    const proto = kit.create(iteratorPrototype);
    method(proto, "next", 0, (self) => {
      const state = typeof self === "object" && self !== null ? find(states, self) : undefined;
      if (state === undefined) throw new kit.TypeError(`this is no ${entry.name} Iterator`);
      const pair = list(state.target)[state.at];
      state.at += 1;
      if (pair === undefined) return { value: undefined, done: true };
      const { kind } = state;
      return { value: kind === "both" ? [pair[0], pair[1]] : pair[kind], done: false };
    });
    data(proto, Symbol.toStringTag, `${entry.name} Iterator`, kit.SEALED);
    return function (target, kind) {
      const iterator = kit.create(proto);
      keep(states, iterator, { target, kind, at: 0 });
      return iterator;
    };
  }

  function callbackOf(args, where) {
    if (typeof args[0] !== "function") {
      throw new kit.TypeError(`${where}: argument 1 is not a function`);
    }
    return args[0];
  }

  const selfOf = (entry, name) => (value) => kit.self(value, entry, `${entry.name}.${name}`);

  // entries, keys, values, forEach and the iterator over a list of pairs.
  function pairMembers(entry, target, list, defaultName) {
    const iterate = iteratorMaker(entry, list);
    const kinds = { __proto__: null, entries: "both", keys: 0, values: 1 };
    for (const name in kinds) {
      const self = selfOf(entry, name);
      const made = method(target, name, 0, (value) => {
        const state = self(value);
        kit.record("call", `${entry.name}.${name}`, []);
        return iterate(state, kinds[name]);
      });
      if (name === defaultName) data(target, Symbol.iterator, made, kit.HIDDEN);
    }
    method(target, "forEach", 1, (value, args) => {
      const state = selfOf(entry, "forEach")(value);
      const callback = callbackOf(args, `${entry.name}.forEach`);
      kit.record("call", `${entry.name}.forEach`, args);
      for (let i = 0; i < list(state).length; i += 1) {
        const pair = list(state)[i];
        kit.callScript(callback, args[1], [pair[1], pair[0], state.object]);
      }
    });
  }

  function arrayMembers(target) {
    for (const name of ["entries", "keys", "values", "forEach"]) {
      data(target, name, arrays[name], kit.OPEN);
    }
    data(target, Symbol.iterator, arrays.values, kit.HIDDEN);
  }

  const pairsOf = (state) => {
    const list = [];
    mapEach(kit.entriesOf(state), (value, key) => {
      kit.push(list, [key, value]);
    });
    return list;
  };

  function sizeOf(entry, target) {
    const { get } = kit.descriptor(
      {
        get size() {
          return mapSize(kit.entriesOf(selfOf(entry, "size")(this)));
        },
      },
      "size",
    );
    const getter = { __proto__: null, get, set: undefined, enumerable: true, configurable: true };
    kit.define(target, "size", getter);
  }

  // https://webidl.spec.whatwg.org/#es-maplike, https://webidl.spec.whatwg.org/#es-setlike
  function mapMembers(entry, target, { 0: kind, 1: types, 2: readOnly }) {
    const isMap = kind === "M";
    sizeOf(entry, target);
    pairMembers(entry, target, pairsOf, isMap ? "entries" : "values");
    if (!isMap) data(target, "keys", target.values, kit.OPEN);
    const on = (name, length, run) =>
      method(target, name, length, (value, args) => {
        const state = selfOf(entry, name)(value);
        if (args.length < length) {
          throw new kit.TypeError(`${entry.name}.${name}: ${length} arguments are required`);
        }
        const key =
          length > 0 ? kit.convert(args[0], types[0], `${entry.name}.${name}`) : undefined;
        kit.record("call", `${entry.name}.${name}`, args);
        return run(kit.entriesOf(state), key, args, state);
      });
    const owns = (name) => kit.listIndex(entry.names, name) >= 0;
    on("has", 1, mapHas);
    if (isMap) on("get", 1, mapGet);
    if (readOnly) return;
    if (isMap && !owns("set")) {
      on("set", 2, (map, key, args, state) => {
        mapSet(map, key, kit.convert(args[1], types[1], `${entry.name}.set`));
        return state.object;
      });
    }
    if (!isMap && !owns("add")) {
      on("add", 1, (map, key, args, state) => {
        mapSet(map, key, key);
        return state.object;
      });
    }
    if (!owns("delete")) on("delete", 1, mapDelete);
    if (!owns("clear")) on("clear", 0, (map) => mapClear(map));
  }

  // One invented item.
  function inventedSteps(state, type) {
    let done = false;
    return {
      next() {
        const path = kit.pathTo(state, "values()[0]");
        const value = done ? undefined : kit.invent(type, path, `${state.entry.name}[0]`);
        const step = { value, done };
        done = true;
        return new kit.Promise((resolve) => resolve(step));
      },
      return: (value) => new kit.Promise((resolve) => resolve({ value, done: true })),
    };
  }

  // Asynchronous steps run one after the other.
  // https://webidl.spec.whatwg.org/#es-asynchronous-iterator-prototype-object
  function asyncIteratorProto(entry, states) {
    const find = kit.uncurry(WeakMap.prototype.get);
    const asyncGenerator = kit.prototypeOf(async function* () {}.prototype);
    const proto = kit.create(kit.prototypeOf(asyncGenerator));
    const on = (name, length, run) =>
      method(proto, name, length, (self, args) => {
        const state = typeof self === "object" && self !== null ? find(states, self) : undefined;
        if (state === undefined) {
          return kit.rejected(new kit.TypeError(`this is no ${entry.name} AsyncIterator`));
        }
        const step = () => run(state, args[0]);
        const made = state.last === undefined ? step() : kit.then(state.last, step, step);
        state.last = made;
        return made;
      });
    const over = (value) => new kit.Promise((resolve) => resolve({ value, done: true }));
    on("next", 0, (state) => {
      if (state.isOver) return over(undefined);
      const ended = (error) => {
        state.isOver = true;
        throw error;
      };
      return kit.then(
        state.steps.next(),
        (step) => {
          if (step.done) state.isOver = true;
          return step;
        },
        ended,
      );
    });
    on("return", 1, (state, value) => {
      if (state.isOver) return over(value);
      state.isOver = true;
      return state.steps.return(value);
    });
    data(proto, Symbol.toStringTag, `${entry.name} AsyncIterator`, kit.SEALED);
    return proto;
  }

  // https://webidl.spec.whatwg.org/#es-asynchronous-iterable
  function asyncMembers(entry, target, types) {
    const type = types[types.length - 1];
    const states = new WeakMap();
    const keep = kit.uncurry(WeakMap.prototype.set);
    let proto;
    const run = (value, args) => {
      const state = kit.self(value, entry, `${entry.name}[Symbol.asyncIterator]`);
      const behaviour = kit.inherited(entry, "async iterate");
      proto ??= asyncIteratorProto(entry, states);
      const iterator = kit.create(proto);
      const steps = behaviour?.(state, args[0]) ?? inventedSteps(state, type);
      keep(states, iterator, { steps, last: undefined, isOver: false });
      return iterator;
    };
    const name = types.length === 2 ? "entries" : "values";
    const made = method(target, name, 0, run);
    data(target, Symbol.asyncIterator, made, kit.HIDDEN);
    if (types.length === 2) {
      method(target, "keys", 0, run);
      method(target, "values", 0, run);
    }
  }

  kit.collection = function (entry, target, row) {
    const { 0: kind, 1: types } = row;
    if (kind === "Y") asyncMembers(entry, target, types);
    else if (kind !== "I") mapMembers(entry, target, row);
    else if (types.length === 1) arrayMembers(target);
    else pairMembers(entry, target, (state) => pairs(state, types), "entries");
  };
});
