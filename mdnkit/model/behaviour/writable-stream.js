// Streams that are written to. https://streams.spec.whatwg.org/#ws
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));

  kit.startWritable = function (stream) {
    stream.status = "writable";
    stream.error = undefined;
    stream.writer = null;
    stream.requests = [];
    stream.inFlight = undefined;
    stream.closeRequest = undefined;
    stream.closing = undefined;
    stream.abortRequest = undefined;
    stream.backpressure = false;
  };

  // A stream with the model's state of it; those that the model invented take everything.
  kit.writable = function (stream) {
    if (stream.status !== undefined) return stream;
    kit.startWritable(stream);
    const none = () => resolved(undefined);
    kit.setUpWritableWith(stream, { write: none, close: none, abort: none }, 1);
    return stream;
  };

  kit.isClosing = (stream) => stream.closeRequest !== undefined || stream.closing !== undefined;

  // https://streams.spec.whatwg.org/#writable-stream-update-backpressure
  kit.updateBackpressure = function (stream, backpressure) {
    const { writer } = stream;
    if (writer !== null && backpressure !== stream.backpressure) {
      if (backpressure) writer.ready = kit.deferred();
      else writer.ready.resolve(undefined);
    }
    stream.backpressure = backpressure;
  };

  function rejectReady(writer, error) {
    if (writer.ready.isPending) writer.ready.reject(error);
    else writer.ready = kit.rejectedDeferred(error);
    kit.handled(writer.ready.promise);
  }

  function rejectClosed(writer, error) {
    if (writer.closed.isPending) writer.closed.reject(error);
    else writer.closed = kit.rejectedDeferred(error);
    kit.handled(writer.closed.promise);
  }

  function rejectCloseRequest(stream) {
    if (stream.closeRequest !== undefined) {
      stream.closeRequest.reject(stream.error);
      stream.closeRequest = undefined;
    }
    if (stream.writer !== null) rejectClosed(stream.writer, stream.error);
  }

  // https://streams.spec.whatwg.org/#writable-stream-start-erroring
  kit.startErroring = function (stream, reason) {
    stream.status = "erroring";
    stream.error = reason;
    if (stream.writer !== null) rejectReady(stream.writer, reason);
    const isBusy = stream.inFlight !== undefined || stream.closing !== undefined;
    if (!isBusy && stream.controller.started) kit.finishErroring(stream);
  };

  // https://streams.spec.whatwg.org/#writable-stream-finish-erroring
  kit.finishErroring = function (stream) {
    stream.status = "errored";
    kit.resetQueue(stream.controller);
    const { requests } = stream;
    stream.requests = [];
    for (let i = 0; i < requests.length; i += 1) requests[i].reject(stream.error);
    const request = stream.abortRequest;
    if (request === undefined) {
      rejectCloseRequest(stream);
      return;
    }
    stream.abortRequest = undefined;
    if (request.wasErroring) {
      request.promised.reject(stream.error);
      rejectCloseRequest(stream);
      return;
    }
    const { controller } = stream;
    const aborted = controller.abortAlgorithm(request.reason);
    kit.clearSink(controller);
    kit.then(
      aborted,
      () => {
        request.promised.resolve(undefined);
        rejectCloseRequest(stream);
      },
      (error) => {
        request.promised.reject(error);
        rejectCloseRequest(stream);
      },
    );
  };

  // https://streams.spec.whatwg.org/#writable-stream-deal-with-rejection
  kit.dealWithRejection = function (stream, error) {
    if (stream.status === "writable") kit.startErroring(stream, error);
    else kit.finishErroring(stream);
  };

  kit.finishClose = function (stream) {
    stream.closing.resolve(undefined);
    stream.closing = undefined;
    if (stream.status === "erroring") {
      stream.error = undefined;
      stream.abortRequest?.promised.resolve(undefined);
      stream.abortRequest = undefined;
    }
    stream.status = "closed";
    stream.writer?.closed.resolve(undefined);
  };

  // https://streams.spec.whatwg.org/#writable-stream-abort
  kit.abortWritable = function (stream, reason) {
    if (stream.status === "closed" || stream.status === "errored") return resolved(undefined);
    kit.abortSignal(stream.controller.signal, reason);
    const { status } = stream;
    if (status === "closed" || status === "errored") return resolved(undefined);
    if (stream.abortRequest !== undefined) return stream.abortRequest.promised.promise;
    const wasErroring = status === "erroring";
    const promised = kit.deferred();
    stream.abortRequest = { promised, reason: wasErroring ? undefined : reason, wasErroring };
    if (!wasErroring) kit.startErroring(stream, reason);
    return promised.promise;
  };

  // https://streams.spec.whatwg.org/#writable-stream-close
  kit.closeWritable = function (stream) {
    if (stream.status === "closed" || stream.status === "errored") {
      return kit.rejected(new TypeError(`close: the stream is ${stream.status}`));
    }
    if (kit.isClosing(stream)) return kit.rejected(new TypeError("close: it is closing already"));
    stream.closeRequest = kit.deferred();
    const { promise } = stream.closeRequest;
    if (stream.writer !== null && stream.backpressure && stream.status === "writable") {
      stream.writer.ready.resolve(undefined);
    }
    kit.enqueueClose(stream.controller);
    return promise;
  };

  // https://streams.spec.whatwg.org/#set-up-writable-stream-default-writer
  kit.setWriter = function (writer, stream) {
    if (kit.writable(stream).writer !== null)
      throw new TypeError("the stream has a writer already");
    writer.stream = stream;
    stream.writer = writer;
    const { status } = stream;
    writer.ready = kit.deferred();
    writer.closed = kit.deferred();
    if (status === "errored" || status === "erroring") {
      writer.ready = kit.rejectedDeferred(stream.error);
    } else if (status === "closed" || kit.isClosing(stream) || !stream.backpressure) {
      writer.ready.resolve(undefined);
    }
    if (status === "closed") writer.closed.resolve(undefined);
    if (status === "errored") writer.closed = kit.rejectedDeferred(stream.error);
  };

  // https://streams.spec.whatwg.org/#writable-stream-default-writer-write
  kit.writeChunk = function (writer, chunk) {
    const { stream } = writer;
    const size = kit.chunkSize(stream.controller, chunk);
    if (writer.stream !== stream)
      return kit.rejected(new TypeError("write: the writer was released"));
    if (stream.status === "errored") return kit.rejected(stream.error);
    if (stream.status === "closed" || kit.isClosing(stream)) {
      return kit.rejected(new TypeError("write: the stream is closed"));
    }
    if (stream.status === "erroring") return kit.rejected(stream.error);
    const request = kit.deferred();
    kit.push(stream.requests, request);
    kit.enqueueWrite(stream.controller, chunk, size);
    return request.promise;
  };

  // https://streams.spec.whatwg.org/#writable-stream-default-writer-release
  kit.releaseWriter = function (writer) {
    const released = kit.givenTypeError("the writer was released");
    rejectReady(writer, released);
    rejectClosed(writer, released);
    writer.stream.writer = null;
    writer.stream = undefined;
  };

  kit.writableSize = function (stream) {
    if (stream.status === "errored" || stream.status === "erroring") return null;
    const { highWaterMark, total } = stream.controller;
    return stream.status === "closed" ? 0 : highWaterMark - total;
  };

  kit.makeWriter = function (stream) {
    const writer = kit.makeNamed("WritableStreamDefaultWriter", kit.pathTo(stream, "getWriter()"));
    kit.setWriter(writer, stream);
    return writer;
  };

  // A writer that the model invented writes to an invented stream.
  function prepared(writer) {
    if (writer.ready === undefined) {
      kit.setWriter(writer, kit.makeNamed("WritableStream", writer.path));
    }
    return writer;
  }
  const noStream = (name) => kit.rejected(new TypeError(`${name}: the writer was released`));

  kit.behave("WritableStreamDefaultWriter", {
    new: (writer, stream) => kit.setWriter(writer, kit.stateOf(stream)),
    "get closed": (writer) => prepared(writer).closed.promise,
    "get ready": (writer) => prepared(writer).ready.promise,
    "get desiredSize"(writer) {
      const { stream } = prepared(writer);
      if (stream === undefined) throw new TypeError("desiredSize: the writer was released");
      return kit.writableSize(stream);
    },
    write: (writer, chunk) =>
      prepared(writer).stream === undefined ? noStream("write") : kit.writeChunk(writer, chunk),
    close: (writer) =>
      prepared(writer).stream === undefined ? noStream("close") : kit.closeWritable(writer.stream),
    abort: (writer, reason) =>
      prepared(writer).stream === undefined
        ? noStream("abort")
        : kit.abortWritable(writer.stream, reason),
    releaseLock(writer) {
      if (prepared(writer).stream !== undefined) kit.releaseWriter(writer);
    },
  });

  const locked = (name) => kit.rejected(new TypeError(`${name}: the stream has a writer`));

  kit.behave("WritableStream", {
    // https://streams.spec.whatwg.org/#ws-constructor
    new(stream, sink, strategy) {
      const given = sink === undefined ? null : sink;
      const to = kit.convert(given, ["dictionary", "UnderlyingSink"], "WritableStream");
      if (to.type !== undefined) throw new kit.RangeError("WritableStream: a sink has no type");
      kit.startWritable(stream);
      const size = kit.sizeAlgorithm(strategy);
      kit.setUpSink(stream, to, given, kit.highWaterMark(strategy, 1), size);
    },
    "get locked": (stream) => kit.writable(stream).writer !== null,
    abort: (stream, reason) =>
      kit.writable(stream).writer !== null ? locked("abort") : kit.abortWritable(stream, reason),
    close: (stream) =>
      kit.writable(stream).writer !== null ? locked("close") : kit.closeWritable(stream),
    getWriter: (stream) => kit.makeWriter(stream).object,
  });
});
