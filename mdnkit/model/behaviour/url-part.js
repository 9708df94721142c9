// The parts of URLs: what URL objects, links and locations have in common.
// https://url.spec.whatwg.org/#api, https://html.spec.whatwg.org/#hyperlink
(function (kit) {
  "use strict";
  const join = kit.uncurry(kit.Array.prototype.join);

  const hostText = (record) =>
    record.host === null ? "" : record.host + (record.port === "" ? "" : `:${record.port}`);
  const pathText = (record) =>
    typeof record.path === "string"
      ? record.path
      : record.path.length === 0
        ? ""
        : `/${join(record.path, "/")}`;

  // https://url.spec.whatwg.org/#concept-url-serializer
  kit.urlText = function (record) {
    const password = record.password === "" ? "" : `:${record.password}`;
    const user = record.username === "" && password === "" ? "" : `${record.username}${password}@`;
    const host = record.host === null ? "" : `//${user}${hostText(record)}`;
    const { path } = record;
    const isAmbiguous = record.host === null && typeof path !== "string" && path.length > 1;
    const dot = isAmbiguous && path[0] === "" ? "/." : "";
    const query = record.query === null ? "" : `?${record.query}`;
    return (
      record.scheme +
      host +
      dot +
      pathText(record) +
      query +
      (record.fragment === null ? "" : `#${record.fragment}`)
    );
  };

  // https://url.spec.whatwg.org/#concept-url-origin
  kit.urlOrigin = function (record) {
    if (record.scheme === "blob:") {
      const inner = kit.parseUrl(pathText(record));
      return inner !== undefined && kit.test(/^https?:$/, inner.scheme) ? kit.urlOrigin(inner) : "null";
    }
    return ofTuple(record);
  };
  const ofTuple = (record) =>
    kit.isSpecialScheme(record.scheme) && record.scheme !== "file:"
      ? `${record.scheme}//${hostText(record)}`
      : "null";

  kit.pageUrl = () => kit.parseUrl(kit.settings.url);
  // A URL of the page, absolute; as it is where it is none.
  kit.resolveWithParser = function (text) {
    const record = kit.parseUrl(text, kit.pageUrl());
    return record === undefined ? text : kit.urlText(record);
  };

  const get = {
    __proto__: null,
    href: (record) => kit.urlText(record),
    origin: (record) => kit.urlOrigin(record),
    protocol: (record) => record.scheme,
    username: (record) => record.username,
    password: (record) => record.password,
    host: hostText,
    hostname: (record) => record.host ?? "",
    port: (record) => record.port,
    pathname: pathText,
    search: (record) => (record.query ? `?${record.query}` : ""),
    hash: (record) => (record.fragment ? `#${record.fragment}` : ""),
  };
  // A part of a record, as the attribute of that name gives it.
  kit.urlPart = (record, name) => get[name](record);

  // https://url.spec.whatwg.org/#cannot-have-a-username-password-port
  const mayHaveCredentials = ({ host, scheme }) => !!host && scheme !== "file:";

  function setText(record, name, text, mark) {
    record[name] = text === "" ? null : "";
    if (text !== "") kit.reparseUrl(record, text[0] === mark ? kit.slice(text, 1) : text, name);
  }
  function setHost(record, text, name) {
    if (typeof record.path !== "string") kit.reparseUrl(record, text, name);
  }
  const set = {
    __proto__: null,
    protocol(record, text) {
      kit.reparseUrl(record, `${text}:`, "schemeStart");
    },
    username(record, text) {
      if (mayHaveCredentials(record)) record.username = kit.encodeUrlPart(text, "user");
    },
    password(record, text) {
      if (mayHaveCredentials(record)) record.password = kit.encodeUrlPart(text, "user");
    },
    host(record, text) {
      setHost(record, text, "host");
    },
    hostname(record, text) {
      setHost(record, text, "hostname");
    },
    port(record, text) {
      if (!mayHaveCredentials(record)) return;
      if (text === "") record.port = "";
      else kit.reparseUrl(record, text, "port");
    },
    pathname(record, text) {
      if (typeof record.path === "string") return;
      record.path = [];
      kit.reparseUrl(record, text, "pathStart");
    },
    search(record, text) {
      setText(record, "query", text, "?");
    },
    hash(record, text) {
      setText(record, "fragment", text, "#");
    },
  };
  // Changes a part of a record, as the setter of the attribute of that name does.
  kit.setUrlPart = (record, name, text) => set[name](record, text);
});
