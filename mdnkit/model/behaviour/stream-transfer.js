// Streams that move: what comes through the old one goes on through the new one.
// https://streams.spec.whatwg.org/#rs-transfer
(function (kit) {
  "use strict";

  function between(path) {
    const through = kit.makeNamed("TransformStream", path);
    kit.transformWith(
      through,
      (chunk) => [chunk],
      () => [],
    );
    return through;
  }

  function movedReadable(stream) {
    if (kit.isLocked(kit.readable(stream))) throw kit.refusedCopy("a stream that has a reader");
    const { readable, writable } = between(stream.path);
    kit.pipeThrough(stream, { readable: readable.object, writable: writable.object }, {});
    return readable;
  }

  function movedWritable(stream) {
    if (kit.writable(stream).writer !== null) throw kit.refusedCopy("a stream that has a writer");
    const { readable, writable } = between(stream.path);
    kit.handled(kit.pipeTo(readable, stream, {}));
    return writable;
  }

  kit.behave("ReadableStream", {
    transfer: (stream) => movedReadable(stream),
  });
  kit.behave("WritableStream", {
    transfer: (stream) => movedWritable(stream),
  });
  kit.behave("TransformStream", {
    transfer(stream) {
      const made = kit.makeNamed("TransformStream", stream.path);
      made.readable = movedReadable(stream.readable);
      made.writable = movedWritable(stream.writable);
      return made;
    },
  });
});
