// Overload resolution. https://webidl.spec.whatwg.org/#js-overloads
(function (kit) {
  "use strict";

  function accepts(overload, count) {
    const params = overload[0];
    const last = params[params.length - 1];
    let least = 0;
    while (least < params.length && !params[least][2]) least += 1;
    return count >= least && (count <= params.length || (last !== undefined && last[2] === 2));
  }

  const typeAt = (overload, index) => {
    const params = overload[0];
    return index < params.length ? params[index][1] : params[params.length - 1]?.[1];
  };

  // The first index at which the candidates differ in type.
  function distinguishing(candidates, count) {
    for (let at = 0; at < count; at += 1) {
      const first = kit.quote(typeAt(candidates[0], at));
      for (let i = 1; i < candidates.length; i += 1) {
        if (kit.quote(typeAt(candidates[i], at)) !== first) return at;
      }
    }
    return -1;
  }

  function choose(candidates, args, at) {
    const union = ["u"];
    for (let i = 0; i < candidates.length; i += 1) {
      if (args[at] === undefined && candidates[i][0][at]?.[2] === 1) return candidates[i];
      union[i + 1] = typeAt(candidates[i], at);
    }
    const member = kit.unionMember(args[at], union);
    if (member === undefined) return undefined;
    const wanted = kit.quote(member);
    for (let i = 0; i < candidates.length; i += 1) {
      const type = typeAt(candidates[i], at);
      const matches = kit.quote(type) === wanted || kit.indexOf(kit.quote(type), wanted) >= 0;
      if (matches) return candidates[i];
    }
    for (let i = 0; i < candidates.length; i += 1) {
      if (typeAt(candidates[i], at)[0] === "?") return candidates[i];
    }
    return undefined;
  }

  // The [parameters, result] of the overload that the arguments select.
  kit.overload = function (overloads, args, where) {
    let longest = 0;
    for (let i = 0; i < overloads.length; i += 1) {
      const { length } = overloads[i][0];
      if (length > longest) longest = length;
    }
    const count = args.length < longest ? args.length : longest;
    if (count < kit.required(overloads)) return overloads[0];
    const candidates = [];
    for (let i = 0; i < overloads.length; i += 1) {
      if (accepts(overloads[i], count)) kit.push(candidates, overloads[i]);
    }
    if (candidates.length === 0) {
      throw new kit.TypeError(`${where}: no form of it takes ${args.length} arguments`);
    }
    const at = candidates.length === 1 ? -1 : distinguishing(candidates, count);
    if (at < 0) return candidates[0];
    const found = choose(candidates, args, at);
    if (found === undefined) {
      throw new kit.TypeError(`${where}: argument ${at + 1} fits none of the possible types`);
    }
    return found;
  };
});
