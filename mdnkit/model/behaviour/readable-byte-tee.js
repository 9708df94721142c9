// Two branches of a stream of bytes: views that one of them asks for are filled by the stream itself.
// https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamtee
(function (kit) {
  "use strict";
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));

  kit.teeBytes = function (stream) {
    const branches = [];
    const cancelled = [];
    const again = [false, false];
    const whole = kit.deferred();
    let reading = false;
    let reader;

    const controllerOf = (index) => branches[index].controller;
    const finish = () => {
      if (!cancelled[0] || !cancelled[1]) whole.resolve(undefined);
    };

    function setReader(made) {
      reader = made;
      kit.then(made.closed.promise, undefined, (error) => {
        if (made !== reader) return;
        for (let i = 0; i < 2; i += 1) kit.failByteController(controllerOf(i), error);
        finish();
      });
    }

    function takeReader(isByte) {
      if (!!reader.isByte === isByte) return;
      kit.releaseReader(reader);
      const make = isByte ? kit.makeByteReader : kit.makeReader;
      setReader(make(stream));
    }

    // What follows a chunk, in a microtask, as both branches may have been cancelled by then.
    const later = (run) => {
      kit.then(resolved(undefined), () => {
        again[0] = again[1] = false;
        run();
        reading = false;
        for (let i = 0; i < 2; i += 1) if (again[i]) return void pull(i);
      });
    };

    function close(index) {
      if (!cancelled[index]) kit.closeByteController(controllerOf(index));
    }

    function endPending(index) {
      if (!cancelled[index] && controllerOf(index).pending.length > 0) {
        kit.endPending(controllerOf(index));
      }
    }

    function pullDefault() {
      takeReader(false);
      kit.readChunk(reader, {
        chunk: (chunk) =>
          later(() => {
            const second = cancelled[0] || cancelled[1] ? chunk : kit.copiedBytes(chunk);
            if (!cancelled[0]) kit.enqueueBytes(controllerOf(0), chunk);
            if (!cancelled[1]) kit.enqueueBytes(controllerOf(1), second);
          }),
        close() {
          reading = false;
          close(0);
          close(1);
          endPending(0);
          endPending(1);
          finish();
        },
        error() {
          reading = false;
        },
      });
    }

    function pullInto(view, index) {
      takeReader(true);
      const other = 1 - index;
      const request = {
        chunk: (chunk) =>
          later(() => {
            const copy = cancelled[other] ? undefined : kit.copiedBytes(chunk);
            if (!cancelled[index]) kit.respondWithView(controllerOf(index), chunk);
            if (copy !== undefined) kit.enqueueBytes(controllerOf(other), copy);
          }),
        close(chunk) {
          reading = false;
          close(index);
          close(other);
          if (chunk !== undefined) {
            if (!cancelled[index]) kit.respondWithView(controllerOf(index), chunk);
            endPending(other);
          }
          finish();
        },
        error() {
          reading = false;
        },
      };
      stream.isDisturbed = true;
      stream.controller.pullInto(view, 1, request);
    }

    function pull(index) {
      if (reading) {
        again[index] = true;
        return resolved(undefined);
      }
      reading = true;
      const request = kit.byteRequest(controllerOf(index));
      if (request === null) pullDefault();
      else pullInto(request.view, index);
      return resolved(undefined);
    }

    const cancel = (index) => (reason) => {
      cancelled[index] = { reason };
      if (cancelled[1 - index]) {
        whole.resolve(kit.cancelReadable(stream, [cancelled[0].reason, cancelled[1].reason]));
      }
      return whole.promise;
    };

    setReader(kit.makeReader(stream));
    for (let i = 0; i < 2; i += 1) {
      branches[i] = kit.makeNamed("ReadableStream", kit.pathTo(stream, `tee()[${i}]`));
      kit.startReadable(branches[i]);
      const algorithms = { __proto__: null, pull: () => pull(i), cancel: cancel(i) };
      kit.setUpByteStream(branches[i], algorithms, 0);
    }
    return [branches[0].object, branches[1].object];
  };
});
