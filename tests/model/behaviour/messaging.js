// scope: Window

const next = (target) =>
  new Promise((resolve) => target.addEventListener("message", resolve, { once: true }));

test("ports of a channel hear each other", async () => {
  const { port1, port2 } = new MessageChannel();
  const heard = next(port2);
  port2.start();
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

test("messages wait until a port is started, setting onmessage starts it", async () => {
  const { port1, port2 } = new MessageChannel();
  const found = [];
  port2.addEventListener("message", (event) => found.push(event.data));
  port1.postMessage("early");
  await new Promise((resolve) => setTimeout(resolve, 5));
  equal(found, []);
  port2.onmessage = () => {};
  await new Promise((resolve) => setTimeout(resolve, 5));
  equal(found, ["early"]);
});

test("a port that moves takes its messages along", async () => {
  const channel = new MessageChannel();
  const { port1, port2 } = new MessageChannel();
  port1.postMessage("on the way");
  const arrived = next(channel.port2);
  channel.port2.start();
  channel.port1.postMessage("here", [port2]);
  const { ports } = await arrived;
  equal([ports.length, ports[0] === port2, Object.isFrozen(ports)], [1, false, true]);
  const heard = next(ports[0]);
  ports[0].start();
  equal((await heard).data, "on the way");
  throws("DataCloneError", () => channel.port1.postMessage("again", [port2]));
});

test("closing a port tells the other one", async () => {
  const { port1, port2 } = new MessageChannel();
  const closed = new Promise((resolve) => port2.addEventListener("close", resolve));
  port1.close();
  equal((await closed).type, "close");
});

test("a port cannot go through itself", () => {
  const { port1 } = new MessageChannel();
  throws("DataCloneError", () => port1.postMessage("self", [port1]));
});
