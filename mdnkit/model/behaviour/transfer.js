// Objects that move from one owner to another, and copies of buffers and their views.
// https://html.spec.whatwg.org/#transferable-objects
(function (kit) {
  "use strict";
  const { ArrayBuffer, Uint8Array } = kit;
  const setBytes = kit.uncurry(Uint8Array.prototype.set);
  const keys = kit.uncurry(Uint8Array.prototype.keys);
  const detach = kit.uncurry(ArrayBuffer.prototype.transfer);
  const resize = kit.uncurry(ArrayBuffer.prototype.resize);
  const slice = kit.uncurry(ArrayBuffer.prototype.slice);

  kit.copiedBuffer = function (buffer) {
    if (buffer.detached) throw kit.refusedCopy("a detached ArrayBuffer");
    if (!buffer.resizable) return slice(buffer, 0);
    const made = new ArrayBuffer(buffer.byteLength, { maxByteLength: buffer.maxByteLength });
    setBytes(new Uint8Array(made), new Uint8Array(buffer));
    return made;
  };

  // Whether a view lies beyond the end of its buffer, which has shrunk since.
  function isOut(view, kind) {
    try {
      if (kind === "DataView") return view.byteLength < 0;
      keys(view);
      return false;
    } catch {
      return true;
    }
  }

  // Whether the length of a view is that of its buffer, whatever that becomes: seen when it changes.
  function followsBuffer(view) {
    const { buffer } = view;
    const { byteLength: size, maxByteLength: most } = buffer;
    const step = view.BYTES_PER_ELEMENT ?? 1;
    const before = view.byteLength;
    if (!buffer.resizable || most < step) return false;
    if (size + step <= most) {
      resize(buffer, size + step);
      const follows = view.byteLength !== before;
      resize(buffer, size);
      return follows;
    }
    const content = slice(buffer, 0);
    resize(buffer, size - step);
    const kind = kit.builtIn(view);
    const follows = !isOut(view, kind) && view.byteLength !== before;
    resize(buffer, size);
    setBytes(new Uint8Array(buffer), new Uint8Array(content));
    return follows;
  }

  kit.copiedView = function (view, kind, copy) {
    if (isOut(view, kind)) throw kit.refusedCopy(`a ${kind} beyond its buffer`);
    const { byteOffset } = view;
    const follows = followsBuffer(view);
    const length = kind === "DataView" ? view.byteLength : view.length;
    const buffer = copy(view.buffer);
    const made = kit.global[kind];
    return follows ? new made(buffer, byteOffset) : new made(buffer, byteOffset, length);
  };

  // What most platform objects do when they move: their state goes to a new object.
  function movedObject(state) {
    const made = kit.make(state.entry, state.path);
    for (const key in state) if (!(key in made) || key === "brief") made[key] = state[key];
    for (const key in state.values) made.values[key] = state.values[key];
    return made;
  }

  // What an object becomes, and what is to be done to the old one when all is copied.
  function move(object) {
    if (kit.builtIn(object) === "ArrayBuffer") {
      return { made: kit.copiedBuffer(object), end: () => detach(object) };
    }
    const state = kit.stateOf(object);
    if (state === undefined || !state.entry.head.T || state.isDetached) {
      throw kit.refusedCopy("an object that is to be transferred");
    }
    const behaviour = kit.inherited(state.entry, "transfer");
    const made = behaviour === undefined ? movedObject(state) : behaviour(state);
    return { made: made.object, end: () => (state.isDetached = true) };
  }

  // Moves objects, noting in `seen` what becomes of them.
  // https://html.spec.whatwg.org/#structuredserializewithtransfer
  kit.moveAll = function (transfer, seen) {
    const ends = [];
    const list = [];
    for (const object of transfer) {
      if (seen.has(object)) throw kit.refusedCopy("an object that is to be transferred twice");
      seen.set(object, undefined);
    }
    for (const object of transfer) {
      const { made, end } = move(object);
      seen.set(object, made);
      kit.push(ends, end);
      if (kit.builtIn(made) === undefined) kit.push(list, made);
    }
    return { ends, list };
  };
});
