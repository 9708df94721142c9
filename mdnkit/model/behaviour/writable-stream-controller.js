// What takes the chunks of a stream. https://streams.spec.whatwg.org/#ws-default-controller-class
(function (kit) {
  "use strict";
  const CLOSE = { __proto__: null };

  kit.clearSink = function (controller) {
    controller.writeAlgorithm = undefined;
    controller.closeAlgorithm = undefined;
    controller.abortAlgorithm = undefined;
    controller.sizeAlgorithm = undefined;
  };

  const hasBackpressure = (controller) => controller.highWaterMark - controller.total <= 0;

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-error-if-needed
  function errorIfNeeded(controller, error) {
    if (controller.stream.status !== "writable") return;
    kit.clearSink(controller);
    kit.startErroring(controller.stream, error);
  }
  kit.failSink = errorIfNeeded;

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-process-close
  function close(controller) {
    const { stream } = controller;
    stream.closing = stream.closeRequest;
    stream.closeRequest = undefined;
    kit.dequeue(controller);
    const closed = controller.closeAlgorithm();
    kit.clearSink(controller);
    kit.then(
      closed,
      () => kit.finishClose(stream),
      (error) => {
        stream.closing.reject(error);
        stream.closing = undefined;
        stream.abortRequest?.promised.reject(error);
        stream.abortRequest = undefined;
        kit.dealWithRejection(stream, error);
      },
    );
  }

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-process-write
  function write(controller, chunk) {
    const { stream } = controller;
    stream.inFlight = stream.requests[0];
    stream.requests = kit.sliceList(stream.requests, 1);
    kit.then(
      controller.writeAlgorithm(chunk),
      () => {
        stream.inFlight.resolve(undefined);
        stream.inFlight = undefined;
        kit.dequeue(controller);
        if (!kit.isClosing(stream) && stream.status === "writable") {
          kit.updateBackpressure(stream, hasBackpressure(controller));
        }
        advance(controller);
      },
      (error) => {
        if (stream.status === "writable") kit.clearSink(controller);
        stream.inFlight.reject(error);
        stream.inFlight = undefined;
        kit.dealWithRejection(stream, error);
      },
    );
  }

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-advance-queue-if-needed
  function advance(controller) {
    const { stream } = controller;
    if (!controller.started || stream.inFlight !== undefined) return;
    if (stream.status === "erroring") {
      kit.finishErroring(stream);
    } else if (controller.queue.length > 0) {
      const { value } = controller.queue[0];
      if (value === CLOSE) close(controller);
      else write(controller, value);
    }
  }

  kit.enqueueClose = function (controller) {
    kit.enqueueSized(controller, CLOSE, 0);
    advance(controller);
  };

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-get-chunk-size
  kit.chunkSize = function (controller, chunk) {
    if (controller.sizeAlgorithm === undefined) return 1;
    try {
      return controller.sizeAlgorithm(chunk);
    } catch (error) {
      errorIfNeeded(controller, error);
      return 1;
    }
  };

  // https://streams.spec.whatwg.org/#writable-stream-default-controller-write
  kit.enqueueWrite = function (controller, chunk, size) {
    try {
      kit.enqueueSized(controller, chunk, size);
    } catch (error) {
      errorIfNeeded(controller, error);
      return;
    }
    const { stream } = controller;
    if (!kit.isClosing(stream) && stream.status === "writable") {
      kit.updateBackpressure(stream, hasBackpressure(controller));
    }
    advance(controller);
  };

  // https://streams.spec.whatwg.org/#set-up-writable-stream-default-controller
  kit.setUpWritableWith = function (stream, algorithms, highWaterMark, size) {
    const path = kit.pathTo(stream, "controller");
    const controller = kit.makeNamed("WritableStreamDefaultController", path);
    controller.stream = stream;
    stream.controller = controller;
    kit.resetQueue(controller);
    controller.signal = kit.makeNamed("AbortSignal", `${path}.signal`);
    controller.started = false;
    controller.sizeAlgorithm = size ?? (() => 1);
    controller.highWaterMark = highWaterMark;
    controller.writeAlgorithm = algorithms.write;
    controller.closeAlgorithm = algorithms.close;
    controller.abortAlgorithm = algorithms.abort;
    kit.updateBackpressure(stream, hasBackpressure(controller));
    const begun = algorithms.start?.(controller);
    const started = () => {
      controller.started = true;
      advance(controller);
    };
    kit.then(new kit.Promise((resolve) => resolve(begun)), started, (error) => {
      controller.started = true;
      kit.dealWithRejection(stream, error);
    });
    return controller;
  };

  // https://streams.spec.whatwg.org/#set-up-writable-stream-default-controller-from-underlying-sink
  kit.setUpSink = function (stream, to, sink, highWaterMark, size) {
    let thrown;
    const algorithms = {
      start(controller) {
        if (to.start === undefined) return undefined;
        try {
          return kit.callScript(to.start, sink, [controller.object]);
        } catch (error) {
          thrown = { error };
          return undefined;
        }
      },
      write: (chunk) => kit.promiseCall(to.write, sink, [chunk, stream.controller.object]),
      close: () => kit.promiseCall(to.close, sink, []),
      abort: (reason) => kit.promiseCall(to.abort, sink, [reason]),
    };
    kit.setUpWritableWith(stream, algorithms, highWaterMark, size);
    if (thrown !== undefined) throw thrown.error;
  };

  kit.behave("WritableStreamDefaultController", {
    "get signal"(controller) {
      controller.signal ??= kit.makeNamed("AbortSignal", kit.pathTo(controller, "signal"));
      return controller.signal.object;
    },
    error(controller, error) {
      if (controller.stream !== undefined) errorIfNeeded(controller, error);
    },
  });
});
