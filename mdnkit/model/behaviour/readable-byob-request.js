// What a source writes into the view that waits.
// https://streams.spec.whatwg.org/#rs-byob-request-class
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const transfer = kit.uncurry(kit.ArrayBuffer.prototype.transfer);
  const first = (controller) => controller.pending[0];

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond
  function check(controller, count, name) {
    const into = first(controller);
    const isClosed = controller.stream.status === "closed";
    if (isClosed && count !== 0) throw new TypeError(`${name}: the stream is closed`);
    if (!isClosed && count === 0) throw new TypeError(`${name}: no bytes were written`);
    if (into.filled + count > into.length) throw new kit.RangeError(`${name}: too many bytes`);
  }

  // The request for the view that waits first, or null.
  // https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamcontrollergetbyobrequest
  kit.byteRequest = function (controller) {
    const into = controller.pending?.[0];
    if (into === undefined) return null;
    if (controller.request === undefined) {
      const request = kit.makeNamed("ReadableStreamBYOBRequest", "byobRequest");
      request.controller = controller;
      const at = into.offset + into.filled;
      request.view = new kit.Uint8Array(into.buffer, at, into.length - into.filled);
      controller.request = request;
    }
    return controller.request;
  };

  // https://streams.spec.whatwg.org/#readable-byte-stream-controller-respond-with-new-view
  kit.respondWithView = function (controller, view) {
    const into = first(controller);
    check(controller, view.byteLength, "respondWithNewView");
    if (view.buffer.byteLength !== into.whole) {
      throw new kit.RangeError("respondWithNewView: the buffer has another length");
    }
    if (view.byteOffset !== into.offset + into.filled) {
      throw new kit.RangeError("respondWithNewView: the view begins elsewhere");
    }
    const count = view.byteLength;
    into.buffer = transfer(view.buffer);
    controller.respond(count);
  };

  kit.behave("ReadableStreamBYOBRequest", {
    "get view": (request) => request.view ?? null,
    respond(request, count) {
      if (!request.view) throw new TypeError("respond: the request is over");
      if (request.view.buffer.detached) throw new TypeError("respond: the view is detached");
      check(request.controller, count, "respond");
      const into = first(request.controller);
      into.buffer = transfer(into.buffer);
      request.controller.respond(count);
    },
    respondWithNewView(request, view) {
      if (!request.view) throw new TypeError("respondWithNewView: the request is over");
      if (view.buffer.detached) throw new TypeError("respondWithNewView: the view is detached");
      kit.respondWithView(request.controller, view);
    },
  });
});
