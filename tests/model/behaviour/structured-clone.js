// scope: ServiceWorkerGlobalScope

test("plain values, circles included", () => {
  const original = { list: [1, , "a"], none: undefined, big: 1n, nested: { date: new Date(5) } };
  original.self = original;
  const copy = structuredClone(original);
  equal(
    [copy === original, copy.self === copy, copy.big, copy.nested.date.getTime()],
    [false, true, 1n, 5],
  );
  equal([copy.list.length, 1 in copy.list, "none" in copy], [3, false, true]);
});

test("maps, sets, errors, expressions and buffers", () => {
  equal(structuredClone(new Map([[1, { a: 2 }]])).get(1).a, 2);
  equal(structuredClone(new Set(["x"])).has("x"), true);
  const error = structuredClone(new RangeError("m"));
  equal([error instanceof RangeError, error.message], [true, "m"]);
  equal(String(structuredClone(/a/gi)), "/a/gi");
  const bytes = new Uint8Array([1, 2, 3]);
  const copy = structuredClone(bytes.subarray(1));
  equal([copy.length, copy[0], copy.buffer === bytes.buffer], [2, 2, false]);
});

test("what cannot be copied", () => {
  for (const value of [
    () => {},
    Symbol("x"),
    { f() {} },
    new WeakMap(),
    Promise.resolve(),
    new EventTarget(),
  ]) {
    throws("DataCloneError", () => structuredClone(value));
  }
});

test("transferring", () => {
  const buffer = new ArrayBuffer(8);
  const copy = structuredClone({ buffer }, { transfer: [buffer] });
  equal([buffer.byteLength, copy.buffer.byteLength], [0, 8]);
  throws("DataCloneError", () => structuredClone(1, { transfer: [{}] }));
});

test("getters run and prototypes are left behind", () => {
  class Point {
    x = 1;
    get y() {
      return 2;
    }
  }
  const copy = structuredClone(
    Object.assign(new Point(), {
      get z() {
        return 3;
      },
    }),
  );
  equal([copy instanceof Point, copy.x, copy.y, copy.z], [false, 1, undefined, 3]);
});

test("resizable buffers and views of them stay what they are", () => {
  const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
  const copy = structuredClone({
    buffer,
    follows: new Uint8Array(buffer),
    fixed: new Uint8Array(buffer, 0, 4),
  });
  equal([copy.buffer.resizable, copy.buffer.maxByteLength], [true, 8]);
  copy.buffer.resize(6);
  equal(
    [copy.follows.length, copy.fixed.length, copy.follows.buffer === copy.buffer],
    [6, 4, true],
  );
});

test("detached buffers and views beyond their buffer cannot be copied", () => {
  const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
  const view = new Uint8Array(buffer, 4, 4);
  buffer.resize(2);
  throws("DataCloneError", () => structuredClone(view));
  buffer.transfer();
  throws("DataCloneError", () => structuredClone(buffer));
});

test("what moves is detached where it was, and in the copy where it was in the value", () => {
  const view = new Uint8Array([1, 2, 3]);
  const { buffer } = view;
  const copy = structuredClone({ view }, { transfer: [buffer] });
  equal([buffer.detached, view.length, copy.view.length, copy.view[2]], [true, 0, 3, 3]);
  throws("DataCloneError", () => structuredClone(null, { transfer: [buffer] }));
  const stream = new ReadableStream();
  const moved = structuredClone(stream, { transfer: [stream] });
  equal([moved instanceof ReadableStream, moved === stream, stream.locked], [true, false, true]);
  throws("DataCloneError", () => structuredClone(stream, { transfer: [stream] }));
});
