// Bodies of requests and responses. https://fetch.spec.whatwg.org/#body-mixin
(function (kit) {
  "use strict";
  const resolved = (value) => new kit.Promise((resolve) => resolve(value));

  // The headers object of a request or a response.
  kit.headersOf = function (state) {
    state.headers ??= kit.makeHeaders(undefined, kit.pathTo(state, "headers"));
    return state.headers.object;
  };

  const typeOf = (body) => {
    if (typeof body === "string") return "text/plain;charset=UTF-8";
    const name = kit.stateOf(body)?.entry.name;
    if (name === "URLSearchParams") return "application/x-www-form-urlencoded;charset=UTF-8";
    return name === "Blob" || name === "File" ? (kit.stateOf(body).values.type ?? "") : "";
  };

  // Keeps what a body is made of, and says so in the headers.
  kit.setBody = function (state, body) {
    state.bodySource = body ?? null;
    if (body === undefined || body === null) return;
    kit.headersOf(state);
    const behaviour = kit.behaviour(state.headers.entry, "has");
    if (typeOf(body) !== "" && !behaviour(state.headers, "content-type")) {
      kit.fillHeaders(state.headers, { "content-type": typeOf(body) });
    }
  };

  // What a body is as text; undefined where the model cannot say.
  function textOf(state) {
    const { bodySource } = state;
    if (bodySource === null) return "";
    if (typeof bodySource === "string") return bodySource;
    const source = kit.stateOf(bodySource);
    if (source?.entry.name === "URLSearchParams") return kit.getText(source);
    return source?.text;
  }
  kit.getText = (state) => kit.inherited(state.entry, "toString")(state);

  function consume(state, name, read) {
    if (state.used) return kit.rejected(new kit.TypeError(`${name}: the body was read before`));
    if (state.bodySource !== null) state.used = true;
    return read();
  }

  function invented(state, name, type) {
    const path = kit.pathTo(state, `${name}()`);
    return kit.invent(["promise", type], path, `${state.entry.name}.${name}`);
  }

  kit.behave("Body", {
    text: (state) =>
      consume(state, "text", () => {
        const text = textOf(state);
        return text === undefined ? invented(state, "text", "USVString") : resolved(text);
      }),
    json: (state) =>
      consume(state, "json", () => {
        const text = textOf(state);
        if (text === undefined) return invented(state, "json", "any");
        return new kit.Promise((resolve) => resolve(kit.parse(text)));
      }),
    "get bodyUsed": (state) => !!state.used,
  });
});
