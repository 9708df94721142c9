// Arguments of calls, and conversion of the common types.
// https://webidl.spec.whatwg.org/#js-type-mapping How types are coded: mdnkit/model/type_code.py
(function (kit) {
  "use strict";
  const { TypeError } = kit;

  // The IDL value of `value`; `where` names the argument or member in the messages of TypeErrors.
  kit.convert = function (value, type, where) {
    switch (typeof type === "string" ? type : type[0]) {
      case "any":
        return value;
      case "DOMString":
        return `${value}`;
      case "USVString":
        return kit.toWellFormed(`${value}`);
      case "boolean":
        return !!value;
      case "?":
        return value === null || value === undefined ? null : kit.convert(value, type[1], where);
      case "interface": {
        const state = kit.stateOf(value);
        if (state !== undefined && type[1] in state.entry.up) return value;
        return kit.convertStub(state, type, where);
      }
      case "callback":
        if (typeof value === "function") return value;
        if (!kit.definition(type[1]).n) throw new TypeError(`${where} is not a function`);
        return typeof value === "object" ? value : null;
      case "listener":
        if ((typeof value !== "object" || value === null) && typeof value !== "function") {
          throw new TypeError(`${where} is not a function or an object`);
        }
        return value;
      case "enum": {
        const text = `${value}`;
        if (kit.listIndex(kit.definition(type[1]), text) >= 0) return text;
        throw new TypeError(`${where}: "${text}" is not a value of ${type[1]}`);
      }
      case "promise":
        return new kit.Promise((resolve) => resolve(value));
      case "union":
      case "dictionary":
      case "sequence":
      case "frozen":
      case "async":
      case "record":
      case "handler":
        return kit.convertComposite(value, type, where);
      default:
        return kit.convertOther(value, type, where);
    }
  };

  // The arguments of a call as IDL values, from index 1 on (index 0 is for the state of `this`),
  // with the parameters and the result type of the overload that they select.
  kit.arguments = function (overloads, args, where) {
    const least = kit.required(overloads);
    if (args.length < least) {
      const asked = least === 1 ? "1 argument is" : `${least} arguments are`;
      throw new TypeError(`${where}: ${asked} required, but only ${args.length} present`);
    }
    const chosen = overloads.length === 1 ? overloads[0] : kit.overload(overloads, args, where);
    const params = chosen[0];
    const values = [undefined];
    for (let i = 0; i < params.length; i += 1) {
      const { 1: type, 2: kind, 3: fallback } = params[i];
      const end = kind === 2 ? args.length : i + 1;
      for (let at = i; at < end; at += 1) {
        const value = args[at];
        if (value !== undefined || kind !== 1) {
          kit.push(values, kit.convert(value, type, `${where}: argument ${at + 1}`));
        } else {
          // Behaviour takes undefined for the empty dictionary that a union may default to.
          const isAbsent =
            fallback === undefined || (type[0] === "union" && typeof fallback === "object");
          kit.push(values, isAbsent ? undefined : kit.convert(fallback, type, where));
        }
      }
    }
    return { params, values, result: chosen[1] };
  };
});
