// Messages between windows, workers and ports: delivered as tasks.
// https://html.spec.whatwg.org/#web-messaging
(function (kit) {
  "use strict";
  const channels = { __proto__: null };

  function deliver(target, data, more) {
    kit.queueTask(() => {
      const init = { data, origin: "", lastEventId: "", source: null, ports: [], ...more };
      kit.fire("MessageEvent", target, "message", init);
    });
  }

  const transferOf = (options) => (kit.Array.isArray(options) ? options : options?.transfer);

  kit.behave("MessageChannel", {
    new(channel) {
      const ports = [kit.makeNamed("MessagePort", "port1"), kit.makeNamed("MessagePort", "port2")];
      ports[0].peer = ports[1];
      ports[1].peer = ports[0];
      kit.fillFrom(channel, { port1: ports[0].object, port2: ports[1].object });
    },
  });
  kit.behave("MessagePort", {
    postMessage(port, message, options) {
      const data = kit.structuredClone(message, transferOf(options));
      if (port.peer !== undefined) deliver(port.peer, data);
    },
    start: () => undefined,
    close(port) {
      port.peer = undefined;
    },
  });
  kit.behave("BroadcastChannel", {
    new(channel, name) {
      channel.values.name = name;
      channels[name] = [...(channels[name] ?? []), channel];
    },
    postMessage(channel, message) {
      if (channel.closed) throw kit.domException("InvalidStateError", "the channel is closed");
      const data = kit.structuredClone(message);
      for (const other of channels[channel.values.name] ?? []) {
        if (other !== channel && !other.closed)
          deliver(other, data, { origin: "https://example.com" });
      }
    },
    close(channel) {
      channel.closed = true;
    },
  });
  kit.behave("Window", {
    // https://html.spec.whatwg.org/#dom-window-postmessage
    postMessage(scope, message, options, transfer) {
      const list = kit.Array.isArray(transfer) ? transfer : transferOf(options);
      const data = kit.structuredClone(message, list);
      if (scope.object === kit.global)
        deliver(scope, data, { origin: "https://example.com", source: kit.global });
    },
  });
});
