// Streams made of other things, two of one, iterated, or invented. https://streams.spec.whatwg.org/#rs-all
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const INVENTED_CHUNKS = 2;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  const isObject = (value) =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  // A stream of the model's own: algorithms are functions that return promises.
  kit.makeReadable = function (path, algorithms, highWaterMark) {
    const stream = kit.makeNamed("ReadableStream", path);
    const own = { __proto__: null, ...algorithms };
    kit.startReadable(stream);
    kit.setUpReadableWith(stream, own, highWaterMark);
    return stream;
  };

  // The stream of a body or of a blob; nobody knows the content where bytes is undefined.
  kit.streamOfBytes = function (bytes, path) {
    if (bytes === undefined) return kit.makeNamed("ReadableStream", path);
    const stream = kit.makeNamed("ReadableStream", path);
    kit.startReadable(stream);
    const source = {
      start(controller) {
        if (bytes.length > 0) kit.enqueueBytes(controller, kit.copiedBytes(bytes));
        kit.closeByteController(controller);
      },
    };
    kit.setUpByteStream(stream, source, 0);
    return stream;
  };

  // A stream that the model invented gives a few chunks of which nothing is known.
  kit.inventReadable = function (stream) {
    let left = INVENTED_CHUNKS;
    kit.startReadable(stream);
    kit.assume(`ReadableStream: ${INVENTED_CHUNKS} chunks`);
    const pull = () => {
      left -= 1;
      kit.enqueue(stream.controller, kit.stub(kit.pathTo(stream, "chunk")));
      if (left === 0) kit.closeController(stream.controller);
      return resolved(undefined);
    };
    kit.setUpReadableWith(stream, { pull, cancel: () => resolved(undefined) }, 0);
  };

  // https://streams.spec.whatwg.org/#readable-stream-from-iterable
  kit.streamFrom = function (iterable) {
    const async = iterable?.[kit.Symbol.asyncIterator];
    const method = async ?? iterable?.[kit.Symbol.iterator];
    if (typeof method !== "function") throw new TypeError("ReadableStream.from: not iterable");
    const iterator = kit.callScript(method, iterable, []);
    if (!isObject(iterator)) throw new TypeError("ReadableStream.from: the iterator is no object");
    const { next } = iterator;
    const step = (name, result) => {
      if (!isObject(result)) throw new TypeError(`${name}: an iterator result is not an object`);
      return result;
    };
    // What a synchronous iterator gives may be promises.
    const awaited = (result) =>
      kit.then(resolved(result), (given) => {
        step("next", given);
        if (async !== undefined || given.done) return given;
        return kit.then(resolved(given.value), (value) => ({ value, done: false }));
      });
    let stream;
    const pull = () =>
      kit.then(awaited(kit.promiseCall(next, iterator, [])), ({ done, value }) => {
        if (done) kit.closeController(stream.controller);
        else kit.enqueue(stream.controller, value);
      });
    const cancel = function (reason) {
      let back;
      try {
        back = iterator.return;
      } catch (error) {
        return kit.rejected(error);
      }
      if (back === undefined || back === null) return resolved(undefined);
      const returned = kit.promiseCall(back, iterator, [reason]);
      return kit.then(returned, (given) => void step("return", given));
    };
    stream = kit.makeReadable("ReadableStream.from()", { pull, cancel }, 0);
    return stream;
  };

  // https://streams.spec.whatwg.org/#rs-asynciterator
  kit.iterateStream = function (stream, options) {
    const reader = kit.makeReader(stream);
    const keeps = !!options?.preventCancel;
    return {
      next() {
        if (reader.stream === undefined) return resolved({ value: undefined, done: true });
        return kit.promisedRead((request) =>
          kit.readChunk(reader, {
            chunk: request.chunk,
            close() {
              kit.releaseReader(reader);
              request.close();
            },
            error(error) {
              kit.releaseReader(reader);
              request.error(error);
            },
          }),
        );
      },
      return(value) {
        if (reader.stream === undefined) return resolved({ value, done: true });
        const { stream: own } = reader;
        const cancelled = keeps ? resolved(undefined) : kit.cancelReadable(own, value);
        kit.releaseReader(reader);
        return kit.then(cancelled, () => ({ value, done: true }));
      },
    };
  };

  // https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaulttee
  // `clones`: whether the second branch gets copies of the chunks.
  kit.tee = function (stream, clones) {
    if (stream.controller.pending !== undefined) return kit.teeBytes(stream);
    const reader = kit.makeReader(stream);
    const branches = [];
    const cancelled = [];
    const whole = kit.deferred();
    let reading = false;
    let readAgain = false;

    function enqueue(controller, chunk) {
      const isCopy = clones && controller === branches[1].controller;
      kit.enqueue(controller, isCopy ? kit.structuredClone(chunk) : chunk);
    }
    const each = (run) => {
      for (let i = 0; i < 2; i += 1) if (cancelled[i] === undefined) run(branches[i].controller);
    };
    function pull() {
      if (reading) {
        readAgain = true;
        return resolved(undefined);
      }
      reading = true;
      kit.readChunk(reader, {
        chunk(chunk) {
          kit.then(resolved(undefined), () => {
            readAgain = false;
            each((controller) => enqueue(controller, chunk));
            reading = false;
            if (readAgain) pull();
          });
        },
        close() {
          reading = false;
          each(kit.closeController);
          if (!cancelled[0] || !cancelled[1]) whole.resolve(undefined);
        },
        error() {
          reading = false;
        },
      });
      return resolved(undefined);
    }
    const cancel = (index) => (reason) => {
      cancelled[index] = { reason };
      if (cancelled[1 - index] !== undefined) {
        whole.resolve(kit.cancelReadable(stream, [cancelled[0].reason, cancelled[1].reason]));
      }
      return whole.promise;
    };
    for (let i = 0; i < 2; i += 1) {
      const path = kit.pathTo(stream, `tee()[${i}]`);
      branches[i] = kit.makeReadable(path, { pull, cancel: cancel(i) }, 1);
    }
    kit.then(reader.closed.promise, undefined, (error) => {
      for (let i = 0; i < 2; i += 1) kit.failController(branches[i].controller, error);
      if (!cancelled[0] || !cancelled[1]) whole.resolve(undefined);
    });
    return [branches[0].object, branches[1].object];
  };
});
