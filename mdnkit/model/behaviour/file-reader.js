// Readers of files. https://w3c.github.io/FileAPI/#APIASynch
(function (kit) {
  "use strict";
  const EMPTY = 0;
  const LOADING = 1;
  const DONE = 2;
  const CHARSET = /;\s*charset="?([^";]+)/i;

  const make = {
    __proto__: null,
    ArrayBuffer: (bytes) => kit.copiedBytes(bytes).buffer,
    BinaryString: (bytes) => binary(bytes),
    // https://w3c.github.io/FileAPI/#packaging-data
    Text: (bytes, type, label) => kit.decodeAs(bytes, label ?? kit.exec(CHARSET, type)?.[1]),
    DataURL(bytes, type) {
      const mime = type === "" ? "application/octet-stream" : type;
      return `data:${mime};base64,${kit.toBase64(binary(bytes))}`;
    },
  };

  function binary(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += 1) text += kit.String.fromCharCode(bytes[i]);
    return text;
  }

  // What a reader finds in a blob: invented where nobody knows what it holds or means.
  function content(blob, kind, label) {
    const found = blob.bytes && make[kind](blob.bytes, blob.values.type ?? "", label);
    if (found !== undefined) return found;
    const type = kind === "ArrayBuffer" ? "ArrayBuffer" : "USVString";
    return kit.invent(type, kit.pathTo(blob, `as${kind}`), `FileReader.readAs${kind}`);
  }

  function fire(reader, type, blob) {
    const size = blob?.bytes?.length ?? 0;
    const init = { lengthComputable: blob !== undefined, loaded: size, total: size };
    kit.noteFired(reader, type);
    kit.fire("ProgressEvent", reader, type, init);
  }

  // https://w3c.github.io/FileAPI/#readOperation
  function read(reader, object, kind, label) {
    const blob = kit.stateOf(object);
    if (reader.readyState === LOADING) {
      throw kit.domException("InvalidStateError", "the reader is reading");
    }
    reader.readyState = LOADING;
    reader.result = null;
    reader.error = null;
    const reading = {};
    reader.reading = reading;
    const step = (run) => kit.queueTask(() => reader.reading === reading && run());
    step(() => {
      fire(reader, "loadstart", blob);
      if (blob.bytes?.length !== 0) step(() => fire(reader, "progress", blob));
      step(() => {
        reader.readyState = DONE;
        reader.result = content(blob, kind, label);
        fire(reader, "load", blob);
        if (reader.readyState !== LOADING) fire(reader, "loadend", blob);
      });
    });
  }

  const readers = (run) => ({
    readAsArrayBuffer: (state, blob) => run(state, blob, "ArrayBuffer"),
    readAsBinaryString: (state, blob) => run(state, blob, "BinaryString"),
    readAsDataURL: (state, blob) => run(state, blob, "DataURL"),
    readAsText: (state, blob, label) => run(state, blob, "Text", label),
  });
  const later = readers(read);
  const atOnce = readers((state, blob, kind, label) => content(kit.stateOf(blob), kind, label));

  kit.behave("FileReader", {
    "get readyState": (reader) => reader.readyState ?? EMPTY,
    "get result": (reader) => reader.result ?? null,
    "get error": (reader) => reader.error ?? null,
    readAsArrayBuffer: later.readAsArrayBuffer,
    readAsBinaryString: later.readAsBinaryString,
    readAsDataURL: later.readAsDataURL,
    readAsText: later.readAsText,
    // https://w3c.github.io/FileAPI/#dfn-abort
    abort(reader) {
      const isLoading = reader.readyState === LOADING;
      reader.result = null;
      if (!isLoading) return;
      reader.readyState = DONE;
      reader.reading = undefined;
      reader.error = kit.givenException("AbortError", "the reading was aborted");
      fire(reader, "abort");
      if (reader.readyState !== LOADING) fire(reader, "loadend");
    },
  });
  kit.behave("FileReaderSync", {
    readAsArrayBuffer: atOnce.readAsArrayBuffer,
    readAsBinaryString: atOnce.readAsBinaryString,
    readAsDataURL: atOnce.readAsDataURL,
    readAsText: atOnce.readAsText,
  });
});
