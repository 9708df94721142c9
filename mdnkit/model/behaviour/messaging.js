// Messages between windows, workers and ports: delivered as tasks.
// https://html.spec.whatwg.org/#web-messaging
(function (kit) {
  "use strict";
  const channels = { __proto__: null };
  const { freeze } = kit.Object;

  function fire(target, data, ports, more) {
    const init = { data, origin: "", lastEventId: "", source: null, ports: freeze(ports), ...more };
    kit.fire("MessageEvent", target, "message", init);
  }

  function deliver(target, data, ports, more) {
    kit.queueTask(() => fire(target, data, ports, more));
  }

  const transferOf = (options) => (kit.Array.isArray(options) ? options : options?.transfer);
  const origin = () => kit.exec(/^[^/]*\/\/[^/]*/, kit.settings.url)[0];

  // https://html.spec.whatwg.org/#message-ports
  function prepared(port) {
    if (port.queue === undefined) {
      port.queue = [];
      port.isEnabled = false;
      // https://html.spec.whatwg.org/#handler-messageport-onmessage
      port.onHandler = (name) => {
        if (name === "onmessage") enable(port);
      };
      if (port.handlers?.onmessage !== undefined) enable(port);
    }
    return port;
  }

  // Messages wait in the queue of their port, which is that of another port once it has moved.
  function pump(port) {
    kit.queueTask(() => {
      let at = port;
      while (at.movedTo !== undefined) at = at.movedTo;
      if (!at.isEnabled || at.queue.length === 0) return;
      const { data, ports } = at.queue[0];
      at.queue = kit.sliceList(at.queue, 1);
      if (!at.isClosed) fire(at, data, ports);
    });
  }

  function post(port, message) {
    kit.push(port.queue, message);
    if (port.isEnabled) pump(port);
  }

  function enable(port) {
    if (prepared(port).isEnabled) return;
    port.isEnabled = true;
    for (let i = 0; i < port.queue.length; i += 1) pump(port);
  }

  kit.entangle = function (first, second) {
    prepared(first).peer = prepared(second);
    second.peer = first;
  };

  kit.behave("MessageChannel", {
    new(channel) {
      const ports = [kit.makeNamed("MessagePort", "port1"), kit.makeNamed("MessagePort", "port2")];
      kit.entangle(ports[0], ports[1]);
      kit.fillFrom(channel, { port1: ports[0].object, port2: ports[1].object });
    },
  });
  kit.behave("MessagePort", {
    // https://html.spec.whatwg.org/#message-port-post-message-steps
    postMessage(port, message, options) {
      const transfer = transferOf(options) ?? [];
      if (kit.listIndex(transfer, port.object) >= 0) {
        throw kit.refusedCopy("a port that is to go through itself");
      }
      const { peer } = port;
      const isDoomed = peer !== undefined && kit.listIndex(transfer, peer.object) >= 0;
      const ports = [];
      const data = kit.structuredClone(message, transfer, ports);
      const isPort = (object) => kit.stateOf(object).entry.up.MessagePort !== undefined;
      if (peer !== undefined && !isDoomed) post(peer, { data, ports: ports.filter(isPort) });
    },
    start(port) {
      enable(port);
    },
    // https://html.spec.whatwg.org/#dom-messageport-close
    close(port) {
      const { peer } = port;
      port.isDetached = true;
      port.isClosed = true;
      if (peer === undefined) return;
      port.peer = undefined;
      peer.peer = undefined;
      kit.queueTask(() => kit.fire("Event", peer, "close", {}));
    },
    transfer(port) {
      const made = kit.makeNamed("MessagePort", port.path);
      prepared(made);
      made.queue = prepared(port).queue;
      port.queue = [];
      port.movedTo = made;
      if (port.peer !== undefined) kit.entangle(made, port.peer);
      port.peer = undefined;
      return made;
    },
  });
  kit.behave("BroadcastChannel", {
    new(channel, name) {
      channel.values.name = name;
      channels[name] = [...(channels[name] ?? []), channel];
    },
    // https://html.spec.whatwg.org/#dom-broadcastchannel-postmessage
    postMessage(channel, message) {
      if (channel.isClosed) throw kit.domException("InvalidStateError", "the channel is closed");
      const data = kit.structuredClone(message);
      for (const other of channels[channel.values.name] ?? []) {
        if (other === channel || other.isClosed) continue;
        kit.queueTask(() => {
          if (!other.isClosed) fire(other, data, [], { origin: origin() });
        });
      }
    },
    close(channel) {
      channel.isClosed = true;
    },
  });

  // Whether a message with this target origin may reach the window itself.
  function isMeant(target) {
    if (target === undefined || target === "*" || target === "/") return true;
    if (kit.parseUrl(target) === undefined) {
      throw kit.domException("SyntaxError", `postMessage: ${target} is no origin`);
    }
    return kit.exec(/^[^/]*\/\/[^/]*/, target)?.[0] === origin();
  }

  kit.behave("Window", {
    // https://html.spec.whatwg.org/#dom-window-postmessage
    postMessage(scope, message, options, transfer) {
      const isText = typeof options === "string";
      const isOwn = scope.object === kit.global;
      const isForIt = isMeant(isText ? options : options?.targetOrigin) || !isOwn;
      const ports = [];
      const list = kit.Array.isArray(transfer) ? transfer : transferOf(options);
      const data = kit.structuredClone(message, list, ports);
      const isPort = (object) => kit.stateOf(object).entry.up.MessagePort !== undefined;
      if (isOwn && isForIt) {
        deliver(scope, data, ports.filter(isPort), { origin: origin(), source: kit.global });
      }
    },
  });

  kit.behave("SharedWorkerGlobalScope", {
    // https://html.spec.whatwg.org/#shared-workers-and-the-sharedworker-interface: the event has the
    // port to the document that connects.
    "event connect"() {
      const inside = kit.makeNamed("MessagePort", "ports[0]");
      kit.entangle(inside, kit.makeNamed("MessagePort", "outside"));
      const ports = kit.Object.freeze([inside.object]);
      return { data: "", origin: "", lastEventId: "", ports, source: inside.object };
    },
  });
});
