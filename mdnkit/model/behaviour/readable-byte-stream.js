// Streams of bytes.
// https://streams.spec.whatwg.org/#rbs-controller-class
(function (kit) {
  "use strict";
  const { TypeError, Uint8Array } = kit;
  const transfer = kit.uncurry(kit.ArrayBuffer.prototype.transfer);
  const setBytes = kit.uncurry(Uint8Array.prototype.set);
  const subarray = kit.uncurry(Uint8Array.prototype.subarray);
  const sliceBuffer = kit.uncurry(kit.ArrayBuffer.prototype.slice);

  // Views that wait are descriptors: { View, buffer, whole, offset, length, filled, least, size, kind }.
  // The kind is that of the reader who waits: "default", "byte", or "none" once it was released.
  const first = (controller) => controller.pending[0];

  function shift(controller) {
    const into = first(controller);
    controller.pending = kit.sliceList(controller.pending, 1);
    return into;
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-invalidate-byob-request
  function invalidate(controller) {
    if (controller.request !== undefined) controller.request.view = null;
    controller.request = undefined;
  }

  function clearPending(controller) {
    invalidate(controller);
    controller.pending = [];
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-error
  kit.failByteController = function (controller, error) {
    if (controller.stream.status !== "readable") return;
    clearPending(controller);
    kit.failController(controller, error);
  };

  // Moves bytes of the queue into a view that waits, whole elements where these are enough; says
  // whether it has what it asked for.
  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-fill-pull-into-descriptor-from-queue
  function fill(controller, into) {
    const most = kit.Math.min(controller.total, into.length - into.filled);
    const end = into.filled + most;
    const aligned = end - (end % into.size);
    const isReady = aligned >= into.least;
    let left = isReady ? aligned - into.filled : most;
    while (left > 0) {
      const { value } = controller.queue[0];
      const part = value.length > left ? subarray(value, 0, left) : value;
      setBytes(new Uint8Array(into.buffer, into.offset), part, into.filled);
      into.filled += part.length;
      left -= part.length;
      kit.dequeue(controller);
      if (part.length < value.length) {
        const rest = subarray(value, part.length);
        controller.queue = [{ value: rest, size: rest.length }, ...controller.queue];
        controller.total += rest.length;
      }
    }
    return isReady;
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-convert-pull-into-descriptor
  function viewOf(into) {
    const buffer = transfer(into.buffer);
    return new into.View(buffer, into.offset, into.filled / into.size);
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-commit-pull-into-descriptor
  function commit({ stream }, list) {
    for (let i = 0; i < list.length; i += 1) {
      kit.fulfillRead(stream, viewOf(list[i]), stream.status === "closed");
    }
  }

  // Takes the views that the queue fills out of those that wait.
  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-process-pull-into-descriptors-using-queue
  function takeFilled(controller) {
    const list = [];
    while (controller.pending.length > 0 && controller.total > 0) {
      if (fill(controller, first(controller))) kit.push(list, shift(controller));
    }
    return list;
  }

  function push(controller, bytes) {
    if (bytes.length > 0) kit.enqueueSized(controller, bytes, bytes.length);
  }

  // https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamcontrollerenqueueclonedchunktoqueue
  const pushCopy = (controller, { buffer }, start, count) =>
    push(controller, new Uint8Array(sliceBuffer(buffer, start, start + count)));

  // What a released reader waited for goes back to the queue.
  // https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamcontrollerenqueuedetachedpullintotoqueue
  function giveBack(controller) {
    const into = shift(controller);
    pushCopy(controller, into, into.offset, into.filled);
  }

  const mayEnqueue = ({ closeRequested, stream }) =>
    !closeRequested && stream.status === "readable";

  function afterQueue(controller) {
    if (controller.total === 0 && controller.closeRequested) {
      kit.clearAlgorithms(controller);
      kit.closeReadable(controller.stream);
    } else {
      kit.pullIfNeeded(controller);
    }
  }

  function takeChunk(controller) {
    const bytes = kit.dequeue(controller);
    afterQueue(controller);
    return bytes;
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-enqueue
  kit.enqueueBytes = function (controller, view) {
    if (!mayEnqueue(controller)) return;
    const { byteOffset, byteLength } = view;
    const { stream } = controller;
    const bytes = new Uint8Array(transfer(view.buffer), byteOffset, byteLength);
    const into = first(controller);
    if (into !== undefined) {
      if (into.buffer.detached) throw new TypeError("enqueue: the view that waits is detached");
      invalidate(controller);
      into.buffer = transfer(into.buffer);
      if (into.kind === "none") giveBack(controller);
    }
    if (stream.reader !== null && !stream.reader.isByte) {
      while (kit.hasRequests(stream) && controller.total > 0) {
        kit.fulfillRead(stream, takeChunk(controller), false);
      }
      if (kit.hasRequests(stream)) {
        if (controller.pending.length > 0) shift(controller);
        kit.fulfillRead(stream, bytes, false);
      } else {
        push(controller, bytes);
      }
    } else {
      push(controller, bytes);
      if (stream.reader?.isByte) commit(controller, takeFilled(controller));
    }
    kit.pullIfNeeded(controller);
  };

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-close
  kit.closeByteController = function (controller) {
    if (!mayEnqueue(controller)) return;
    controller.closeRequested = true;
    if (controller.total > 0) return;
    const into = first(controller);
    if (into !== undefined && into.filled % into.size > 0) {
      const error = new TypeError("close: the view that waits is filled in part");
      kit.failByteController(controller, error);
      throw error;
    }
    kit.clearAlgorithms(controller);
    kit.closeReadable(controller.stream);
  };

  // Readers ask for whatever there is. https://streams.spec.whatwg.org/#rbs-controller-private-pull
  function pull(controller, request) {
    if (controller.total > 0) {
      request.chunk(takeChunk(controller));
      return;
    }
    const { requests } = controller.stream.reader;
    const size = controller.allocates;
    if (size !== undefined) {
      const into = { View: Uint8Array, buffer: new kit.ArrayBuffer(size), whole: size, offset: 0 };
      kit.push(controller.pending, {
        ...into,
        length: size,
        filled: 0,
        least: 1,
        size: 1,
        kind: "default",
      });
    }
    kit.push(requests, request);
    kit.pullIfNeeded(controller);
  }

  // Readers ask for bytes in their view.
  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-pull-into
  function pullInto(controller, view, least, request) {
    const View = view.constructor;
    const size = View.BYTES_PER_ELEMENT ?? 1;
    const { byteOffset: offset, byteLength: length } = view;
    const whole = view.buffer.byteLength;
    const into = { View, buffer: transfer(view.buffer), whole, offset, length, filled: 0, size };
    into.least = least * size;
    into.kind = "byte";
    const { stream } = controller;
    const wait = () => {
      kit.push(controller.pending, into);
      kit.push(stream.reader.requests, request);
    };
    if (controller.pending.length > 0) {
      wait();
    } else if (stream.status === "closed") {
      request.close(new View(into.buffer, offset, 0));
    } else if (controller.total > 0 && fill(controller, into)) {
      afterQueue(controller);
      request.chunk(viewOf(into));
    } else if (controller.closeRequested) {
      const error = new TypeError("read: the stream ends within an element of the view");
      kit.failByteController(controller, error);
      request.error(error);
    } else {
      wait();
      kit.pullIfNeeded(controller);
    }
  }

  // https://streams.spec.whatwg.org/#set-up-readable-byte-stream-controller
  kit.setUpByteStream = function (stream, algorithms, highWaterMark) {
    const controller = kit.makeNamed(
      "ReadableByteStreamController",
      kit.pathTo(stream, "controller"),
    );
    const none = () => new kit.Promise((resolve) => resolve());
    const all = { __proto__: null, pull: none, cancel: none, ...algorithms };
    controller.pending = [];
    controller.pull = (request) => pull(controller, request);
    controller.pullInto = (view, least, request) => pullInto(controller, view, least, request);
    controller.respond = (count) => respond(controller, count);
    kit.setUpReadableWith(stream, all, highWaterMark, undefined, controller);
    const { cancel } = controller;
    controller.cancel = (reason) => {
      clearPending(controller);
      return cancel(reason);
    };
    // https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamcontroller-releasesteps
    controller.release = () => {
      controller.pending = kit.sliceList(controller.pending, 0, 1);
      if (controller.pending.length > 0) first(controller).kind = "none";
    };
    return controller;
  };

  kit.setUpByteController = function (stream, from, source, highWaterMark) {
    if (from.autoAllocateChunkSize === 0) throw new TypeError("autoAllocateChunkSize is 0");
    const algorithms = kit.algorithmsOf(stream, from, source);
    const controller = kit.setUpByteStream(stream, algorithms, highWaterMark);
    controller.allocates = from.autoAllocateChunkSize;
    if (algorithms.thrown !== undefined) throw algorithms.thrown.error;
  };

  // Gives the views that wait back, as the stream is at its end.
  kit.endPending = function (controller) {
    invalidate(controller);
    const { reader } = controller.stream;
    const list = [];
    while (reader?.isByte && list.length < reader.requests.length) kit.push(list, shift(controller));
    commit(controller, list);
  };

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond-internal
  function respond(controller, count) {
    const into = first(controller);
    invalidate(controller);
    if (controller.stream.status === "closed") {
      if (into.kind === "none") shift(controller);
      kit.endPending(controller);
      return;
    }
    into.filled += count;
    if (into.kind === "none") {
      giveBack(controller);
      commit(controller, takeFilled(controller));
    } else if (into.filled >= into.least) {
      shift(controller);
      const over = into.filled % into.size;
      into.filled -= over;
      pushCopy(controller, into, into.offset + into.filled, over);
      const others = takeFilled(controller);
      commit(controller, [into]);
      commit(controller, others);
    }
    kit.pullIfNeeded(controller);
  }

  kit.behave("ReadableByteStreamController", {
    "get desiredSize": (controller) => (controller.stream ? kit.desiredSize(controller) : 1),
    "get byobRequest": (controller) => kit.byteRequest(controller)?.object ?? null,
    close(controller) {
      if (controller.stream === undefined) return;
      if (!mayEnqueue(controller)) throw new TypeError("close: the stream is closed already");
      kit.closeByteController(controller);
    },
    enqueue(controller, chunk) {
      if (controller.stream === undefined) return;
      if (chunk.byteLength === 0) throw new TypeError("enqueue: the chunk is empty");
      if (!mayEnqueue(controller)) throw new TypeError("enqueue: the stream is closed");
      kit.enqueueBytes(controller, chunk);
    },
    error(controller, error) {
      if (controller.stream !== undefined) kit.failByteController(controller, error);
    },
  });
});
