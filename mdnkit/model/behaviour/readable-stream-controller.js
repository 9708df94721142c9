// What fills a stream with chunks. https://streams.spec.whatwg.org/#rs-default-controller-class
(function (kit) {
  "use strict";
  const { TypeError } = kit;

  kit.resetQueue = function (controller) {
    controller.queue = [];
    controller.total = 0;
  };

  // https://streams.spec.whatwg.org/#enqueue-value-with-size
  kit.enqueueSized = function (controller, value, size) {
    if (!(size >= 0) || size === Infinity)
      throw new kit.RangeError(`${size} is no size of a chunk`);
    kit.push(controller.queue, { value, size });
    controller.total += size;
  };

  // https://streams.spec.whatwg.org/#dequeue-value
  kit.dequeue = function (controller) {
    const { value, size } = controller.queue[0];
    controller.queue = kit.sliceList(controller.queue, 1);
    controller.total -= size;
    if (controller.total < 0) controller.total = 0;
    return value;
  };

  // https://streams.spec.whatwg.org/#readable-stream-default-controller-get-desired-size
  kit.desiredSize = function (controller) {
    const { status } = controller.stream;
    if (status === "errored") return null;
    return status === "closed" ? 0 : controller.highWaterMark - controller.total;
  };

  const mayEnqueue = (controller) =>
    !controller.closeRequested && controller.stream.status === "readable";

  kit.clearAlgorithms = function (controller) {
    controller.pullAlgorithm = undefined;
    controller.cancelAlgorithm = undefined;
    controller.sizeAlgorithm = undefined;
  };

  kit.failController = function (controller, error) {
    if (controller.stream.status !== "readable") return;
    kit.resetQueue(controller);
    kit.clearAlgorithms(controller);
    kit.errorReadable(controller.stream, error);
  };

  function shouldPull(controller) {
    const { stream } = controller;
    if (!controller.started || !mayEnqueue(controller)) return false;
    return kit.hasRequests(stream) || kit.desiredSize(controller) > 0;
  }

  // https://streams.spec.whatwg.org/#readable-stream-default-controller-call-pull-if-needed
  function pullIfNeeded(controller) {
    if (!shouldPull(controller)) return;
    if (controller.pulling) {
      controller.pullAgain = true;
      return;
    }
    controller.pulling = true;
    const pulled = () => {
      controller.pulling = false;
      if (!controller.pullAgain) return;
      controller.pullAgain = false;
      pullIfNeeded(controller);
    };
    kit.then(controller.pullAlgorithm(), pulled, (error) => kit.failController(controller, error));
  }
  kit.pullIfNeeded = pullIfNeeded;

  // https://streams.spec.whatwg.org/#readable-stream-default-controller-close
  kit.closeController = function (controller) {
    if (!mayEnqueue(controller)) return;
    controller.closeRequested = true;
    if (controller.queue.length > 0) return;
    kit.clearAlgorithms(controller);
    kit.closeReadable(controller.stream);
  };

  // https://streams.spec.whatwg.org/#readable-stream-default-controller-enqueue
  kit.enqueue = function (controller, chunk) {
    if (!mayEnqueue(controller)) return;
    if (kit.hasRequests(controller.stream)) {
      kit.fulfillRead(controller.stream, chunk, false);
    } else {
      try {
        kit.enqueueSized(controller, chunk, controller.sizeAlgorithm(chunk));
      } catch (error) {
        kit.failController(controller, error);
        throw error;
      }
    }
    pullIfNeeded(controller);
  };

  // Readers ask for a chunk; https://streams.spec.whatwg.org/#rs-default-controller-private-pull
  function pull(controller, request) {
    const { stream } = controller;
    if (controller.queue.length > 0) {
      const chunk = kit.dequeue(controller);
      if (controller.closeRequested && controller.queue.length === 0) {
        kit.clearAlgorithms(controller);
        kit.closeReadable(stream);
      } else {
        pullIfNeeded(controller);
      }
      request.chunk(chunk);
    } else {
      kit.push(stream.reader.requests, request);
      pullIfNeeded(controller);
    }
  }

  function cancel(controller, reason) {
    kit.resetQueue(controller);
    const cancelled = controller.cancelAlgorithm(reason);
    kit.clearAlgorithms(controller);
    return cancelled;
  }

  // Sets a controller up with functions of the model.
  // https://streams.spec.whatwg.org/#set-up-readable-stream-default-controller
  kit.setUpReadableWith = function (stream, algorithms, highWaterMark, size, byteController) {
    const path = kit.pathTo(stream, "controller");
    const controller = byteController ?? kit.makeNamed("ReadableStreamDefaultController", path);
    controller.stream = stream;
    kit.resetQueue(controller);
    controller.started = false;
    controller.closeRequested = false;
    controller.highWaterMark = highWaterMark;
    controller.sizeAlgorithm = size ?? (() => 1);
    controller.pullAlgorithm = algorithms.pull;
    controller.cancelAlgorithm = algorithms.cancel;
    controller.pull ??= (request) => pull(controller, request);
    controller.cancel = (reason) => cancel(controller, reason);
    stream.controller = controller;
    const begun = algorithms.start?.(controller);
    const started = () => {
      controller.started = true;
      pullIfNeeded(controller);
    };
    kit.then(new kit.Promise((resolve) => resolve(begun)), started, (error) =>
      kit.failController(controller, error),
    );
    return controller;
  };

  // What the functions of an underlying source do; `thrown` is what the first of them throws.
  kit.algorithmsOf = function (stream, from, source) {
    const algorithms = {
      thrown: undefined,
      start(controller) {
        if (from.start === undefined) return undefined;
        try {
          return kit.callScript(from.start, source, [controller.object]);
        } catch (error) {
          algorithms.thrown = { error };
          return undefined;
        }
      },
      pull: () => kit.promiseCall(from.pull, source, [stream.controller.object]),
      cancel: (reason) => kit.promiseCall(from.cancel, source, [reason]),
    };
    return algorithms;
  };

  // https://streams.spec.whatwg.org/#set-up-readable-stream-default-controller-from-underlying-source
  kit.setUpController = function (stream, from, source, highWaterMark, size) {
    const algorithms = kit.algorithmsOf(stream, from, source);
    kit.setUpReadableWith(stream, algorithms, highWaterMark, size);
    if (algorithms.thrown !== undefined) throw algorithms.thrown.error;
  };

  // Controllers that the model invented lead nowhere.
  const isReal = (controller) => controller.stream !== undefined;

  kit.behave("ReadableStreamDefaultController", {
    "get desiredSize": (controller) => (isReal(controller) ? kit.desiredSize(controller) : 1),
    close(controller) {
      if (!isReal(controller)) return;
      if (!mayEnqueue(controller)) throw new TypeError("close: the stream is closed already");
      kit.closeController(controller);
    },
    enqueue(controller, chunk) {
      if (!isReal(controller)) return;
      if (!mayEnqueue(controller)) throw new TypeError("enqueue: the stream is closed");
      kit.enqueue(controller, chunk);
    },
    error(controller, error) {
      if (isReal(controller)) kit.failController(controller, error);
    },
  });
});
