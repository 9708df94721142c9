// The parser of URLs. A record has scheme (with its colon), username, password, host (null or text),
// port (text), path (segments, or text where it is opaque), query and fragment (null or text).
// https://url.spec.whatwg.org/#concept-basic-url-parser
(function (kit) {
  "use strict";
  const FAILURE = "failure";
  const STOP = "stop";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const codeAt = kit.uncurry(kit.String.prototype.codePointAt);
  const { fromCodePoint } = kit.String;

  const emptyRecord = () => ({
    scheme: "",
    username: "",
    password: "",
    host: null,
    port: "",
    path: [],
    query: null,
    fragment: null,
  });

  function run(p) {
    for (;;) {
      const { text, at } = p;
      const code = codeAt(text, at);
      p.c = code === undefined ? "" : fromCodePoint(code);
      p.again = false;
      const end = kit.runUrlState(p);
      if (end !== undefined) return end;
      if (p.again) continue;
      if (p.at >= p.text.length) return STOP;
      p.at += p.c.length;
    }
  }

  const parser = (text, base, record, state, override) => ({
    text: replace(text, /[\t\n\r]/g, ""),
    at: 0,
    c: "",
    again: false,
    state,
    base,
    record,
    override,
    buffer: "",
    atSeen: false,
    inBrackets: false,
    passwordSeen: false,
  });

  // The record of a URL, or undefined.
  kit.parseUrl = function (input, base) {
    const text = replace(input, /^[\0-\x20]+|[\0-\x20]+$/g, "");
    const record = emptyRecord();
    return run(parser(text, base, record, "schemeStart")) === FAILURE ? undefined : record;
  };

  // Changes one part of a record as the setters do: the standard's parser with a state override.
  // Returns whether the text was understood.
  kit.reparseUrl = function (record, text, state) {
    const start = state === "hostname" ? "host" : state;
    return run(parser(text, undefined, record, start, state)) !== FAILURE;
  };
});
