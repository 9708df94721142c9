// Notifications. https://notifications.spec.whatwg.org/
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));
  // The notifications that the script showed and that are not closed.
  let shown = [];

  // https://notifications.spec.whatwg.org/#create-a-notification
  function fill(state, title, options) {
    const { silent, vibrate, renotify, tag, data } = options;
    if (silent && vibrate !== undefined) {
      throw new TypeError("Notification: one that is silent does not vibrate");
    }
    if (renotify && tag === "") throw new TypeError("Notification: renotify needs a tag");
    kit.fillFrom(state, { title, ...options, data: kit.structuredClone(data) });
  }

  kit.behave("Notification", {
    // https://notifications.spec.whatwg.org/#dom-notification-notification
    new(state, title, options) {
      if (settings.scope === "ServiceWorkerGlobalScope") {
        throw new TypeError("Notification: service workers use showNotification()");
      }
      if (options.actions.length > 0) {
        throw new TypeError("Notification: only showNotification() takes actions");
      }
      fill(state, title, options);
    },
    // https://notifications.spec.whatwg.org/#dom-notification-close
    close(state) {
      shown = shown.filter((one) => one !== state);
    },
  });
  kit.behave("ServiceWorkerRegistration", {
    // https://notifications.spec.whatwg.org/#dom-serviceworkerregistration-shownotification
    showNotification(registration, title, options) {
      const path = kit.pathTo(registration, "getNotifications()[0]");
      const state = kit.makeNamed("Notification", path);
      fill(state, title, options);
      const { tag } = options;
      shown = [...shown.filter((one) => tag === "" || one.values.tag !== tag), state];
      return resolved(undefined);
    },
    // https://notifications.spec.whatwg.org/#dom-serviceworkerregistration-getnotifications
    getNotifications(registration, { tag }) {
      const found = shown.filter((one) => tag === "" || one.values.tag === tag);
      if (found.length > 0 || !settings.decides) {
        return resolved(found.map((one) => one.object));
      }
      const path = kit.pathTo(registration, "getNotifications()");
      const type = ["sequence", ["interface", "Notification"]];
      return resolved(kit.invent(type, path, "ServiceWorkerRegistration.getNotifications"));
    },
  });
});
