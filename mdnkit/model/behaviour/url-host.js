// Hosts of URLs. https://url.spec.whatwg.org/#host-parsing
(function (kit) {
  "use strict";
  const { floor } = kit.Math;
  const { test } = kit;
  const FORBIDDEN = /[\0\t\n\r #/:<>?@[\\\]^|]/;
  const FORBIDDEN_DOMAIN = /[\0-\x20#%/:<>?@[\\\]^|\x7f]/;

  // https://url.spec.whatwg.org/#ipv4-number-parser
  function number(text) {
    if (text === "") return NaN;
    if (test(/^0x[0-9a-f]*$/i, text)) return text.length === 2 ? 0 : +text;
    if (test(/^0[0-7]+$/, text)) return +`0o${text}`;
    return test(/^(?:0|[1-9][0-9]*)$/, text) ? +text : NaN;
  }

  // https://url.spec.whatwg.org/#ends-in-a-number-checker
  function endsInNumber(host) {
    const parts = kit.split(host, ".");
    if (parts[parts.length - 1] === "") {
      if (parts.length === 1) return false;
      parts.length -= 1;
    }
    const last = parts[parts.length - 1];
    return test(/^[0-9]+$/, last) || test(/^0x[0-9a-f]*$/i, last);
  }

  // https://url.spec.whatwg.org/#concept-ipv4-parser
  function ipv4(host) {
    const parts = kit.split(host, ".");
    if (parts[parts.length - 1] === "" && parts.length > 1) parts.length -= 1;
    if (parts.length > 4) return undefined;
    let address = 0;
    for (let i = 0; i < parts.length; i += 1) {
      const value = number(parts[i]);
      const isLast = i === parts.length - 1;
      const most = isLast ? 256 ** (5 - parts.length) : 256;
      if (!(value < most)) return undefined;
      address += isLast ? value : value * 256 ** (3 - i);
    }
    const bytes = [];
    for (let i = 3; i >= 0; i -= 1) {
      bytes[i] = address % 256;
      address = floor(address / 256);
    }
    return `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}`;
  }

  // The pieces of an address that are written with colons; the last may be an IPv4 address.
  function pieces(text) {
    if (text === "") return [];
    const out = [];
    const parts = kit.split(text, ":");
    for (let i = 0; i < parts.length; i += 1) {
      if (i === parts.length - 1 && kit.indexOf(parts[i], ".") >= 0) {
        if (
          !test(/^(?:(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(?:\.(?!$)|$)){4}$/, parts[i])
        ) {
          return undefined;
        }
        const bytes = kit.split(parts[i], ".");
        kit.push(out, +bytes[0] * 256 + +bytes[1]);
        kit.push(out, +bytes[2] * 256 + +bytes[3]);
      } else {
        if (!test(/^[0-9a-f]{1,4}$/i, parts[i])) return undefined;
        kit.push(out, +`0x${parts[i]}`);
      }
    }
    return out;
  }

  // https://url.spec.whatwg.org/#concept-ipv6-parser
  function ipv6(text) {
    const halves = kit.split(text, "::");
    if (halves.length > 2) return undefined;
    const head = pieces(halves[0]);
    const tail = halves.length === 2 ? pieces(halves[1]) : [];
    if (head === undefined || tail === undefined) return undefined;
    // An IPv4 address may only come at the end.
    if (halves.length === 2 && kit.indexOf(halves[0], ".") >= 0) return undefined;
    const missing = 8 - head.length - tail.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
    const all = [...head];
    for (let i = 0; i < missing; i += 1) kit.push(all, 0);
    return `[${shortened([...all, ...tail])}]`;
  }

  // https://url.spec.whatwg.org/#concept-ipv6-serializer
  function shortened(address) {
    let from = -1;
    let length = 1;
    for (let i = 0; i < 8; i += 1) {
      let end = i;
      while (end < 8 && address[end] === 0) end += 1;
      if (end - i > length) {
        from = i;
        length = end - i;
      }
    }
    let out = "";
    for (let i = 0; i < 8; i += 1) {
      if (i === from) {
        out += i === 0 ? "::" : ":";
        i += length - 1;
      } else {
        out += address[i].toString(16) + (i < 7 ? ":" : "");
      }
    }
    return out;
  }

  // https://url.spec.whatwg.org/#percent-decode and UTF-8 decode without BOM
  kit.percentDecoded = function (text) {
    if (kit.indexOf(text, "%") < 0) return text;
    const source = kit.utf8(text);
    const bytes = [];
    for (let i = 0; i < source.length; i += 1) {
      const pair = kit.String.fromCharCode(source[i + 1], source[i + 2]);
      const isEncoded = source[i] === 0x25 && test(/^[0-9a-f]{2}$/i, pair);
      kit.push(bytes, isEncoded ? +`0x${pair}` : source[i]);
      if (isEncoded) i += 2;
    }
    return kit.decodeUtf8(bytes, true);
  };

  // The host that a text spells, or undefined. https://url.spec.whatwg.org/#concept-host-parser
  kit.parseHost = function (text, isSpecial) {
    if (text[0] === "[") {
      return text[text.length - 1] === "]" ? ipv6(kit.slice(text, 1, -1)) : undefined;
    }
    if (!isSpecial) return test(FORBIDDEN, text) ? undefined : kit.encodeUrlPart(text, "control");
    const host = kit.domainToAscii(kit.percentDecoded(text));
    if (host === undefined || host === "" || test(FORBIDDEN_DOMAIN, host)) return undefined;
    return endsInNumber(host) ? ipv4(host) : host;
  };
});
