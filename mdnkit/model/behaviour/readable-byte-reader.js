// Readers that bring their own buffers. https://streams.spec.whatwg.org/#byob-reader-class
(function (kit) {
  "use strict";
  const { TypeError, Uint8Array } = kit;

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
    return kit.promisedRead((request) => stream.controller.pullInto(view, least, request));
  };

  kit.makeByteReader = function (stream) {
    const reader = kit.makeNamed("ReadableStreamBYOBReader", kit.pathTo(stream, "getReader()"));
    kit.setByteReader(reader, stream);
    return reader;
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
});
