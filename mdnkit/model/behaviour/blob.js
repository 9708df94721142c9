// Blobs and files. https://w3c.github.io/FileAPI/
(function (kit) {
  "use strict";
  const { Uint8Array } = kit;
  const PRINTABLE = /^[ -~]*$/;
  const setBytes = kit.uncurry(Uint8Array.prototype.set);
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const typeOf = (text) =>
    kit.test(PRINTABLE, text) ? kit.lower(text) : "";

  // A copy of the bytes of a buffer or of a view.
  kit.copiedBytes = (source) =>
    kit.ArrayBuffer.isView(source)
      ? new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
      : new Uint8Array(new Uint8Array(source));

  // One array of bytes with what all of them hold.
  kit.joinBytes = function (parts) {
    let length = 0;
    for (let i = 0; i < parts.length; i += 1) length += parts[i].length;
    const joined = new Uint8Array(length);
    let at = 0;
    for (let i = 0; i < parts.length; i += 1) {
      setBytes(joined, parts[i], at);
      at += parts[i].length;
    }
    return joined;
  };

  // https://w3c.github.io/FileAPI/#convert-line-endings-to-native
  const replace = kit.uncurry(kit.String.prototype.replace);
  const nativeLines = (text) => replace(text, /\r\n?/g, "\n");

  // https://w3c.github.io/FileAPI/#process-blob-parts
  // Undefined where one of the parts is a blob that the model invented: nobody knows what it holds.
  function processed(parts, endings) {
    const found = [];
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i];
      if (typeof part === "string") {
        found[i] = kit.utf8(endings === "native" ? nativeLines(part) : part);
      } else {
        const blob = kit.stateOf(part);
        found[i] = blob === undefined ? kit.copiedBytes(part) : blob.bytes;
      }
      if (found[i] === undefined) return undefined;
    }
    return kit.joinBytes(found);
  }

  function fill(state, bytes, type) {
    state.bytes = bytes;
    state.values.type = type;
    if (bytes !== undefined) state.values.size = bytes.length;
  }

  // A new blob that holds these bytes.
  kit.makeBlob = function (bytes, type, path) {
    const state = kit.makeNamed("Blob", path);
    fill(state, bytes, type);
    return state;
  };

  // A file of the same content as a blob. https://xhr.spec.whatwg.org/#create-an-entry
  kit.makeFile = function (blob, name) {
    const state = kit.makeNamed("File", blob.path);
    fill(state, blob.bytes, blob.values.type ?? "");
    const { lastModified } = blob.values;
    kit.fillFrom(state, { name, lastModified: lastModified ?? kit.now(), webkitRelativePath: "" });
    return state;
  };

  kit.now = () => kit.Math.floor(kit.settings.epoch + kit.clock);

  // What a promise of the content fulfils with; invented where nobody knows the content.
  function content(state, name, type, make) {
    if (state.bytes !== undefined) return resolved(make(state.bytes));
    return kit.invent(["promise", type], kit.pathTo(state, `${name}()`), `Blob.${name}`);
  }

  function clamped(position, size) {
    if (position < 0) return position + size < 0 ? 0 : position + size;
    return position > size ? size : position;
  }

  kit.behave("Blob", {
    new(state, parts, options) {
      fill(state, processed(parts ?? [], options.endings), typeOf(options.type));
    },
    // https://w3c.github.io/FileAPI/#dfn-slice
    slice(state, start, end, contentType) {
      const type = typeOf(contentType ?? "");
      if (state.bytes === undefined) return kit.makeBlob(undefined, type, state.path).object;
      const size = state.bytes.length;
      const from = clamped(start ?? 0, size);
      const to = clamped(end ?? size, size);
      const part = state.bytes.slice(from, to < from ? from : to);
      return kit.makeBlob(part, type, state.path).object;
    },
    text: (state) => content(state, "text", "USVString", (bytes) => kit.decodeUtf8(bytes)),
    arrayBuffer: (state) =>
      content(state, "arrayBuffer", "ArrayBuffer", (bytes) => kit.copiedBytes(bytes).buffer),
    bytes: (state) => content(state, "bytes", "Uint8Array", (bytes) => kit.copiedBytes(bytes)),
    stream: (state) => kit.streamOfBytes(state.bytes, kit.pathTo(state, "stream()")).object,
  });
  kit.behave("File", {
    new(state, parts, name, options) {
      fill(state, processed(parts, options.endings), typeOf(options.type));
      const lastModified = options.lastModified ?? kit.now();
      kit.fillFrom(state, { name, lastModified, webkitRelativePath: "" });
    },
  });
});
