// Decoders of encodings of one byte, and of UTF-16.
// https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
(function (kit) {
  "use strict";
  const { fromCharCode } = kit.String;
  const isLead = (unit) => unit >= 0xd800 && unit < 0xdc00;
  const isTrail = (unit) => unit >= 0xdc00 && unit < 0xe000;

  // https://encoding.spec.whatwg.org/#single-byte-decoder
  const ofIndex = (index) => (byte) => {
    if (byte < 0) return "";
    if (byte < 0x80) return fromCharCode(byte);
    return index[byte - 0x80] === "\ufffd" ? null : index[byte - 0x80];
  };

  // https://encoding.spec.whatwg.org/#x-user-defined-decoder
  const userDefined = (byte) =>
    byte < 0 ? "" : fromCharCode(byte < 0x80 ? byte : 0xf780 + byte - 0x80);

  // https://encoding.spec.whatwg.org/#shared-utf-16-decoder
  function utf16(isBig) {
    let first = -1;
    let lead = -1;
    const unitOf = (one, other) => (isBig ? (one << 8) | other : (other << 8) | one);
    return function (byte, putBack) {
      if (byte < 0) {
        const isCut = first >= 0 || lead >= 0;
        first = -1;
        lead = -1;
        return isCut ? null : "";
      }
      if (first < 0) {
        first = byte;
        return "";
      }
      const unit = unitOf(first, byte);
      const before = lead;
      if (before >= 0) {
        lead = -1;
        if (!isTrail(unit)) putBack(first, byte);
        first = -1;
        return isTrail(unit) ? fromCharCode(before, unit) : null;
      }
      first = -1;
      if (isLead(unit)) {
        lead = unit;
        return "";
      }
      return isTrail(unit) ? null : fromCharCode(unit);
    };
  }

  kit.shortDecoder = function (name) {
    if (name === "x-user-defined") return userDefined;
    return name === "utf-16be" || name === "utf-16le"
      ? utf16(name === "utf-16be")
      : ofIndex(kit.indexText(name));
  };
});
