// Decoders of all encodings, and streams of text. https://encoding.spec.whatwg.org/#api
(function (kit) {
  "use strict";
  const { Uint8Array } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const charCode = kit.uncurry(kit.String.prototype.charCodeAt);
  const BYTES = [
    "union",
    "ArrayBuffer",
    "SharedArrayBuffer",
    ...["Int8", "Int16", "Int32", "Uint8", "Uint16", "Uint32", "Uint8Clamped"].map(arrayOf),
    ...["BigInt64", "BigUint64", "Float16", "Float32", "Float64"].map(arrayOf),
    "DataView",
  ];
  function arrayOf(name) {
    return `${name}Array`;
  }

  let byLabel;
  let indexes;
  function read() {
    byLabel = { __proto__: null };
    indexes = { __proto__: null };
    for (const line of kit.split(kit.encodings, "\n")) {
      const [name, labels, index] = kit.split(line, "\t");
      for (const label of kit.split(labels, " ")) byLabel[label] = name;
      indexes[name] = index;
    }
  }

  // The encoding with that label, or undefined. https://encoding.spec.whatwg.org/#concept-encoding-get
  kit.encodingOf = function (label) {
    if (byLabel === undefined) read();
    const trimmed = replace(label, /^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, "");
    const name = replace(trimmed, /[A-Z]/g, kit.lower);
    return name === "" ? undefined : byLabel[name];
  };

  // The text of an index, or undefined where the script spells no label that it is for.
  kit.indexText = (name) => indexes[name];

  // A decoder of an encoding; undefined where its index is not at hand.
  kit.decoderOf = function (name) {
    if (name === "utf-8") return kit.utf8Decoder();
    if (indexes === undefined) read();
    return indexes[name] !== "" || name === "x-user-defined" || kit.indexOf(name, "utf-16") === 0
      ? kit.shortDecoder(name)
      : kit.longDecoder(name);
  };

  function bytesOf(source) {
    if (source === undefined) return new Uint8Array(0);
    return kit.ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
  }

  // https://encoding.spec.whatwg.org/#dom-textdecoder
  function prepare(state, label, options) {
    const encoding = kit.encodingOf(label);
    if (encoding === undefined || encoding === "replacement") {
      throw new kit.RangeError(`${state.entry.name}: "${label}" is the label of no encoding`);
    }
    kit.fillFrom(state, { encoding, fatal: options.fatal, ignoreBOM: options.ignoreBOM });
  }

  // https://encoding.spec.whatwg.org/#dom-textdecoder-decode
  function decode(state, source, isStream) {
    const { encoding, fatal, ignoreBOM } = state.values;
    if (!state.waits) {
      state.decoder = kit.decoderOf(encoding);
      state.hasBegun = false;
    }
    state.waits = isStream;
    if (state.decoder === undefined) {
      kit.assume(`${state.entry.name}: the index of ${encoding} is not at hand`);
      return kit.invent("USVString", kit.pathTo(state, "decode()"), `${state.entry.name}.decode`);
    }
    const text = kit.runDecoder(state.decoder, bytesOf(source), !isStream, fatal);
    const isFirst = !state.hasBegun && text !== "";
    if (isFirst) state.hasBegun = true;
    const hasMark = isFirst && !ignoreBOM && kit.indexOf(encoding, "utf-") === 0;
    return hasMark && text[0] === "\ufeff" ? kit.slice(text, 1) : text;
  }

  const MARKS = {
    __proto__: null,
    "239,187,191": "utf-8",
    "254,255": "utf-16be",
    "255,254": "utf-16le",
  };
  // The text of bytes whose encoding a label tells, unless a mark at their beginning does; undefined
  // where its index is not at hand. https://encoding.spec.whatwg.org/#decode
  kit.decodeAs = function (bytes, label) {
    const mark = [3, 2].find((length) => MARKS[`${kit.sliceList(bytes, 0, length)}`]);
    const name = mark
      ? MARKS[`${kit.sliceList(bytes, 0, mark)}`]
      : (label && kit.encodingOf(label)) || "utf-8";
    const decoder = name === "replacement" ? () => null : kit.decoderOf(name);
    return decoder && kit.runDecoder(decoder, kit.sliceList(bytes, mark ?? 0), true, false);
  };

  // Of chunks that the model invented nobody knows the text.
  const isInvented = (chunk) => kit.stateOf(chunk)?.stub;
  const filled = (chunk) => (chunk.length === 0 ? [] : [chunk]);

  kit.behave("TextDecoder", {
    new(state, label, options) {
      prepare(state, label, options);
    },
    decode: (state, source, options) => decode(state, source, options.stream),
  });
  kit.behave("TextDecoderStream", {
    // https://encoding.spec.whatwg.org/#dom-textdecoderstream
    new(state, label, options) {
      prepare(state, label, options);
      kit.transformWith(
        state,
        (chunk) =>
          isInvented(chunk)
            ? [chunk]
            : filled(decode(state, kit.convert(chunk, BYTES, "TextDecoderStream: chunk"), true)),
        () => filled(decode(state, undefined, false)),
      );
    },
  });
  kit.behave("TextEncoderStream", {
    // https://encoding.spec.whatwg.org/#dom-textencoderstream
    new(state) {
      let lead = "";
      // A surrogate at the end of a chunk waits for its other half.
      // https://encoding.spec.whatwg.org/#encode-and-enqueue-a-chunk
      const encode = function (chunk) {
        const text = lead + kit.convert(chunk, "DOMString", "TextEncoderStream: chunk");
        const last = charCode(text, text.length - 1);
        const isHalf = last >= 0xd800 && last < 0xdc00;
        lead = isHalf ? text[text.length - 1] : "";
        return filled(kit.utf8(isHalf ? kit.slice(text, 0, text.length - 1) : text));
      };
      kit.transformWith(
        state,
        (chunk) => (isInvented(chunk) ? [chunk] : encode(chunk)),
        () => filled(kit.utf8(lead)),
      );
    },
    "get encoding": () => "utf-8",
  });
});
