// Base64. https://html.spec.whatwg.org/#atob
(function (kit) {
  "use strict";
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const codeAt = kit.uncurry(kit.String.prototype.charCodeAt);
  const charAt = kit.uncurry(kit.String.prototype.charAt);
  const { fromCharCode } = kit.String;
  const invalid = (message) => kit.domException("InvalidCharacterError", message);

  // https://html.spec.whatwg.org/#dom-btoa
  function encode(text) {
    let out = "";
    for (let i = 0; i < text.length; i += 3) {
      const bytes = [codeAt(text, i), codeAt(text, i + 1), codeAt(text, i + 2)];
      for (let j = 0; j < 3; j += 1) {
        if (bytes[j] > 255) throw invalid("the string has a character above 255");
      }
      const all = (bytes[0] << 16) | ((bytes[1] || 0) << 8) | (bytes[2] || 0);
      out += ALPHABET[all >> 18] + ALPHABET[(all >> 12) & 63];
      out += i + 1 < text.length ? ALPHABET[(all >> 6) & 63] : "=";
      out += i + 2 < text.length ? ALPHABET[all & 63] : "=";
    }
    return out;
  }

  // https://infra.spec.whatwg.org/#forgiving-base64-decode
  function decode(text) {
    let digits = "";
    for (let i = 0; i < text.length; i += 1) {
      const char = charAt(text, i);
      if (kit.indexOf("\t\n\f\r ", char) < 0) digits += char;
    }
    if (digits.length % 4 === 0) {
      if (kit.slice(digits, -2) === "==") digits = kit.slice(digits, 0, -2);
      else if (kit.slice(digits, -1) === "=") digits = kit.slice(digits, 0, -1);
    }
    if (digits.length % 4 === 1) throw invalid("the string is not encoded correctly");
    let out = "";
    let bits = 0;
    let count = 0;
    for (let i = 0; i < digits.length; i += 1) {
      const value = kit.indexOf(ALPHABET, digits[i]);
      if (value < 0) throw invalid("the string is not encoded correctly");
      bits = ((bits << 6) | value) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out += fromCharCode((bits >> count) & 255);
      }
    }
    return out;
  }

  kit.toBase64 = (text) => encode(text);

  kit.behave("WindowOrWorkerGlobalScope", {
    btoa: (scope, text) => encode(text),
    atob: (scope, text) => decode(text),
  });
});
