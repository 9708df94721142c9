// Bodies of requests and responses. https://fetch.spec.whatwg.org/#body-mixin
(function (kit) {
  "use strict";
  const { Uint8Array, TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const FORM = "application/x-www-form-urlencoded";
  const BOUNDARY = "----formdata-boundary";

  // The headers object of a request or a response; `guard` is that of one that has no headers.
  kit.headersOf = function (state) {
    state.headers ??= kit.makeHeaders(undefined, kit.pathTo(state, "headers"), state.guard);
    return state.headers.object;
  };

  // What a body is made of: its type, its bytes or a stream. Bytes are undefined where nobody knows
  // them. https://fetch.spec.whatwg.org/#concept-bodyinit-extract
  function extracted(body) {
    if (typeof body === "string") {
      return { type: "text/plain;charset=UTF-8", bytes: () => kit.utf8(body) };
    }
    const state = kit.stateOf(body);
    if (state === undefined) {
      const copy = kit.copiedBytes(body);
      return { type: "", bytes: () => copy };
    }
    const { up } = state.entry;
    if (up.URLSearchParams !== undefined) {
      return { type: `${FORM};charset=UTF-8`, bytes: () => kit.utf8(kit.getText(state)) };
    }
    if (up.Blob !== undefined) return { type: state.values.type ?? "", bytes: () => state.bytes };
    if (up.FormData !== undefined) {
      const type = `multipart/form-data; boundary=${BOUNDARY}`;
      return { type, bytes: () => kit.multipart(state, BOUNDARY) };
    }
    if (up.ReadableStream !== undefined) {
      if (kit.isLocked(kit.readable(state)) || state.isDisturbed) {
        throw new TypeError("the stream that is to be the body is in use");
      }
      return { type: "", stream: state };
    }
    return { type: "", bytes: () => undefined };
  }
  kit.getText = (state) => kit.inherited(state.entry, "toString")(state);

  // Keeps what a body is made of, and says so in the headers.
  kit.setBody = function (state, body) {
    state.body = body === undefined || body === null ? null : extracted(body);
    if (state.body === null) return;
    kit.headersOf(state);
    const { type } = state.body;
    const has = kit.behaviour(state.headers.entry, "has");
    if (type !== "" && !has(state.headers, "content-type")) {
      kit.fillHeaders(state.headers, { "content-type": type });
    }
  };

  // What came from the network or from nowhere has a body of which nobody knows anything.
  const bodyOf = (state) => (state.body === undefined ? { bytes: () => undefined } : state.body);

  function streamOf(state) {
    const body = bodyOf(state);
    if (body.stream === undefined) {
      body.stream = kit.streamOfBytes(body.bytes(), kit.pathTo(state, "body"));
      // What was read at once is as if a reader had been there.
      if (state.used) {
        kit.makeReader(body.stream);
        body.stream.isDisturbed = true;
      }
    }
    state.body = body;
    return body.stream;
  }

  const isUsed = (state) => !!state.body?.stream?.isDisturbed || !!state.used;

  // https://fetch.spec.whatwg.org/#body-unusable
  kit.isUnusable = function (state) {
    const { stream } = state.body ?? {};
    return (
      isUsed(state) || (stream !== undefined && stream.status !== undefined && !!stream.reader)
    );
  };

  // A second body of the same content. https://fetch.spec.whatwg.org/#concept-body-clone
  kit.cloneBody = function (state) {
    if (kit.isUnusable(state)) throw new TypeError("clone: the body was read before");
    const { body } = state;
    if (body === undefined || body === null) return body;
    if (body.stream === undefined) return { type: body.type, bytes: body.bytes };
    const [first, second] = kit.tee(kit.readable(body.stream), true);
    state.body = { type: body.type, stream: kit.stateOf(first) };
    return { type: body.type, stream: kit.stateOf(second) };
  };

  // Reads a stream to its end; undefined where its chunks are the model's inventions. https://streams.spec.whatwg.org/#readablestreamdefaultreader-read-all-bytes
  function readAll(stream) {
    const reader = kit.makeReader(stream);
    const parts = [];
    let isKnown = true;
    const whole = kit.deferred();
    const next = () =>
      kit.readChunk(reader, {
        chunk(chunk) {
          if (kit.stateOf(chunk)?.stub) {
            isKnown = false;
          } else if (kit.builtIn(chunk) !== "Uint8Array") {
            whole.reject(new TypeError("a chunk of the body is no Uint8Array"));
            return;
          }
          if (isKnown) kit.push(parts, chunk);
          next();
        },
        close: () => whole.resolve(isKnown ? kit.joinBytes(parts) : undefined),
        error: (error) => whole.reject(error),
      });
    next();
    return whole.promise;
  }

  // Reads the body of a state that is not unusable and promises what it is made of: null for none,
  // undefined where nobody knows.
  kit.takeBody = function (state) {
    const { body } = state;
    if (body === null) return resolved(null);
    if (body?.stream !== undefined) {
      return kit.then(readAll(body.stream), (bytes) => ({ type: "", bytes: () => bytes }));
    }
    state.used = true;
    return resolved(body);
  };

  // https://fetch.spec.whatwg.org/#concept-body-consume-body
  function consume(state, name, type, make) {
    if (kit.isUnusable(state)) {
      return kit.rejected(new TypeError(`${name}: the body was read before`));
    }
    const body = bodyOf(state);
    const invented = () => {
      const path = kit.pathTo(state, `${name}()`);
      return kit.invent(["promise", type], path, `${state.entry.name}.${name}`);
    };
    const convert = (bytes) => (bytes === undefined ? invented() : make(bytes));
    if (body === null) return kit.then(resolved(new Uint8Array(0)), convert);
    if (body.stream !== undefined) return kit.then(readAll(body.stream), convert);
    state.used = true;
    const bytes = body.bytes();
    return bytes === undefined ? invented() : kit.then(resolved(bytes), convert);
  }

  const contentType = (state) => {
    kit.headersOf(state);
    return kit.behaviour(state.headers.entry, "get")(state.headers, "content-type") ?? "";
  };

  function formData(state, bytes) {
    const type = contentType(state);
    const data = kit.makeNamed("FormData", kit.pathTo(state, "formData()"));
    data.list = [];
    if (kit.indexOf(kit.lower(type), "multipart/form-data") === 0) {
      kit.parseMultipart(data, bytes, type);
    } else if (kit.indexOf(kit.lower(type), FORM) === 0) {
      const pairs = kit.parseUrlencoded(kit.decodeUtf8(bytes, true));
      for (let i = 0; i < pairs.length; i += 1) kit.addEntry(data, pairs[i][0], pairs[i][1]);
    } else {
      throw new TypeError(`formData: a body of type "${type}" is no form`);
    }
    return data.object;
  }

  kit.behave("Body", {
    text: (state) => consume(state, "text", "USVString", (bytes) => kit.decodeUtf8(bytes)),
    json: (state) => consume(state, "json", "any", (bytes) => kit.parse(kit.decodeUtf8(bytes))),
    arrayBuffer: (state) =>
      consume(state, "arrayBuffer", "ArrayBuffer", (bytes) => kit.copiedBytes(bytes).buffer),
    bytes: (state) => consume(state, "bytes", "Uint8Array", (bytes) => kit.copiedBytes(bytes)),
    blob: (state) =>
      consume(state, "blob", ["interface", "Blob"], (bytes) => {
        const type = kit.lower(contentType(state));
        return kit.makeBlob(kit.copiedBytes(bytes), type, kit.pathTo(state, "blob()")).object;
      }),
    formData: (state) =>
      consume(state, "formData", ["interface", "FormData"], (bytes) => formData(state, bytes)),
    "get body": (state) => (state.body === null ? null : streamOf(state).object),
    "get bodyUsed": (state) => isUsed(state),
  });
});
