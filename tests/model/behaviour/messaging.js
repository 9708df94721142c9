// scope: Window

const next = (target) =>
  new Promise((resolve) => target.addEventListener("message", resolve, { once: true }));

test("ports of a channel hear each other", async () => {
  const { port1, port2 } = new MessageChannel();
  const heard = next(port2);
  const message = { list: [1] };
  port1.postMessage(message);
  const event = await heard;
  equal(
    [event.data.list[0], event.data === message, event.isTrusted, event.target],
    [1, false, true, port2],
  );
  throws("DataCloneError", () => port1.postMessage(() => {}));
});

test("channels of one name hear each other, not themselves", async () => {
  const [first, second] = [new BroadcastChannel("c"), new BroadcastChannel("c")];
  let own = false;
  first.onmessage = () => {
    own = true;
  };
  const heard = next(second);
  first.postMessage("x");
  equal([(await heard).data, own], ["x", false]);
  first.close();
  throws("InvalidStateError", () => first.postMessage("y"));
});

test("a window can send to itself", async () => {
  const heard = next(window);
  postMessage("hello", "*");
  const event = await heard;
  equal([event.data, event.origin, event.source], ["hello", "https://example.com", window]);
});
