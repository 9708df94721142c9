// Streams that are read. https://streams.spec.whatwg.org/#rs
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const result = (value, done) => ({ value, done });

  // A promise with what settles it.
  kit.deferred = function () {
    const made = { isPending: true };
    made.promise = new kit.Promise((resolve, reject) => {
      made.resolve = (value) => {
        made.isPending = false;
        resolve(value);
      };
      made.reject = (reason) => {
        made.isPending = false;
        reject(reason);
      };
    });
    return made;
  };

  kit.rejectedDeferred = function (reason) {
    const made = kit.deferred();
    made.reject(reason);
    kit.handled(made.promise);
    return made;
  };

  // A TypeError that is handed on, not thrown: no failure of the script.
  kit.givenTypeError = function (message) {
    kit.quiet += 1;
    try {
      return new TypeError(message);
    } finally {
      kit.quiet -= 1;
    }
  };

  // Says that nobody has to wait for a rejection.
  kit.handled = (promise) => kit.then(promise, undefined, () => undefined);

  // The promise of what a function of the script returns.
  kit.promiseCall = function (callback, thisValue, args) {
    if (callback === undefined) return resolved(undefined);
    try {
      return resolved(kit.callScript(callback, thisValue, args));
    } catch (error) {
      return kit.rejected(error);
    }
  };

  // A stream with the model's state of it; those that the model invented get theirs here.
  kit.readable = function (state) {
    if (state.status === undefined) kit.inventReadable(state);
    return state;
  };

  kit.isLocked = (stream) => stream.reader !== null;

  kit.startReadable = function (stream) {
    stream.status = "readable";
    stream.reader = null;
    stream.error = undefined;
    stream.isDisturbed = false;
  };

  // https://streams.spec.whatwg.org/#readable-stream-close
  kit.closeReadable = function (stream) {
    stream.status = "closed";
    const { reader } = stream;
    if (reader === null) return;
    reader.closed.resolve(undefined);
    // Who waits with a view of its own gets it back when the source responds to it.
    if (!reader.isByte) closeRequests(reader);
  };

  function closeRequests(reader) {
    const { requests } = reader;
    reader.requests = [];
    for (let i = 0; i < requests.length; i += 1) requests[i].close();
  }

  // https://streams.spec.whatwg.org/#readable-stream-error
  kit.errorReadable = function (stream, error) {
    stream.status = "errored";
    stream.error = error;
    const { reader } = stream;
    if (reader === null) return;
    reader.closed.reject(error);
    kit.handled(reader.closed.promise);
    const { requests } = reader;
    reader.requests = [];
    for (let i = 0; i < requests.length; i += 1) requests[i].error(error);
  };

  // https://streams.spec.whatwg.org/#readable-stream-cancel
  kit.cancelReadable = function (stream, reason) {
    stream.isDisturbed = true;
    if (stream.status === "closed") return resolved(undefined);
    if (stream.status === "errored") return kit.rejected(stream.error);
    kit.closeReadable(stream);
    if (stream.reader?.isByte) closeRequests(stream.reader);
    const cancelled = stream.controller.cancel(reason);
    return kit.then(cancelled, () => undefined);
  };

  // Hands a chunk to the request that waits longest.
  kit.fulfillRead = function (stream, chunk, isDone) {
    const { requests } = stream.reader;
    const request = requests[0];
    stream.reader.requests = kit.sliceList(requests, 1);
    if (isDone) request.close(chunk);
    else request.chunk(chunk);
  };

  kit.hasRequests = (stream) => stream.reader !== null && stream.reader.requests.length > 0;

  // https://streams.spec.whatwg.org/#readable-stream-reader-generic-initialize
  kit.setReader = function (reader, stream) {
    if (kit.isLocked(kit.readable(stream))) throw new TypeError("the stream has a reader already");
    reader.stream = stream;
    reader.requests = [];
    stream.reader = reader;
    reader.closed = kit.deferred();
    if (stream.status === "closed") reader.closed.resolve(undefined);
    if (stream.status === "errored") reader.closed = kit.rejectedDeferred(stream.error);
  };

  kit.makeReader = function (stream) {
    const reader = kit.makeNamed("ReadableStreamDefaultReader", kit.pathTo(stream, "getReader()"));
    kit.setReader(reader, stream);
    return reader;
  };

  // https://streams.spec.whatwg.org/#readable-stream-default-reader-read
  kit.readChunk = function (reader, request) {
    const { stream } = reader;
    stream.isDisturbed = true;
    if (stream.status === "closed") request.close();
    else if (stream.status === "errored") request.error(stream.error);
    else stream.controller.pull(request);
  };

  // https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaultreaderrelease
  kit.releaseReader = function (reader) {
    const { stream, requests } = reader;
    const released = kit.givenTypeError("the reader was released");
    if (stream.status === "readable") reader.closed.reject(released);
    else reader.closed = kit.rejectedDeferred(released);
    kit.handled(reader.closed.promise);
    stream.controller.release?.();
    stream.reader = null;
    reader.stream = undefined;
    reader.requests = [];
    for (let i = 0; i < requests.length; i += 1) requests[i].error(released);
  };

  const noStream = (name) => kit.rejected(new TypeError(`${name}: the reader was released`));

  const genericReader = {
    __proto__: null,
    // A reader that the model invented reads an invented stream.
    prepared(reader) {
      if (reader.closed === undefined) {
        kit.setReader(reader, kit.makeNamed("ReadableStream", reader.path));
      }
      return reader;
    },
    closed: (reader) => genericReader.prepared(reader).closed.promise,
    cancel(reader, reason) {
      const { stream } = genericReader.prepared(reader);
      return stream === undefined ? noStream("cancel") : kit.cancelReadable(stream, reason);
    },
    releaseLock(reader) {
      if (genericReader.prepared(reader).stream !== undefined) kit.releaseReader(reader);
    },
  };

  // What a request of a script does: it settles a promise.
  kit.promisedRead = function (start) {
    const promised = kit.deferred();
    start({
      chunk: (chunk) => promised.resolve(result(chunk, false)),
      close: (chunk) => promised.resolve(result(chunk, true)),
      error: (error) => promised.reject(error),
    });
    return promised.promise;
  };

  kit.behave("ReadableStreamDefaultReader", {
    new: (reader, stream) => kit.setReader(reader, kit.stateOf(stream)),
    read(reader) {
      if (genericReader.prepared(reader).stream === undefined) return noStream("read");
      return kit.promisedRead((request) => kit.readChunk(reader, request));
    },
    releaseLock: genericReader.releaseLock,
    cancel: genericReader.cancel,
    "get closed": genericReader.closed,
  });
  kit.behave("ReadableStreamBYOBReader", {
    new(reader, stream) {
      kit.setByteReader(reader, kit.stateOf(stream));
    },
    read: (reader, view, options) => kit.readInto(genericReader.prepared(reader), view, options),
    releaseLock: genericReader.releaseLock,
    cancel: genericReader.cancel,
    "get closed": genericReader.closed,
  });

  kit.behave("ReadableStream", {
    // https://streams.spec.whatwg.org/#rs-constructor
    new(stream, source, strategy) {
      const given = source === undefined ? null : source;
      const from = kit.convert(given, ["dictionary", "UnderlyingSource"], "ReadableStream");
      kit.startReadable(stream);
      if (from.type === "bytes") {
        if (strategy.size !== undefined) throw new kit.RangeError("byte streams measure bytes");
        kit.setUpByteController(stream, from, given, kit.highWaterMark(strategy, 0));
      } else {
        const size = kit.sizeAlgorithm(strategy);
        kit.setUpController(stream, from, given, kit.highWaterMark(strategy, 1), size);
      }
    },
    "static from": (statics, iterable) => kit.streamFrom(iterable).object,
    "get locked": (stream) => kit.isLocked(kit.readable(stream)),
    cancel(stream, reason) {
      if (kit.isLocked(kit.readable(stream))) {
        return kit.rejected(new TypeError("cancel: the stream has a reader"));
      }
      return kit.cancelReadable(stream, reason);
    },
    getReader(stream, options) {
      const make = options.mode === undefined ? kit.makeReader : kit.makeByteReader;
      return make(stream).object;
    },
    tee: (stream) => kit.tee(kit.readable(stream)),
    pipeTo: (stream, target, options) => kit.pipeTo(stream, kit.stateOf(target), options),
    pipeThrough: (stream, pair, options) => kit.pipeThrough(stream, pair, options),
    "async iterate": (stream, options) => kit.iterateStream(stream, options),
  });
});
