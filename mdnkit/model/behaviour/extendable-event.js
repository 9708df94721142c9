// How long the events of a service worker last.
// https://w3c.github.io/ServiceWorker/#extendableevent-interface
(function (kit) {
  "use strict";

  // https://w3c.github.io/ServiceWorker/#extendableevent-active
  const isActive = (event) => !!event.dispatching || (event.pending ?? 0) > 0;
  kit.isExtendable = isActive;

  const invalid = (message) => kit.domException("InvalidStateError", message);

  // https://w3c.github.io/ServiceWorker/#extendableevent-add-lifetime-promise
  function extend(event, promise) {
    if (!event.values.isTrusted) throw invalid("the event was made by a script");
    if (!isActive(event))
      throw invalid("the event is over: its lifetime cannot be extended any more");
    const { phase } = kit;
    event.pending = (event.pending ?? 0) + 1;
    const settled = () => {
      kit.then(new kit.Promise((resolve) => resolve()), () => {
        event.pending -= 1;
      });
    };
    kit.then(promise, settled, (reason) => {
      settled();
      if (!kit.isReported(reason)) kit.inPhase(phase, () => kit.fail("reject", reason, false));
    });
  }

  // https://w3c.github.io/ServiceWorker/#fetch-event-respondwith
  function respond(event, promise) {
    if (!event.dispatching) throw invalid("respondWith() is called after the event was dispatched");
    if (event.responded) throw invalid("respondWith() was called before");
    extend(event, promise);
    event.stopped = true;
    event.stoppedNow = true;
    event.responded = true;
  }

  kit.behave("ExtendableEvent", {
    // https://w3c.github.io/ServiceWorker/#dom-extendableevent-waituntil
    waitUntil(event, promise) {
      extend(event, promise);
    },
  });
  kit.behave("FetchEvent", {
    respondWith: (event, promise) => respond(event, promise),
    "get preloadResponse"(event) {
      event.values.preloadResponse ??= new kit.Promise((resolve) => resolve(undefined));
      return event.values.preloadResponse;
    },
  });
  kit.behave("PaymentRequestEvent", {
    respondWith: (event, promise) => respond(event, promise),
  });
  kit.behave("CanMakePaymentEvent", {
    respondWith: (event, promise) => respond(event, promise),
  });
});
