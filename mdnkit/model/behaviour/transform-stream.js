// Streams that change what goes through them. https://streams.spec.whatwg.org/#ts
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));

  function clear(stream) {
    stream.transformAlgorithm = undefined;
    stream.flushAlgorithm = undefined;
    stream.cancelAlgorithm = undefined;
  }

  // https://streams.spec.whatwg.org/#transform-stream-set-backpressure
  function setBackpressure(stream, backpressure) {
    stream.change?.resolve(undefined);
    stream.change = kit.deferred();
    stream.backpressure = backpressure;
  }

  // https://streams.spec.whatwg.org/#transform-stream-error-writable-and-unblock-write
  function errorWritable(stream, error) {
    clear(stream);
    kit.failSink(stream.writable.controller, error);
    if (stream.backpressure) setBackpressure(stream, false);
  }

  function errorBoth(stream, error) {
    kit.failController(stream.readable.controller, error);
    errorWritable(stream, error);
  }

  function perform(stream, chunk) {
    return kit.then(stream.transformAlgorithm(chunk), undefined, (error) => {
      errorBoth(stream, error);
      throw error;
    });
  }

  // https://streams.spec.whatwg.org/#transform-stream-default-sink-write-algorithm
  function write(stream, chunk) {
    if (!stream.backpressure) return perform(stream, chunk);
    return kit.then(stream.change.promise, () => {
      if (stream.writable.status === "erroring") throw stream.writable.error;
      return perform(stream, chunk);
    });
  }

  // The end of a stream, by whichever side it comes: runs once, and both sides wait for it.
  function finish(stream, run, succeed, fail) {
    if (stream.finished !== undefined) return stream.finished.promise;
    stream.finished = kit.deferred();
    const done = run();
    clear(stream);
    kit.then(done, succeed, (error) => {
      fail(error);
      stream.finished.reject(error);
    });
    return stream.finished.promise;
  }

  // https://streams.spec.whatwg.org/#transform-stream-default-sink-close-algorithm
  function close(stream) {
    const { readable } = stream;
    return finish(
      stream,
      () => stream.flushAlgorithm(),
      () => {
        if (readable.status === "errored") {
          stream.finished.reject(readable.error);
        } else {
          kit.closeController(readable.controller);
          stream.finished.resolve(undefined);
        }
      },
      (error) => kit.failController(readable.controller, error),
    );
  }

  // https://streams.spec.whatwg.org/#transform-stream-default-sink-abort-algorithm
  function abort(stream, reason) {
    const { readable } = stream;
    return finish(
      stream,
      () => stream.cancelAlgorithm(reason),
      () => {
        if (readable.status === "errored") {
          stream.finished.reject(readable.error);
        } else {
          kit.failController(readable.controller, reason);
          stream.finished.resolve(undefined);
        }
      },
      (error) => kit.failController(readable.controller, error),
    );
  }

  // https://streams.spec.whatwg.org/#transform-stream-default-source-cancel
  function cancel(stream, reason) {
    const { writable } = stream;
    return finish(
      stream,
      () => stream.cancelAlgorithm(reason),
      () => {
        if (writable.status === "errored") {
          stream.finished.reject(writable.error);
        } else {
          errorWritable(stream, reason);
          stream.finished.resolve(undefined);
        }
      },
      (error) => errorWritable(stream, error),
    );
  }

  // https://streams.spec.whatwg.org/#transform-stream-default-controller-enqueue
  kit.enqueueTransformed = function (stream, chunk) {
    const { controller } = stream.readable;
    if (controller.closeRequested || stream.readable.status !== "readable") {
      throw new TypeError("enqueue: the readable side is closed");
    }
    try {
      kit.enqueue(controller, chunk);
    } catch (error) {
      errorWritable(stream, error);
      throw stream.readable.error;
    }
    const backpressure = !kit.hasRequests(stream.readable) && kit.desiredSize(controller) <= 0;
    if (backpressure !== stream.backpressure) setBackpressure(stream, true);
  };

  // Sets a stream up with functions of the model.
  // https://streams.spec.whatwg.org/#initialize-transform-stream
  kit.setUpTransform = function (stream, algorithms, writableMark, writableSize, mark, size) {
    stream.transformAlgorithm = algorithms.transform;
    stream.flushAlgorithm = algorithms.flush;
    stream.cancelAlgorithm = algorithms.cancel;
    stream.readable = kit.makeNamed("ReadableStream", kit.pathTo(stream, "readable"));
    stream.writable = kit.makeNamed("WritableStream", kit.pathTo(stream, "writable"));
    const started = kit.deferred();
    const sink = {
      start: () => started.promise,
      write: (chunk) => write(stream, chunk),
      close: () => close(stream),
      abort: (reason) => abort(stream, reason),
    };
    kit.startWritable(stream.writable);
    kit.setUpWritableWith(stream.writable, sink, writableMark, writableSize);
    const source = {
      start: () => started.promise,
      pull() {
        setBackpressure(stream, false);
        return stream.change.promise;
      },
      cancel: (reason) => cancel(stream, reason),
    };
    kit.startReadable(stream.readable);
    kit.setUpReadableWith(stream.readable, source, mark, size);
    setBackpressure(stream, true);
    return started;
  };

  // A stream whose chunks go through functions: `transform(chunk)` and `flush()` give lists of
  // chunks.
  kit.transformWith = function (stream, transform, flush) {
    const push = (chunks) => {
      for (let i = 0; i < chunks.length; i += 1) kit.enqueueTransformed(stream, chunks[i]);
    };
    const algorithms = {
      transform: (chunk) => new kit.Promise((resolve) => resolve(push(transform(chunk)))),
      flush: () => new kit.Promise((resolve) => resolve(push(flush()))),
      cancel: () => resolved(undefined),
    };
    kit
      .setUpTransform(
        stream,
        algorithms,
        1,
        () => 1,
        0,
        () => 1,
      )
      .resolve(undefined);
  };

  const side = (stream, name, prepare) => {
    stream[name] ??= kit.makeNamed(name === "readable" ? "ReadableStream" : "WritableStream", name);
    return prepare(stream[name]).object;
  };

  kit.behave("TransformStream", {
    // https://streams.spec.whatwg.org/#ts-constructor
    new(stream, transformer, writableStrategy, readableStrategy) {
      const given = transformer === undefined ? null : transformer;
      const by = kit.convert(given, ["dictionary", "Transformer"], "TransformStream");
      if (by.readableType !== undefined || by.writableType !== undefined) {
        throw new kit.RangeError("TransformStream: a transformer has no types");
      }
      const controller = kit.makeNamed("TransformStreamDefaultController", "controller");
      controller.stream = stream;
      const { object } = controller;
      const through = (chunk) => {
        try {
          return resolved(kit.enqueueTransformed(stream, chunk));
        } catch (error) {
          return kit.rejected(error);
        }
      };
      const algorithms = {
        transform: (chunk) =>
          by.transform === undefined
            ? through(chunk)
            : kit.promiseCall(by.transform, given, [chunk, object]),
        flush: () => kit.promiseCall(by.flush, given, [object]),
        cancel: (reason) => kit.promiseCall(by.cancel, given, [reason]),
      };
      const mark = kit.highWaterMark(readableStrategy, 0);
      const size = kit.sizeAlgorithm(readableStrategy);
      const writableMark = kit.highWaterMark(writableStrategy, 1);
      const writableSize = kit.sizeAlgorithm(writableStrategy);
      const started = kit.setUpTransform(
        stream,
        algorithms,
        writableMark,
        writableSize,
        mark,
        size,
      );
      started.resolve(
        by.start === undefined ? undefined : kit.callScript(by.start, given, [object]),
      );
    },
    "get readable": (stream) => side(stream, "readable", kit.readable),
    "get writable": (stream) => side(stream, "writable", kit.writable),
  });
  kit.behave("TransformStreamDefaultController", {
    "get desiredSize": ({ stream }) => (stream ? kit.desiredSize(stream.readable.controller) : 1),
    enqueue(controller, chunk) {
      if (controller.stream !== undefined) kit.enqueueTransformed(controller.stream, chunk);
    },
    error(controller, reason) {
      if (controller.stream !== undefined) errorBoth(controller.stream, reason);
    },
    // https://streams.spec.whatwg.org/#transform-stream-default-controller-terminate
    terminate({ stream }) {
      if (stream === undefined) return;
      kit.closeController(stream.readable.controller);
      errorWritable(stream, kit.givenTypeError("the stream was terminated"));
    },
  });
  kit.behave("GenericTransformStream", {
    "get readable": (stream) => side(stream, "readable", kit.readable),
    "get writable": (stream) => side(stream, "writable", kit.writable),
  });
});
