// Decoders of the encodings of East Asia, which have more than one byte for a character.
// https://encoding.spec.whatwg.org/#legacy-multi-byte-chinese-(simplified)-encodings and after
(function (kit) {
  "use strict";
  const { fromCodePoint } = kit.String;
  const { from } = kit.Array;
  const between = (byte, low, high) => byte >= low && byte <= high;
  const indexes = { __proto__: null };

  // A function from a pointer to the character of an index, or null; undefined where the index is not
  // at hand.
  function indexOf(name) {
    const text = kit.indexText(`index ${name}`);
    if (text === undefined) return undefined;
    indexes[name] ??= from(text);
    const list = indexes[name];
    return (pointer) => {
      const found = list[pointer];
      return found === undefined || found === "\ufffd" ? null : found;
    };
  }

  // A decoder of two bytes: `single` gives the text of a byte, undefined for one that leads another;
  // `double` that of two, or null. A byte of ASCII after a bad lead counts for itself.
  function pairs(single, double) {
    let lead = 0;
    return function (byte, putBack) {
      if (lead === 0) {
        if (byte < 0) return "";
        const text = byte < 0x80 ? fromCodePoint(byte) : single(byte);
        if (text === undefined) lead = byte;
        return text === undefined ? "" : text;
      }
      const before = lead;
      lead = 0;
      if (byte < 0) return null;
      const text = double(before, byte);
      if (text === null && byte < 0x80) putBack(byte);
      return text;
    };
  }

  const leadIn = (low, high) => (byte) => (between(byte, low, high) ? undefined : null);

  // https://encoding.spec.whatwg.org/#big5-decoder
  function big5() {
    const index = indexOf("big5");
    const special = {
      __proto__: null,
      1133: "\u00ca\u0304",
      1135: "\u00ca\u030c",
      1164: "\u00ea\u0304",
      1166: "\u00ea\u030c",
    };
    return (
      index &&
      pairs(leadIn(0x81, 0xfe), (lead, byte) => {
        if (!between(byte, 0x40, 0x7e) && !between(byte, 0xa1, 0xfe)) return null;
        const pointer = (lead - 0x81) * 157 + byte - (byte < 0x7f ? 0x40 : 0x62);
        return special[pointer] ?? index(pointer);
      })
    );
  }

  // https://encoding.spec.whatwg.org/#euc-kr-decoder
  function eucKr() {
    const index = indexOf("euc-kr");
    return (
      index &&
      pairs(leadIn(0x81, 0xfe), (lead, byte) =>
        between(byte, 0x41, 0xfe) ? index((lead - 0x81) * 190 + byte - 0x41) : null,
      )
    );
  }

  // https://encoding.spec.whatwg.org/#shift_jis-decoder
  function shiftJis() {
    const index = indexOf("jis0208");
    const single = (byte) => {
      if (byte === 0x80) return "\x80";
      if (between(byte, 0xa1, 0xdf)) return fromCodePoint(0xff61 - 0xa1 + byte);
      return between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc) ? undefined : null;
    };
    return (
      index &&
      pairs(single, (lead, byte) => {
        if (!between(byte, 0x40, 0x7e) && !between(byte, 0x80, 0xfc)) return null;
        const row = lead - (lead < 0xa0 ? 0x81 : 0xc1);
        const pointer = row * 188 + byte - (byte < 0x7f ? 0x40 : 0x41);
        // The private use area.
        if (between(pointer, 8836, 10715)) return fromCodePoint(0xe000 - 8836 + pointer);
        return index(pointer);
      })
    );
  }

  // https://encoding.spec.whatwg.org/#euc-jp-decoder
  function eucJp() {
    const plain = indexOf("jis0208");
    const more = indexOf("jis0212");
    let index = plain;
    let lead = 0;
    return (
      plain &&
      function (byte, putBack) {
        const before = lead;
        lead = 0;
        if (before === 0) {
          if (byte < 0) return "";
          if (byte < 0x80) return fromCodePoint(byte);
          const leads = byte === 0x8e || byte === 0x8f || between(byte, 0xa1, 0xfe);
          lead = leads ? byte : 0;
          return leads ? "" : null;
        }
        if (before === 0x8e && between(byte, 0xa1, 0xdf)) {
          return fromCodePoint(0xff61 - 0xa1 + byte);
        }
        if (before === 0x8f && between(byte, 0xa1, 0xfe)) {
          index = more;
          lead = byte;
          return "";
        }
        const areGood = between(before, 0xa1, 0xfe) && between(byte, 0xa1, 0xfe);
        const text = areGood ? index((before - 0xa1) * 94 + byte - 0xa1) : null;
        index = plain;
        if (text === null && between(byte, 0, 0x7f)) putBack(byte);
        return text;
      }
    );
  }

  // The code point of four bytes. https://encoding.spec.whatwg.org/#index-gb18030-ranges-code-point
  function inRanges(ranges, pointer) {
    if (between(pointer, 39420, 188999) || pointer > 1237575) return null;
    if (pointer === 7457) return "\ue7c7";
    let at = 0;
    while (at + 2 < ranges.length && +ranges[at + 2] <= pointer) at += 2;
    return fromCodePoint(+ranges[at + 1] + pointer - +ranges[at]);
  }

  // https://encoding.spec.whatwg.org/#gb18030-decoder
  function gb18030() {
    const index = indexOf("gb18030");
    const text = kit.indexText("index gb18030-ranges");
    const ranges = text && kit.split(text, " ");
    let had = [];
    function first(byte) {
      if (byte < 0x80) return fromCodePoint(byte);
      if (byte === 0x80) return "\u20ac";
      if (byte === 0xff) return null;
      had = [byte];
      return "";
    }
    function second(lead, byte, putBack) {
      const isGood = between(byte, 0x40, 0x7e) || between(byte, 0x80, 0xfe);
      const pointer = (lead - 0x81) * 190 + byte - (byte < 0x7f ? 0x40 : 0x41);
      const found = isGood ? index(pointer) : null;
      if (found === null && byte < 0x80) putBack(byte);
      return found;
    }
    function decode(byte, putBack) {
      const before = had;
      had = [];
      if (byte < 0) return before.length === 0 ? "" : null;
      if (before.length === 0) return first(byte);
      const isDigit = between(byte, 0x30, 0x39);
      if (before.length === 1 && !isDigit) return second(before[0], byte, putBack);
      if (before.length === 2 ? between(byte, 0x81, 0xfe) : isDigit) {
        had = [...before, byte];
        if (had.length < 4) return "";
        const [one, two, three, four] = had;
        had = [];
        const row = ((one - 0x81) * 10 + two - 0x30) * 126 + three - 0x81;
        return inRanges(ranges, row * 10 + four - 0x30);
      }
      putBack(...kit.sliceList(before, 1), byte);
      return null;
    }
    return index && decode;
  }

  // https://encoding.spec.whatwg.org/#iso-2022-jp-decoder
  function iso2022Jp() {
    const index = indexOf("jis0208");
    let shape = "ascii";
    let output = "ascii";
    let hasEscaped = false;
    let lead = 0;
    const SHAPES = {
      __proto__: null,
      "(B": "ascii",
      "(J": "roman",
      "(I": "katakana",
      "$@": "lead",
      $B: "lead",
    };
    function single(byte) {
      hasEscaped = false;
      if (shape === "katakana") {
        return between(byte, 0x21, 0x5f) ? fromCodePoint(0xff61 - 0x21 + byte) : null;
      }
      if (byte > 0x7f || byte === 0x0e || byte === 0x0f) return null;
      if (shape === "roman" && byte === 0x5c) return "\u00a5";
      if (shape === "roman" && byte === 0x7e) return "\u203e";
      return fromCodePoint(byte);
    }
    // After ESC: the first byte of its sequence, then the second.
    function escaped(byte, putBack) {
      if (shape === "start" && (byte === 0x24 || byte === 0x28)) {
        lead = byte;
        shape = "escape";
        return "";
      }
      const given = shape === "escape" ? [lead, byte] : [byte];
      const found = byte < 0 ? undefined : SHAPES[fromCodePoint(...given)];
      lead = 0;
      if (shape === "escape" && found !== undefined) {
        shape = found;
        output = found;
        const isSecond = hasEscaped;
        hasEscaped = true;
        return isSecond ? null : "";
      }
      putBack(...given.filter((one) => one >= 0));
      hasEscaped = false;
      shape = output;
      return null;
    }
    function double(byte) {
      if (shape === "lead") {
        hasEscaped = false;
        if (!between(byte, 0x21, 0x7e)) return null;
        lead = byte;
        shape = "trail";
        return "";
      }
      shape = "lead";
      return between(byte, 0x21, 0x7e) ? index((lead - 0x21) * 94 + byte - 0x21) : null;
    }
    function decode(byte, putBack) {
      if (shape === "start" || shape === "escape") return escaped(byte, putBack);
      const isCut = shape === "trail";
      if (byte === 0x1b) {
        shape = "start";
        return isCut ? null : "";
      }
      if (byte < 0) {
        if (isCut) shape = "lead";
        return isCut ? null : "";
      }
      return shape === "lead" || isCut ? double(byte) : single(byte);
    }
    return index && decode;
  }

  const makers = {
    __proto__: null,
    big5,
    "euc-jp": eucJp,
    "euc-kr": eucKr,
    gb18030,
    gbk: gb18030,
    "iso-2022-jp": iso2022Jp,
    shift_jis: shiftJis,
  };
  kit.longDecoder = (name) => makers[name]();
});
