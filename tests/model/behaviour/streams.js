// scope: DedicatedWorkerGlobalScope

const letters = (more) => {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      at += 1;
      if (at > 3) controller.close();
      else controller.enqueue("abc"[at - 1]);
    },
    ...more,
  });
};

test("chunks come in order, then the end", async () => {
  const reader = letters().getReader();
  const found = [];
  for (let step; !(step = await reader.read()).done;) found.push(step.value);
  equal(found, ["a", "b", "c"]);
  equal((await reader.read()).done, true);
  equal(await reader.closed, undefined);
});

test("a source is asked only as long as there is room", async () => {
  let pulls = 0;
  new ReadableStream(
    {
      pull(controller) {
        pulls += 1;
        controller.enqueue(pulls);
      },
    },
    new CountQueuingStrategy({ highWaterMark: 2 }),
  );
  await new Promise((resolve) => setTimeout(resolve));
  equal(pulls, 2);
});

test("a stream has one reader at a time", () => {
  const stream = letters();
  const reader = stream.getReader();
  equal(stream.locked, true);
  throws("TypeError", () => stream.getReader());
  reader.releaseLock();
  equal(stream.locked, false);
});

test("releasing a reader rejects what it waits for", async () => {
  const reader = new ReadableStream().getReader();
  const read = reader.read();
  reader.releaseLock();
  await rejects("TypeError", read);
  await rejects("TypeError", reader.closed);
});

test("iterating reads to the end, leaving early cancels", async () => {
  const found = [];
  for await (const chunk of letters()) found.push(chunk);
  let reason = "none";
  const stream = letters({
    cancel(given) {
      reason = given;
    },
  });
  for await (const chunk of stream) {
    found.push(chunk);
    break;
  }
  equal(found, ["a", "b", "c", "a"]);
  equal([reason, stream.locked], [undefined, false]);
});

test("what start throws is thrown, what pull throws errors the stream", async () => {
  throws(
    "RangeError",
    () =>
      new ReadableStream({
        start: () => {
          throw new RangeError("no");
        },
      }),
  );
  const stream = new ReadableStream({ pull: () => Promise.reject(new RangeError("late")) });
  await rejects("RangeError", stream.getReader().read());
});

test("enqueue after close is a TypeError", () => {
  new ReadableStream({
    start(controller) {
      controller.close();
      throws("TypeError", () => controller.enqueue(1));
      throws("TypeError", () => controller.close());
    },
  });
});

test("from takes iterables, those of promises too", async () => {
  const found = [];
  for await (const chunk of ReadableStream.from([Promise.resolve(1), 2])) found.push(chunk);
  equal(found, [1, 2]);
});

test("a branch of a stream of bytes asks the stream for the bytes of its view", async () => {
  let asked;
  const stream = new ReadableStream({
    type: "bytes",
    pull(controller) {
      asked = controller.byobRequest.view.byteLength;
      controller.byobRequest.view[0] = 5;
      controller.byobRequest.respond(1);
    },
  });
  const [first, second] = stream.tee();
  const { value } = await first.getReader({ mode: "byob" }).read(new Uint8Array(3));
  equal([asked, value.length, value[0]], [3, 1, 5]);
  equal([...(await second.getReader().read()).value], [5]);
});

test("both branches of a tee get every chunk", async () => {
  const [first, second] = letters().tee();
  const all = async (stream) => {
    let text = "";
    for await (const chunk of stream) text += chunk;
    return text;
  };
  equal(await Promise.all([all(first), all(second)]), ["abc", "abc"]);
});

test("a writer waits while the sink is busy", async () => {
  let release;
  const found = [];
  const stream = new WritableStream({
    write(chunk) {
      found.push(chunk);
      return new Promise((resolve) => {
        release = resolve;
      });
    },
    close: () => found.push("close"),
  });
  const writer = stream.getWriter();
  await writer.ready;
  const written = writer.write("a");
  const closed = writer.close();
  equal(writer.desiredSize, 0);
  await Promise.resolve();
  equal(found, ["a"]);
  release();
  await written;
  await closed;
  equal(found, ["a", "close"]);
});

