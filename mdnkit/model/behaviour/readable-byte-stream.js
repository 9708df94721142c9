// Streams of bytes, and readers that bring their own buffers.
// https://streams.spec.whatwg.org/#rbs-controller-class
(function (kit) {
  "use strict";
  const { TypeError, Uint8Array } = kit;
  const transfer = kit.uncurry(kit.ArrayBuffer.prototype.transfer);
  const setBytes = kit.uncurry(Uint8Array.prototype.set);

  function fail(controller, error) {
    controller.pending = [];
    kit.failController(controller, error);
  }

  const first = (controller) => controller.pending[0];

  // Moves bytes of the queue into a view that waits; says whether it has what it asked for.
  function fill(controller, into) {
    while (controller.queue.length > 0 && into.filled < into.length) {
      const { value } = controller.queue[0];
      const room = into.length - into.filled;
      const part = value.length > room ? value.subarray(0, room) : value;
      setBytes(new Uint8Array(into.buffer, into.offset), part, into.filled);
      into.filled += part.length;
      kit.dequeue(controller);
      if (part.length < value.length) {
        const rest = value.subarray(part.length);
        controller.queue = [{ value: rest, size: rest.length }, ...controller.queue];
        controller.total += rest.length;
      }
    }
    return into.filled >= into.least;
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-convert-pull-into-descriptor
  function viewOf(into) {
    const buffer = transfer(into.buffer);
    return new into.View(buffer, into.offset, into.filled / into.size);
  }

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-commit-pull-into-descriptor
  function commit(controller) {
    const into = first(controller);
    const { stream } = controller;
    const over = into.filled % into.size;
    controller.pending = kit.sliceList(controller.pending, 1);
    if (over > 0) {
      into.filled -= over;
      const end = into.offset + into.filled;
      push(controller, new Uint8Array(into.buffer.slice(end, end + over)));
    }
    kit.fulfillRead(stream, viewOf(into), stream.status === "closed");
  }

  function push(controller, bytes) {
    if (bytes.length > 0) kit.enqueueSized(controller, bytes, bytes.length);
  }

  function commitWhatIsFilled(controller) {
    while (controller.pending.length > 0 && controller.queue.length > 0) {
      if (!fill(controller, first(controller))) return;
      commit(controller);
    }
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

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-enqueue
  kit.enqueueBytes = function (controller, view) {
    if (!mayEnqueue(controller)) return;
    const { byteOffset, byteLength } = view;
    const { stream } = controller;
    const into = first(controller);
    if (into !== undefined) {
      if (into.buffer.detached) throw new TypeError("enqueue: the view that waits is detached");
      into.buffer = transfer(into.buffer);
    }
    const bytes = new Uint8Array(transfer(view.buffer), byteOffset, byteLength);
    if (controller.request !== undefined) controller.request.view = null;
    controller.request = undefined;
    if (kit.hasRequests(stream) && !stream.reader.isByte) {
      controller.pending = [];
      kit.fulfillRead(stream, bytes, false);
    } else {
      push(controller, bytes);
      if (stream.reader?.isByte) commitWhatIsFilled(controller);
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
      fail(controller, error);
      throw error;
    }
    kit.clearAlgorithms(controller);
    kit.closeReadable(controller.stream);
  };

  // Readers ask for whatever there is. https://streams.spec.whatwg.org/#rbs-controller-private-pull
  function pull(controller, request) {
    if (controller.total > 0) {
      const bytes = kit.dequeue(controller);
      afterQueue(controller);
      request.chunk(bytes);
      return;
    }
    const { requests } = controller.stream.reader;
    const size = controller.allocates;
    if (size !== undefined) {
      const into = { View: Uint8Array, buffer: new kit.ArrayBuffer(size), offset: 0, length: size };
      controller.pending = [...controller.pending, { ...into, filled: 0, least: 1, size: 1 }];
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
    const into = { View, buffer: transfer(view.buffer), offset, length, filled: 0, size };
    into.least = least * size;
    const { stream } = controller;
    const wait = () => {
      controller.pending = [...controller.pending, into];
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
      fail(controller, error);
      request.error(error);
    } else {
      wait();
      kit.pullIfNeeded(controller);
    }
  }

  // https://streams.spec.whatwg.org/#byob-reader-read
  kit.readInto = function (reader, view, options) {
    const refused = (why) => kit.rejected(new TypeError(`read: ${why}`));
    if (view.byteLength === 0) return refused("the view has no room");
    const least = options?.min ?? 1;
    if (least === 0) return refused("min is 0");
    if (least > (view.length ?? view.byteLength))
      return kit.rejected(new kit.RangeError("read: min"));
    const { stream } = reader;
    if (stream === undefined) return refused("the reader was released");
    stream.isDisturbed = true;
    if (stream.status === "errored") return kit.rejected(stream.error);
    return kit.promisedRead((request) => pullInto(stream.controller, view, least, request));
  };

  // https://streams.spec.whatwg.org/#set-up-readable-stream-byob-reader
  kit.setByteReader = function (reader, stream) {
    const { controller } = kit.readable(stream);
    // The chunks of streams that the model invented are not known to be bytes, nor to be others.
    if (controller.pending === undefined) {
      if (stream.path === undefined || kit.indexOf(stream.path, "new ") === 0) {
        throw new TypeError("getReader: the stream is no stream of bytes");
      }
      kit.startReadable(stream);
      const source = { pull: () => new kit.Promise((resolve) => resolve()) };
      kit.setUpByteStream(stream, source, 0);
      kit.enqueueBytes(stream.controller, new Uint8Array(1));
      kit.closeByteController(stream.controller);
    }
    kit.setReader(reader, stream);
    reader.isByte = true;
  };

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
    kit.setUpReadableWith(stream, all, highWaterMark, undefined, controller);
    controller.release = () => {
      controller.pending = kit.sliceList(controller.pending, 0, 1);
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
    while (kit.hasRequests(controller.stream)) commit(controller);
  };

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond
  function check(controller, count, name) {
    const into = first(controller);
    const isClosed = controller.stream.status === "closed";
    if (isClosed && count !== 0) throw new TypeError(`${name}: the stream is closed`);
    if (!isClosed && count === 0) throw new TypeError(`${name}: no bytes were written`);
    if (into.filled + count > into.length) throw new kit.RangeError(`${name}: too many bytes`);
  }

  function respond(controller, count) {
    const into = first(controller);
    const { stream } = controller;
    controller.request.view = null;
    controller.request = undefined;
    into.buffer = transfer(into.buffer);
    if (stream.status === "closed") {
      kit.endPending(controller);
      return;
    }
    into.filled += count;
    if (into.filled >= into.least) {
      commit(controller);
      commitWhatIsFilled(controller);
    }
    kit.pullIfNeeded(controller);
  }

  kit.behave("ReadableByteStreamController", {
    "get desiredSize": (controller) => (controller.stream ? kit.desiredSize(controller) : 1),
    "get byobRequest"(controller) {
      const into = controller.pending?.[0];
      if (into === undefined) return null;
      if (controller.request === undefined) {
        const request = kit.makeNamed("ReadableStreamBYOBRequest", "byobRequest");
        request.controller = controller;
        const at = into.offset + into.filled;
        request.view = new Uint8Array(into.buffer, at, into.length - into.filled);
        controller.request = request;
      }
      return controller.request.object;
    },
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
      if (controller.stream !== undefined) fail(controller, error);
    },
  });
  kit.behave("ReadableStreamBYOBRequest", {
    "get view": (request) => request.view ?? null,
    respond(request, count) {
      if (!request.view) throw new TypeError("respond: the request is over");
      if (request.view.buffer.detached) throw new TypeError("respond: the view is detached");
      check(request.controller, count, "respond");
      respond(request.controller, count);
    },
    respondWithNewView(request, view) {
      if (!request.view) throw new TypeError("respondWithNewView: the request is over");
      if (view.buffer.detached) throw new TypeError("respondWithNewView: the view is detached");
      const into = first(request.controller);
      check(request.controller, view.byteLength, "respondWithNewView");
      if (view.buffer.byteLength !== into.buffer.byteLength) {
        throw new kit.RangeError("respondWithNewView: the buffer has another length");
      }
      if (view.byteOffset !== into.offset + into.filled) {
        throw new kit.RangeError("respondWithNewView: the view begins elsewhere");
      }
      const count = view.byteLength;
      into.buffer = view.buffer;
      respond(request.controller, count);
    },
  });
});
