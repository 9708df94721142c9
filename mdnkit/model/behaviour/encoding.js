// Text as UTF-8. https://encoding.spec.whatwg.org/
(function (kit) {
  "use strict";
  const codePointAt = kit.uncurry(kit.String.prototype.codePointAt);
  const { fromCodePoint } = kit.String;
  const { Uint8Array } = kit;

  function encode(text) {
    const bytes = [];
    const push = (byte) => {
      kit.push(bytes, byte);
    };
    const good = kit.toWellFormed(text);
    for (let i = 0; i < good.length; i += 1) {
      const code = codePointAt(good, i);
      if (code > 0xffff) i += 1;
      if (code < 0x80) {
        push(code);
      } else if (code < 0x800) {
        push(0xc0 | (code >> 6));
        push(0x80 | (code & 63));
      } else if (code < 0x10000) {
        push(0xe0 | (code >> 12));
        push(0x80 | ((code >> 6) & 63));
        push(0x80 | (code & 63));
      } else {
        push(0xf0 | (code >> 18));
        push(0x80 | ((code >> 12) & 63));
        push(0x80 | ((code >> 6) & 63));
        push(0x80 | (code & 63));
      }
    }
    return bytes;
  }

  // The text of bytes by a decoder: a function of a byte, or -1 for their end, and of a function that
  // puts bytes back. It gives text, or null for an error. Without the end, the decoder waits for more.
  // https://encoding.spec.whatwg.org/#concept-encoding-run
  kit.runDecoder = function (decoder, bytes, hasEnd, isFatal) {
    let out = "";
    let again = [];
    const putBack = (...list) => {
      again = [...list, ...again];
    };
    for (let i = 0; ;) {
      let byte = -1;
      if (again.length > 0) {
        [byte] = again;
        again = kit.sliceList(again, 1);
      } else if (i < bytes.length) {
        byte = bytes[i];
        i += 1;
      } else if (!hasEnd) {
        return out;
      }
      const text = decoder(byte, putBack);
      if (text === null && isFatal) throw new kit.TypeError("the bytes are not of the encoding");
      out += text ?? "\ufffd";
      if (byte < 0 && again.length === 0) return out;
    }
  };

  // https://encoding.spec.whatwg.org/#utf-8-decoder
  kit.utf8Decoder = function () {
    let code = 0;
    let needed = 0;
    let lower = 0x80;
    let upper = 0xbf;
    function begin(byte) {
      if (byte < 0x80) return fromCodePoint(byte);
      if (byte < 0xc2 || byte > 0xf4) return null;
      needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      if (byte === 0xe0) lower = 0xa0;
      if (byte === 0xed) upper = 0x9f;
      if (byte === 0xf0) lower = 0x90;
      if (byte === 0xf4) upper = 0x8f;
      code = byte & (63 >> needed);
      return "";
    }
    return function (byte, putBack) {
      if (needed === 0) return byte < 0 ? "" : begin(byte);
      const isGood = byte >= lower && byte <= upper;
      lower = 0x80;
      upper = 0xbf;
      if (!isGood) {
        needed = 0;
        if (byte >= 0) putBack(byte);
        return null;
      }
      code = (code << 6) | (byte & 63);
      needed -= 1;
      return needed === 0 ? fromCodePoint(code) : "";
    };
  };

  // The bytes of a text, and the text of bytes.
  kit.utf8 = (text) => new Uint8Array(encode(text));
  kit.decodeUtf8 = function (bytes, keepsMark) {
    const text = kit.runDecoder(kit.utf8Decoder(), bytes, true, false);
    return !keepsMark && text[0] === "\ufeff" ? kit.slice(text, 1) : text;
  };

  kit.behave("TextEncoder", {
    new: () => undefined,
    "get encoding": () => "utf-8",
    encode: (state, text) => new Uint8Array(encode(text)),
    encodeInto(state, text, target) {
      let read = 0;
      let written = 0;
      for (const char of text) {
        const bytes = encode(char);
        if (written + bytes.length > target.length) break;
        for (let i = 0; i < bytes.length; i += 1) target[written + i] = bytes[i];
        written += bytes.length;
        read += char.length;
      }
      return { read, written };
    },
  });
});