test("aborting tells the sink and rejects later writes", async () => {
  let reason;
  const stream = new WritableStream({
    abort: (given) => {
      reason = given;
    },
  });
  const writer = stream.getWriter();
  await writer.abort("enough");
  equal(reason, "enough");
  await rejects(
    "TypeError",
    writer.write("a").catch((given) => Promise.reject(new TypeError(given))),
  );
});

test("pipeTo carries chunks, the end and errors", async () => {
  const found = [];
  const sink = () => new WritableStream({ write: (chunk) => void found.push(chunk) });
  await letters().pipeTo(sink());
  equal(found, ["a", "b", "c"]);
  const broken = new ReadableStream({ pull: () => Promise.reject(new RangeError("broken")) });
  await rejects("RangeError", broken.pipeTo(sink()));
});

test("a signal stops a pipe", async () => {
  const controller = new AbortController();
  const piped = new ReadableStream().pipeTo(new WritableStream(), { signal: controller.signal });
  controller.abort();
  await rejects("AbortError", piped);
});

test("pipeThrough gives the readable side of a transform", async () => {
  const doubled = letters().pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        controller.enqueue(chunk + chunk);
      },
      flush: (controller) => controller.enqueue("end"),
    }),
  );
  const found = [];
  for await (const chunk of doubled) found.push(chunk);
  equal(found, ["aa", "bb", "cc", "end"]);
});

test("bytes are read into the reader's own buffer", async () => {
  const stream = new ReadableStream({
    type: "bytes",
    pull(controller) {
      const { view } = controller.byobRequest;
      view[0] = 7;
      controller.byobRequest.respond(1);
    },
  });
  const reader = stream.getReader({ mode: "byob" });
  const own = new Uint8Array(4);
  const { value, done } = await reader.read(own);
  equal([value[0], value.length, value.buffer.byteLength, done], [7, 1, 4, false]);
  equal(own.byteLength, 0);
});

test("only streams of bytes have such readers", () => {
  throws("TypeError", () => letters().getReader({ mode: "byob" }));
});

test("bytes for a reader that was released are the next one's", async () => {
  let controller;
  const stream = new ReadableStream({ type: "bytes", start: (made) => void (controller = made) });
  const released = stream.getReader({ mode: "byob" });
  const read = released.read(new Uint8Array(4));
  released.releaseLock();
  await rejects("TypeError", read);
  const chunk = stream.getReader({ mode: "byob" }).read(new Uint8Array(4));
  controller.byobRequest.view.set([1, 2]);
  controller.byobRequest.respond(2);
  equal([...(await chunk).value], [1, 2]);
  equal(controller.byobRequest, null);
});

test("views get whole elements as long as these are enough", async () => {
  const stream = new ReadableStream({
    type: "bytes",
    start: (controller) => controller.enqueue(new Uint8Array([1, 1, 2])),
  });
  const reader = stream.getReader({ mode: "byob" });
  const { value } = await reader.read(new Uint16Array(2));
  equal([value.length, value[0]], [1, 0x0101]);
});

test("a request for bytes ends when the stream is cancelled", async () => {
  let request;
  const stream = new ReadableStream({
    type: "bytes",
    pull: (controller) => void (request = controller.byobRequest),
  });
  const reader = stream.getReader({ mode: "byob" });
  const read = reader.read(new Uint8Array(1));
  await Promise.resolve();
  await reader.cancel();
  equal([(await read).done, request.view], [true, null]);
  throws("TypeError", () => request.respond(0));
});

test("strategies measure chunks", () => {
  equal(new ByteLengthQueuingStrategy({ highWaterMark: 3 }).size(new Uint8Array(5)), 5);
  equal(new CountQueuingStrategy({ highWaterMark: 3 }).size("any"), 1);
  throws("RangeError", () => new ReadableStream({}, { highWaterMark: -1 }));
});
