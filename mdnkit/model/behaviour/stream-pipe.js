// Streams that lead into streams. https://streams.spec.whatwg.org/#readable-stream-pipe-to
(function (kit) {
  "use strict";
  const { TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));

  // One pipe: its ends, what it was told, and how it comes to its end.
  function pipe(source, target, options) {
    const reader = kit.makeReader(source);
    const writer = kit.makeWriter(target);
    source.isDisturbed = true;
    const whole = kit.deferred();
    let shuttingDown = false;
    let lastWrite = resolved(undefined);

    function finish(failure) {
      kit.releaseWriter(writer);
      kit.releaseReader(reader);
      if (failure === undefined) whole.resolve(undefined);
      else whole.reject(failure.error);
    }

    const written = () => {
      const before = lastWrite;
      return kit.then(before, () => (before === lastWrite ? undefined : written()));
    };

    // https://streams.spec.whatwg.org/#rs-pipeTo-shutdown-with-action
    function shutDown(action, failure) {
      if (shuttingDown) return;
      shuttingDown = true;
      const isOpen = target.status === "writable" && !kit.isClosing(target);
      const ready = isOpen ? written() : resolved(undefined);
      const act = () => {
        const done = action === undefined ? resolved(undefined) : action();
        kit.then(
          done,
          () => finish(failure),
          (error) => finish({ error }),
        );
      };
      if (isOpen) kit.then(ready, act);
      else act();
    }

    function sourceErrored() {
      const { error } = source;
      const abort = () => kit.abortWritable(target, error);
      shutDown(options.preventAbort ? undefined : abort, { error });
    }
    function targetErrored() {
      const { error } = target;
      const cancel = () => kit.cancelReadable(source, error);
      shutDown(options.preventCancel ? undefined : cancel, { error });
    }
    // https://streams.spec.whatwg.org/#writable-stream-default-writer-close-with-error-propagation
    function closeTarget() {
      if (kit.isClosing(target) || target.status === "closed") return resolved(undefined);
      return target.status === "errored" ? kit.rejected(target.error) : kit.closeWritable(target);
    }
    const sourceClosed = () => shutDown(options.preventClose ? undefined : closeTarget, undefined);
    function targetClosed() {
      const error = kit.givenTypeError("pipeTo: the target is closed");
      shutDown(options.preventCancel ? undefined : () => kit.cancelReadable(source, error), {
        error,
      });
    }

    function step() {
      if (shuttingDown) return;
      kit.then(writer.ready.promise, read, () => undefined);
    }
    function read() {
      if (shuttingDown) return;
      kit.readChunk(reader, {
        chunk(chunk) {
          const write = () => {
            const written = kit.writeChunk(writer, chunk);
            step();
            return written;
          };
          lastWrite = kit.then(kit.then(resolved(undefined), write), undefined, () => undefined);
        },
        close: () => undefined,
        error: () => undefined,
      });
    }

    function watch(stream, closed, onError, onClose) {
      if (stream.status === "errored") onError();
      else kit.then(closed.promise, onClose, onError);
    }

    const signal = kit.stateOf(options.signal);
    if (signal !== undefined) {
      const abort = () => {
        const error = kit.abortReason(signal);
        const actions = () => {
          const isWritable = target.status === "writable" && !options.preventAbort;
          const isReadable = source.status === "readable" && !options.preventCancel;
          const aborted = isWritable ? kit.abortWritable(target, error) : resolved(undefined);
          const cancelled = isReadable ? kit.cancelReadable(source, error) : resolved(undefined);
          return kit.then(aborted, () => cancelled);
        };
        shutDown(actions, { error });
      };
      if (kit.isAborted(signal)) {
        abort();
        return whole.promise;
      }
      kit.onAbort(signal, abort);
    }
    watch(source, reader.closed, sourceErrored, sourceClosed);
    watch(target, writer.closed, targetErrored, () => undefined);
    if (source.status === "closed") sourceClosed();
    else if (kit.isClosing(target) || target.status === "closed") targetClosed();
    step();
    return whole.promise;
  }

  kit.pipeTo = function (source, target, options) {
    if (kit.isLocked(kit.readable(source))) {
      return kit.rejected(new TypeError("pipeTo: the stream has a reader"));
    }
    if (kit.writable(target).writer !== null) {
      return kit.rejected(new TypeError("pipeTo: the target has a writer"));
    }
    return pipe(source, target, options);
  };

  // https://streams.spec.whatwg.org/#rs-pipe-through
  kit.pipeThrough = function (source, pair, options) {
    const target = kit.stateOf(pair.writable);
    if (kit.isLocked(kit.readable(source))) throw new TypeError("pipeThrough: it has a reader");
    if (kit.writable(target).writer !== null) throw new TypeError("pipeThrough: it has a writer");
    kit.handled(pipe(source, target, options));
    return pair.readable;
  };
});
