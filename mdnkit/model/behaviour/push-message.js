// Messages that a push service brings. https://w3c.github.io/push-api/#pushmessagedata-interface
(function (kit) {
  "use strict";

  // What a script finds in a message: invented where nobody knows what it holds.
  function content(data, name, type, make) {
    if (data.bytes !== undefined) return make(data.bytes);
    return kit.invent(type, kit.pathTo(data, `${name}()`), `PushMessageData.${name}`);
  }

  kit.behave("PushMessageData", {
    arrayBuffer: (data) =>
      content(data, "arrayBuffer", "ArrayBuffer", (bytes) => kit.copiedBytes(bytes).buffer),
    blob: (data) =>
      content(
        data,
        "blob",
        ["interface", "Blob"],
        (bytes) => kit.makeBlob(kit.copiedBytes(bytes), "", kit.pathTo(data, "blob()")).object,
      ),
    bytes: (data) => content(data, "bytes", "Uint8Array", (bytes) => kit.copiedBytes(bytes)),
    json: (data) => content(data, "json", "any", (bytes) => kit.parse(kit.decodeUtf8(bytes))),
    text: (data) => content(data, "text", "USVString", (bytes) => kit.decodeUtf8(bytes)),
  });
  kit.behave("PushEvent", {
    // https://w3c.github.io/push-api/#dom-pushevent-pushevent
    new(event, type, init) {
      kit.prepareEvent(event, type, false);
      const { data, ...rest } = init;
      kit.fillFrom(event, { notification: null, ...rest });
      event.values.data = null;
      if (data === null) return;
      const message = kit.makeNamed("PushMessageData", "data");
      message.bytes = typeof data === "string" ? kit.utf8(data) : kit.copiedBytes(data);
      event.values.data = message.object;
    },
  });
});
