// Setters of attributes. https://webidl.spec.whatwg.org/#dfn-attribute-setter
(function (kit) {
  "use strict";
  const READ_ONLY = 1;
  const STATIC = 2;
  const REPLACEABLE = 8;

  // What the setter of an attribute does.
  kit.write = function (entry, row, thisValue, value) {
    const { 1: name, 2: type, 3: flags } = row;
    const member = `${entry.name}.${name}`;
    const state = flags & STATIC ? kit.staticState(entry) : kit.self(thisValue, entry, member);
    if (flags & READ_ONLY) {
      writeReadOnly(state, row, member, value);
    } else if (type[0] === "handler") {
      kit.setHandler(state, name, type[1], value, member);
    } else {
      // https://webidl.spec.whatwg.org/#dfn-attribute-setter: a value that an enumeration lacks is
      // ignored.
      if (type[0] === "enum" && kit.listIndex(kit.definition(type[1]), `${value}`) < 0) return;
      const converted = kit.convert(value, type, member);
      kit.record("set", member, [converted]);
      const behaviour = kit.behaviour(entry, `set ${name}`);
      if (behaviour !== undefined) behaviour(state, converted);
      else if (row[4]?.r !== undefined) kit.reflect(state, row, converted);
      else state.values[name] = converted;
    }
  };

  // [Replaceable], [PutForwards] and [LegacyLenientSetter] give read-only attributes a setter.
  function writeReadOnly(state, row, member, value) {
    const { 1: name, 3: flags, 4: extra } = row;
    if (flags & REPLACEABLE) {
      kit.record("set", member, [value]);
      kit.data(state.object, name, value, kit.OPEN);
    } else if (extra?.f !== undefined) {
      const target = kit.stateOf(kit.read(state, kit.ownerOf(state.entry, name), row));
      if (target === undefined) throw new TypeError(`${member} is not an object`);
      kit.record("set", member, [value]);
      kit.setNamed(target, extra.f, value);
    }
  }

  kit.ownerOf = function (entry, name) {
    for (let at = entry; at !== null; at = at.parent) {
      if (kit.behaviour(at, `get ${name}`) !== undefined) return at;
    }
    return entry;
  };

  // Sets an attribute the way a script would, unrecorded.
  kit.setNamed = function (state, name, value) {
    kit.reveal(state.entry, name);
    kit.quiet += 1;
    try {
      state.object[name] = value;
    } finally {
      kit.quiet -= 1;
    }
  };
});
