// Benign values of the rarer types, opaque values of type any, and callbacks that are called once.
(function (kit) {
  "use strict";
  const LONGEST_PATH = 200;
  const MOST_PIECES = 2;

  const reads = { __proto__: null };
  // Whether what is read piece by piece on a path is over: after a few pieces.
  function isOver(path) {
    reads[path] = (reads[path] ?? 0) + 1;
    return reads[path] > MOST_PIECES;
  }

  function dictionary(name, path) {
    const out = {};
    const members = kit.dictionaryMembers(name);
    for (let i = 0; i < members.length; i += 1) {
      const { 0: key, 1: type } = members[i];
      const inner = `${path}.${key}`;
      const isDeep = kit.isLong(inner, 1) || kit.split(inner, ".").length > 6;
      if (key === "done") out[key] = isOver(path);
      else if (!isDeep) out[key] = kit.benign(type, inner, `${name}.${key}`);
    }
    return out;
  }

  function callback(name, path) {
    const found = kit.interface(name) === undefined ? kit.definition(name) : undefined;
    return function () {
      kit.record("call", name, []);
      return found?.t === undefined ? undefined : kit.benign(found.t, `${path}()`, name);
    };
  }

  function builtIn(type, path) {
    const made = type[0] >= "A" && type[0] <= "Z" ? kit.global[type] : undefined;
    if (typeof made !== "function") return type[0] >= "A" && type[0] <= "Z" ? kit.stub(path) : 0;
    return type === "DataView" ? new made(new kit.ArrayBuffer(0)) : new made(0);
  }

  function union(types, path, member) {
    for (let i = 1; i < types.length; i += 1) {
      if (types[i] !== "undefined") return kit.benign(types[i], path, member);
    }
    return undefined;
  }

  kit.benignOther = function (type, path, member) {
    switch (typeof type === "string" ? type : type[0]) {
      case "any":
      case "object":
        return kit.stub(path);
      case "symbol":
        return kit.Symbol();
      case "bigint":
        return kit.bigInt(0);
      case "sequence":
      case "async":
        return [kit.benign(type[1], `${path}[0]`, member)];
      case "frozen":
        return kit.Object.freeze([kit.benign(type[1], `${path}[0]`, member)]);
      case "record":
        return {};
      case "union":
        return union(type, path, member);
      case "with":
        return kit.benign(type[1], path, member);
      case "dictionary":
        return dictionary(type[1], path);
      case "callback":
      case "listener":
      case "handler":
        return callback(type[1], path);
      default:
        return builtIn(type, path);
    }
  };

  const sourceOf = kit.uncurry(kit.prototypeOf(function () {}).toString);
  const isClass = (value) => kit.slice(sourceOf(value), 0, 6) === "class ";

  // Calls a function that was passed to an operation without behaviour, once and as a task, with
  // benign arguments.
  kit.callLater = function (callback, type, path, member) {
    const { 0: tag, 1: name } = type[0] === "?" ? type[1] : type;
    const found = tag === "callback" ? kit.definition(name) : undefined;
    if (found === undefined || found.a === undefined || isClass(callback)) return;
    kit.assume(`${member}: the callback is called once`);
    kit.queueTask(function () {
      const args = [];
      for (let i = 0; i < found.a.length && found.a[i][2] !== 2; i += 1) {
        args[i] = kit.benign(found.a[i][1], `${path}:${found.a[i][0]}`, name);
      }
      kit.invoke(callback, undefined, args);
    });
  };

  // The properties of an opaque value that the language itself asks for.
  function known(path, key) {
    if (key === kit.Symbol.toPrimitive) return () => "";
    if (key !== kit.Symbol.iterator) return undefined;
    return function () {
      let done = false;
      return {
        next() {
          const step = done ? { value: undefined, done } : { value: kit.stub(`${path}[0]`), done };
          done = true;
          return step;
        },
      };
    };
  }

  // JSON.parse of an opaque value, or of an empty text where texts were invented, gives an opaque
  // value.
  kit.softenParse = function (path) {
    if (kit.softened) return;
    kit.softened = true;
    const { JSON } = kit;
    const parse = {
      parse(text, reviver) {
        if (kit.stateOf(text)?.stub || text === "") {
          kit.assume("JSON.parse: an invented text stands for any value");
          return kit.stub(`JSON.parse(${path})`);
        }
        return kit.apply(kit.parse, undefined, [text, reviver]);
      },
    }.parse;
    kit.data(JSON, "parse", parse, kit.HIDDEN);
  };

  // An opaque value of type any: every property is another one, and it can be called. It counts
  // against the budget.
  kit.stub = function (path) {
    kit.softenParse(path);
    const children = { __proto__: null };
    const longer = (name) => (path.length > LONGEST_PATH ? path : `${path}.${name}`);
    function child(name) {
      if (!(name in children)) children[name] = kit.benign("any", longer(name), "any");
      return children[name];
    }
    const result = (op, args) => {
      kit.record(op, path, args);
      if (!("()" in children)) {
        children["()"] = kit.benign("any", path.length > LONGEST_PATH ? path : `${path}()`, "any");
      }
      return children["()"];
    };
    const handler = {
      __proto__: null,
      get(target, key) {
        kit.spend();
        if (typeof key === "symbol") return known(path, key);
        if (key === "length") return 1;
        return key === "then" || key === "toJSON" ? undefined : child(key);
      },
      set(target, key, value) {
        if (typeof key === "string") {
          kit.record("set", longer(key), [value]);
          children[key] = value;
        }
        return true;
      },
      has: () => true,
      apply: (target, self, args) => result("call", args),
      construct: (target, args) => result("new", args),
      getOwnPropertyDescriptor: () => undefined,
      ownKeys: () => [],
      deleteProperty: () => true,
      defineProperty: () => true,
      getPrototypeOf: () => kit.Object.prototype,
    };
    // A bound function can be called and constructed and has no property that a proxy would have to
    // show.
    const object = new kit.Proxy(
      kit.apply(kit.bind, function () {}, []),
      handler,
    );
    const entry = { __proto__: null, name: "any", up: { __proto__: null } };
    return kit.stamp(object, { __proto__: null, stub: true, path, entry, id: 0 });
  };
});
