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

  // https://encoding.spec.whatwg.org/#utf-8-decoder
  function decode(bytes, fatal) {
    let out = "";
    const bad = () => {
      if (fatal) throw new kit.TypeError("TextDecoder: the bytes are not UTF-8");
      out += "\ufffd";
    };
    for (let i = 0; i < bytes.length;) {
      const first = bytes[i];
      i += 1;
      const more =
        first < 0x80
          ? 0
          : first < 0xc2
            ? -1
            : first < 0xe0
              ? 1
              : first < 0xf0
                ? 2
                : first < 0xf5
                  ? 3
                  : -1;
      let code = more === 0 ? first : first & (63 >> more);
      let left = more;
      while (left > 0 && i < bytes.length && (bytes[i] & 0xc0) === 0x80) {
        const isStart = left === more;
        const tooLow =
          isStart && ((first === 0xe0 && bytes[i] < 0xa0) || (first === 0xf0 && bytes[i] < 0x90));
        const tooHigh =
          isStart && ((first === 0xed && bytes[i] > 0x9f) || (first === 0xf4 && bytes[i] > 0x8f));
        if (tooLow || tooHigh) break;
        code = (code << 6) | (bytes[i] & 63);
        i += 1;
        left -= 1;
      }
      if (more < 0 || left > 0) bad();
      else out += fromCodePoint(code);
    }
    return out;
  }

  // The bytes of a text, and the text of bytes.
  kit.utf8 = (text) => new Uint8Array(encode(text));
  kit.decodeUtf8 = function (bytes, keepsMark) {
    const text = decode(bytes, false);
    return !keepsMark && text[0] === "\ufeff" ? kit.slice(text, 1) : text;
  };

  const bytesOf = (source) => {
    if (source === undefined) return new Uint8Array(0);
    return kit.ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
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
  kit.behave("TextDecoder", {
    new(state, label, options) {
      const name = kit.lower(label);
      if (kit.listIndex(["utf-8", "utf8", "unicode-1-1-utf-8"], name) < 0) {
        kit.assume(`TextDecoder: ${name} is read as UTF-8`);
      }
      kit.fillFrom(state, {
        encoding: "utf-8",
        fatal: options.fatal,
        ignoreBOM: options.ignoreBOM,
      });
    },
    decode(state, source) {
      const text = decode(bytesOf(source), state.values.fatal);
      return text[0] === "\ufeff" && !state.values.ignoreBOM ? kit.slice(text, 1) : text;
    },
  });
});
