// The recorder: what the script does, in order, as JSON text. It calls nothing that a script can
// replace and reads no accessor. Values that are not plain JSON are objects with "$".
(function (kit) {
  "use strict";
  const { quote, settings } = kit;
  const LONGEST = 300;
  let entries = "";
  let count = 0;
  let identities = 0;

  kit.shortText = (value) =>
    quote(value.length > LONGEST ? `${kit.slice(value, 0, LONGEST)}\u2026` : value);

  // The own name of a proxy can throw.
  function briefFunction(value) {
    kit.quiet += 1;
    try {
      const name = kit.descriptor(value, "name")?.value;
      const isNamed = typeof name === "string" && name !== "";
      return isNamed ? `{"$":"function","name":${kit.shortText(name)}}` : '{"$":"function"}';
    } catch {
      return '{"$":"function"}';
    } finally {
      kit.quiet -= 1;
    }
  }

  // A short JSON text of any value; `depth` is how far it is inside others.
  kit.brief = function (value, depth) {
    if (typeof value === "string") return kit.shortText(value);
    if (typeof value === "boolean" || value === null) return `${value}`;
    if (typeof value === "number" && value - value === 0) return quote(value);
    const state = kit.stateOf(value);
    if (state === undefined) {
      return typeof value === "function" ? briefFunction(value) : kit.briefValue(value, depth ?? 0);
    }
    if (state.id === undefined) state.id = identities += 1;
    const more = state.brief === undefined ? "" : `,"value":${kit.shortText(state.brief)}`;
    return `{"$":${quote(state.entry.name)},"id":${state.id}${more}}`;
  };

  // One step of the script; `on` names the interface of the object that a listener is added to.
  kit.record = function (op, member, values, on) {
    if (kit.quiet > 0) return;
    count += 1;
    if (count > settings.entries) return;
    let told = "";
    for (let i = 0; i < values.length; i += 1) told += (i === 0 ? "" : ",") + kit.brief(values[i]);
    const where = on === undefined ? "" : `,"on":${quote(on)}`;
    if (entries !== "") entries += ",";
    entries += `{"op":"${op}","member":${quote(member)},"args":[${told}]${where}}`;
  };

  // Engines read the name and the message of an exception that they print: the script did not.
  kit.forgetReads = function () {
    const PRINTED = ["message", "name"];
    for (let i = 0; i < PRINTED.length; i += 1) {
      const read = `{"op":"get","member":"DOMException.${PRINTED[i]}","args":[]}`;
      const at = entries.length - read.length;
      if (at < 0 || kit.slice(entries, at) !== read) continue;
      entries = kit.slice(entries, 0, at === 0 ? 0 : at - 1);
      count -= 1;
    }
  };

  // Hands over what was recorded since the last time, as JSON text.
  kit.take = function () {
    const cut = count > settings.entries;
    const out = `{"entries":[${entries}],"choices":[${kit.choices}],"cut":${cut}}`;
    entries = "";
    kit.choices = "";
    kit.chosen = { __proto__: null };
    count = 0;
    return out;
  };
});
