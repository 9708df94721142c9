// Domains in ASCII. https://url.spec.whatwg.org/#concept-domain-to-ascii, which is ToASCII of
// https://www.unicode.org/reports/tr46/ with CheckHyphens, UseSTD3ASCIIRules and VerifyDnsLength false.
(function (kit) {
  "use strict";
  const { floor } = kit.Math;
  const { test } = kit;
  const normalize = kit.uncurry(kit.String.prototype.normalize);
  const codeAt = kit.uncurry(kit.String.prototype.codePointAt);
  const { fromCodePoint } = kit.String;
  const mapGet = kit.uncurry(kit.Map.prototype.get);
  const mapSet = kit.uncurry(kit.Map.prototype.set);
  const mapHas = kit.uncurry(kit.Map.prototype.has);

  const isAscii = (text) => test(/^[\0-\x7f]*$/, text);
  const hex = (text) => +`0x${text}`;

  // Ranges of code points as a list of first and last ones, in order.
  function ranges(text) {
    const list = [];
    const entries = kit.split(text, " ");
    for (let i = 0; i < entries.length; i += 1) {
      const { 0: first, 1: last } = kit.split(entries[i], "-");
      kit.push(list, hex(first));
      kit.push(list, hex(last ?? first));
    }
    return list;
  }

  function isIn(list, code) {
    let low = 0;
    let high = list.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (code > list[2 * middle + 1]) low = middle + 1;
      else high = middle;
    }
    return low < list.length / 2 && code >= list[2 * low];
  }

  // What mapped code points become.
  function mappings(text) {
    const found = new kit.Map();
    const entries = kit.split(text, " ");
    for (let i = 0; i < entries.length; i += 1) {
      const { 0: source, 1: target } = kit.split(entries[i], "=");
      const stride = kit.indexOf(source, "/") < 0 ? 1 : 2;
      const { 0: first, 1: count } = kit.split(source, stride === 1 ? "*" : "/");
      const codes = kit.split(target, ",");
      if (count === undefined) {
        let out = "";
        for (let k = 0; k < codes.length; k += 1) out += fromCodePoint(hex(codes[k]));
        mapSet(found, hex(first), out);
      } else {
        for (let k = 0; k < hex(count) * stride; k += stride) {
          mapSet(found, hex(first) + k, fromCodePoint(hex(target) + k));
        }
      }
    }
    return found;
  }

  let known;
  // The mapping table, read when first needed. https://www.unicode.org/reports/tr46/#IDNA_Mapping_Table
  function table() {
    if (known === undefined) {
      const { 0: disallowed, 1: ignored, 2: mapped } = kit.split(kit.line("@domains"), "\t");
      known = {
        disallowed: ranges(disallowed),
        ignored: ranges(ignored),
        mapped: mappings(mapped),
      };
    }
    return known;
  }

  function codePoints(text) {
    const codes = [];
    for (let i = 0; i < text.length; i += 1) {
      const code = codeAt(text, i);
      kit.push(codes, code);
      if (code > 0xffff) i += 1;
    }
    return codes;
  }

  // https://www.unicode.org/reports/tr46/#ProcessingStepMap and the next step
  function mapped(domain) {
    const { ignored, mapped: targets } = table();
    const codes = codePoints(domain);
    let out = "";
    for (let i = 0; i < codes.length; i += 1) {
      if (!isIn(ignored, codes[i])) out += mapGet(targets, codes[i]) ?? fromCodePoint(codes[i]);
    }
    return normalize(out, "NFC");
  }

  // https://www.unicode.org/reports/tr46/#Validity_Criteria
  function isValid(label) {
    if (normalize(label, "NFC") !== label || test(/^\p{M}|^xn--|\./u, label)) return false;
    const { disallowed, ignored, mapped: targets } = table();
    const codes = codePoints(label);
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i];
      if (isIn(disallowed, code) || isIn(ignored, code) || mapHas(targets, code)) return false;
    }
    return true;
  }

  // https://www.rfc-editor.org/rfc/rfc3492#section-6.1
  function adapted(delta, points, isFirst) {
    let rest = isFirst ? floor(delta / 700) : floor(delta / 2);
    rest += floor(rest / points);
    let k = 0;
    for (; rest > 455; k += 36) rest = floor(rest / 35);
    return k + floor((36 * rest) / (rest + 38));
  }

  const threshold = (k, bias) => (k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias);

  // https://www.rfc-editor.org/rfc/rfc3492#section-6.3
  function punycode(label) {
    const codes = codePoints(label);
    let out = "";
    for (let i = 0; i < codes.length; i += 1) if (codes[i] < 0x80) out += fromCodePoint(codes[i]);
    const basic = out.length;
    let handled = basic;
    if (basic > 0) out += "-";
    let next = 0x80;
    let delta = 0;
    let bias = 72;
    const digit = (value) => fromCodePoint(value < 26 ? value + 97 : value + 22);
    while (handled < codes.length) {
      let least = 0x110000;
      for (let i = 0; i < codes.length; i += 1) {
        if (codes[i] >= next && codes[i] < least) least = codes[i];
      }
      delta += (least - next) * (handled + 1);
      next = least;
      for (let i = 0; i < codes.length; i += 1) {
        if (codes[i] < next) delta += 1;
        if (codes[i] !== next) continue;
        let rest = delta;
        for (let k = 36; ; k += 36) {
          const limit = threshold(k, bias);
          if (rest < limit) break;
          out += digit(limit + ((rest - limit) % (36 - limit)));
          rest = floor((rest - limit) / (36 - limit));
        }
        out += digit(rest);
        bias = adapted(delta, handled + 1, handled === basic);
        delta = 0;
        handled += 1;
      }
      delta += 1;
      next += 1;
    }
    return out;
  }

  // The text that a lower-case label spells in Punycode, or undefined.
  // https://www.rfc-editor.org/rfc/rfc3492#section-6.2
  function fromPunycode(label) {
    if (!isAscii(label)) return undefined;
    let end = label.length;
    while (end > 0 && label[end - 1] !== "-") end -= 1;
    const codes = end > 1 ? codePoints(kit.slice(label, 0, end - 1)) : [];
    const digits = "abcdefghijklmnopqrstuvwxyz0123456789";
    let at = end;
    let next = 0x80;
    let place = 0;
    let bias = 72;
    while (at < label.length) {
      const before = place;
      let weight = 1;
      for (let k = 36; ; k += 36) {
        const digit = at < label.length ? kit.indexOf(digits, label[at]) : -1;
        if (digit < 0) return undefined;
        at += 1;
        place += digit * weight;
        const limit = threshold(k, bias);
        if (digit < limit) break;
        weight *= 36 - limit;
      }
      bias = adapted(place - before, codes.length + 1, before === 0);
      next += floor(place / (codes.length + 1));
      place %= codes.length + 1;
      if (next > 0x10ffff || (next >= 0xd800 && next <= 0xdfff)) return undefined;
      for (let i = codes.length; i > place; i -= 1) codes[i] = codes[i - 1];
      codes[place] = next;
      place += 1;
    }
    let out = "";
    for (let i = 0; i < codes.length; i += 1) out += fromCodePoint(codes[i]);
    return out;
  }

  // The ASCII form of a label, or undefined where it is not valid.
  function labelToAscii(label) {
    if (kit.indexOf(label, "xn--") === 0) {
      const decoded = fromPunycode(kit.slice(label, 4));
      if (decoded === undefined || isAscii(decoded) || !isValid(decoded)) return undefined;
      return `xn--${punycode(decoded)}`;
    }
    if (isAscii(label)) return label;
    return isValid(label) ? `xn--${punycode(label)}` : undefined;
  }

  // The ASCII form of a domain, or undefined.
  kit.domainToAscii = function (domain) {
    if (isAscii(domain) && !test(/(?:^|\.)xn--/i, domain)) return kit.lower(domain);
    const labels = kit.split(mapped(domain), ".");
    let out = "";
    for (let i = 0; i < labels.length; i += 1) {
      const label = labelToAscii(labels[i]);
      if (label === undefined) return undefined;
      out += (i === 0 ? "" : ".") + label;
    }
    return out;
  };
});
