// What every context starts from. Facts, behaviour and settings arrive as texts and are read when
// first needed: compiling is what a context costs, so what most scripts use is kept apart from what
// few use. All files keep their own references to the built-ins, because a script may replace
// them.
(function (index, facts, places, areas, settingsText, encodings) {
  "use strict";
  const { apply } = Reflect;
  const { bind, call } = Function.prototype;
  const uncurry = (method) => apply(bind, call, [method]);
  const padEnd = uncurry(String.prototype.padEnd);
  const indexOf = uncurry(String.prototype.indexOf);
  const slice = uncurry(String.prototype.slice);
  const exec = uncurry(RegExp.prototype.exec);
  const evaluate = globalThis.eval;
  const parse = JSON.parse;
  const settings = parse(settingsText);

  // A private field stamped on an object holds the model's state of it: scripts can neither see nor
  // forge it.
  class Stamp {
    constructor(object) {
      return object;
    }
  }
  class State extends Stamp {
    #state;
    constructor(object, state) {
      super(object);
      this.#state = state;
    }
    static of(object) {
      return #state in object ? object.#state : undefined;
    }
  }
  const stateOf = State.of;
  // A set of texts: looking a name up in it makes no atom of the engine, as a property would.
  const words = new Set(settings.words);
  const hasWord = uncurry(Set.prototype.has);

  const { width, placeWidth } = settings;
  const NUMBER = 8;

  // Where the value of a key begins in a text of sorted keys, padded to a width, each with a value of
  // a number of letters; -1 for none.
  function search(text, key, keyWidth, valueWidth) {
    const wanted = padEnd(key, keyWidth);
    const whole = keyWidth + valueWidth;
    let low = 0;
    let high = text.length / whole;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = middle * whole;
      const found = slice(text, at, at + keyWidth);
      if (found === wanted) return at + keyWidth;
      if (found < wanted) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  // The value of `key` in a short text of `;key=value;`, or undefined.
  function find(text, key) {
    const wanted = `;${key}=`;
    const at = indexOf(text, wanted);
    if (at < 0) return undefined;
    const start = at + wanted.length;
    return slice(text, start, indexOf(text, ";", start));
  }

  // What a file offers as `kit.name` is loaded when that name is first asked for.
  const offered = new Proxy(
    { __proto__: null },
    {
      __proto__: null,
      get(target, name) {
        return loadPlace(name) ? kit[name] : undefined;
      },
    },
  );

  const kit = {
    __proto__: offered,
    global: globalThis,
    settings,
    encodings,
    uncurry,
    exec,
    test: (pattern, text) => exec(pattern, text) !== null,
    evaluate,
    indexOf,
    slice,
    split: uncurry(String.prototype.split),
    parse,
    quote: JSON.stringify,
    apply,
    bind,
    construct: Reflect.construct,
    getOn: Reflect.get,
    setOn: Reflect.set,
    create: Object.create,
    define: Reflect.defineProperty,
    deleteOn: Reflect.deleteProperty,
    ownKeys: Reflect.ownKeys,
    prototypeOf: Reflect.getPrototypeOf,
    setPrototype: Reflect.setPrototypeOf,
    listIndex: uncurry(Array.prototype.indexOf),
    sliceList: uncurry(Array.prototype.slice),
    symbolText: uncurry(Symbol.prototype.toString),
    toWellFormed: uncurry(String.prototype.toWellFormed),
    then: uncurry(Promise.prototype.then),
    JSON,
    Object,
    String,
    Array,
    Math,
    Symbol,
    Error,
    TypeError,
    RangeError,
    ReferenceError,
    Promise,
    Proxy,
    Map,
    Set,
    Date,
    ArrayBuffer,
    Uint8Array,
    // While this is above zero the model itself is at work, and nothing is recorded.
    quiet: 0,
    // Milliseconds since the page began to load; timers move it.
    clock: 100,
    // What the script is at: "load", or the type of the event that is fired.
    phase: "load",
    // Whether the event of the plan is being handled, so that what is read is a choice of the plan.
    handling: false,
    // Errors that were made, handled or not: { value, phase, place, reported }, and the last of
    // them.
    errors: [],
    lastNote: undefined,
    // Set once there is a shadow tree, a custom element, an observer of a tree.
    hasShadow: false,
    isObserved: false,
    elementsDefined: false,
    tasks: [],
    listened: [],
    // Set once an exception was reported, and once values became opaque; why the run is to stop.
    failed: false,
    softened: false,
    limit: "",
    lastThrown: undefined,
    thrown: undefined,
    // Whether the engine makes the stack of an error when it is first read only.
    stacksAreLate: false,
    probing: false,
    // Where the engine does not let go of the prototypes of the global object: these, the last first.
    chain: undefined,
    // What was chosen and what was assumed since it was last taken, as JSON.
    choices: "",
    // What the plan gives for the whole run; what it gives for an event comes before it.
    first: settings.given,
    chosen: { __proto__: null },
    assumptions: "",
    // The modules that were imported and are not at hand, as JSON.
    modules: "",
    // The place in the script that throws, for errors that tell of none, and whether the script does
    // not even parse.
    firstLine: 0,
    firstColumn: 1,
    isParsing: false,
    // Attributes of data properties: enumerable, configurable, writable.
    HIDDEN: 5,
    OPEN: 7,
    FIXED: 2,
    SEALED: 4,
  };

  const { defineProperty } = Reflect;
  // Adds to a list, whatever the script may have put on the prototypes of lists.
  kit.push = function (list, value) {
    defineProperty(list, list.length, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  };

  // Whether the script spells a name.
  kit.spells = (name) => hasWord(words, name);

  const { getOwnPropertyDescriptor, setPrototypeOf } = Reflect;
  setPrototypeOf(kit.first, null);
  // An own property's descriptor, without what the script may have put on Object.prototype.
  kit.descriptor = function (object, key) {
    const found = getOwnPropertyDescriptor(object, key);
    if (found !== undefined) setPrototypeOf(found, null);
    return found;
  };

  // The state of a platform object, or undefined for every other value.
  kit.stateOf = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function"
      ? stateOf(value)
      : undefined;

  kit.stamp = function (object, state) {
    state.object = object;
    new State(object, state);
    return object;
  };

  // Where the line of a definition begins, or -1.
  function startOf(name) {
    const at = search(index, name, width, NUMBER);
    return at < 0 ? at : +slice(index, at, at + NUMBER);
  }

  // The line of a definition; undefined when the scope has none of that name.
  kit.line = function (name) {
    const start = startOf(name);
    return start < 0 ? undefined : slice(facts, start, indexOf(facts, "\n", start));
  };

  // The line of an interface in parts: its kind, its head, the names of its members, and a function
  // that gives the n-th member. Offsets of members have six digits; there is one more for the end.
  kit.parts = function (name) {
    const start = startOf(name);
    if (start < 0 || indexOf("ink", facts[start]) < 0) return undefined;
    const headEnd = indexOf(facts, "\t", start + 2);
    const namesEnd = indexOf(facts, "\t", headEnd + 1);
    const offsets = namesEnd + 1;
    const first = indexOf(facts, "\t", offsets) + 1;
    const offset = (n) => first + +slice(facts, offsets + 6 * n, offsets + 6 * n + 6);
    return {
      kind: facts[start],
      head: parse(slice(facts, start + 2, headEnd)),
      names: slice(facts, headEnd + 1, namesEnd),
      row: (n) => parse(slice(facts, offset(n), offset(n + 1) - 1)),
    };
  };

  const read = { __proto__: null };
  // The JSON of a dictionary, an enumeration or a callback; undefined when there is none of that
  // name.
  kit.definition = function (name) {
    if (!(name in read)) {
      const line = kit.line(name);
      read[name] = line === undefined ? undefined : parse(slice(line, 2));
    }
    return read[name];
  };

  const behaviours = { __proto__: null };
  // Adds what an interface does. Keys: "name" (operation), "static name", "get name", "set name",
  // "new" (constructor), and what single files ask for. The position of the keys in the file
  // matters: the index of behaviour is read from it.
  kit.behave = function (name, table) {
    const known = behaviours[name] ?? (behaviours[name] = { __proto__: null });
    const keys = kit.ownKeys(table);
    for (let i = 0; i < keys.length; i += 1) known[keys[i]] = table[keys[i]];
  };

  const loaded = { __proto__: null };
  // Evaluates, once, the file of behaviour that offers `kit.name`, or "/name" itself: `places` says
  // where in the text of all files it begins and ends. Returns whether there is one.
  function loadPlace(name) {
    const at = typeof name === "string" ? search(places, name, placeWidth, 2 * NUMBER) : -1;
    if (at < 0) return false;
    const start = slice(places, at, at + NUMBER);
    if (loaded[start]) return true;
    loaded[start] = true;
    evaluate(slice(areas, +start, +slice(places, at + NUMBER, at + 2 * NUMBER)))(kit);
    return true;
  }
  kit.load = (file) => loadPlace(`/${file}`);

  // The behaviour `key` that `entry` itself declares, or undefined. Where it is, the facts say: a
  // file and a name, which is a mixin's where it is the mixin's behaviour.
  kit.behaviour = function (entry, key) {
    const places = entry.head.b;
    const place = places === undefined ? undefined : find(places, key);
    if (place === undefined) return undefined;
    const space = indexOf(place, " ");
    kit.load(slice(place, 0, space));
    return behaviours[slice(place, space + 1)][key];
  };

  // The behaviour `key` of the nearest interface of the chain that has it.
  kit.inherited = function (entry, key) {
    for (let at = entry; at !== null; at = at.parent) {
      const found = kit.behaviour(at, key);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  // It must have the built-ins before a script replaces them.
  if (settings.print) kit.load("console-text");
  return kit.start();
});
