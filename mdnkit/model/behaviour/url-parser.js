// The parser of URLs. https://url.spec.whatwg.org/#url-parsing A record has scheme, username,
// password, host, port (text), path (segments, or text where it is opaque), query and fragment
// (null or text). Hosts with other letters than ASCII are not converted.
(function (kit) {
  "use strict";
  const PORTS = {
    __proto__: null,
    "http:": "80",
    "https:": "443",
    "ws:": "80",
    "wss:": "443",
    "ftp:": "21",
    "file:": "",
  };
  const exec = (pattern, text) => kit.apply(RegExp.prototype.exec, pattern, [text]);
  const test = (pattern, text) => kit.apply(RegExp.prototype.test, pattern, [text]);
  const replace = kit.uncurry(kit.String.prototype.replace);
  const encodeComponent = encodeURIComponent;
  const ENCODE = {
    __proto__: null,
    opaque: /[^\x20-\x7e]/gu,
    path: /[^\x21\x24-\x3b\x3d\x40-\x5d\x5f\x61-\x7a\x7c\x7e%]/gu,
    query: /[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]/gu,
    fragment: /[^\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]/gu,
    user: /[^\x21\x24-\x2e\x30-\x39\x41-\x5a\x5f\x61-\x7a\x7e%]/gu,
  };
  const hex = (char) =>
    `%${char.charCodeAt(0) < 16 ? "0" : ""}${char.charCodeAt(0).toString(16).toUpperCase()}`;

  // https://url.spec.whatwg.org/#utf-8-percent-encode
  const encode = (text, set) =>
    replace(text, ENCODE[set], (char) =>
      char < "\x80" ? hex(char) : encodeComponent(kit.toWellFormed(char)),
    );

  const isSpecial = (scheme) => scheme in PORTS;

  function pathFrom(text, special, start) {
    const segments = kit.sliceList(start, 0);
    const parts = kit.split(special ? replace(text, /\\/g, "/") : text, "/");
    for (let i = 0; i < parts.length; i += 1) {
      const plain = kit.lower(replace(parts[i], /%2e/gi, "."));
      const isLast = i === parts.length - 1;
      if (plain === "..") {
        if (segments.length > 0) segments.length -= 1;
        if (isLast) segments[segments.length] = "";
      } else if (plain === ".") {
        if (isLast) segments[segments.length] = "";
      } else {
        segments[segments.length] = encode(parts[i], "path");
      }
    }
    return segments;
  }

  function hostFrom(text, special) {
    if (test(/^\[[0-9a-f:.]+\]$/i, text)) return kit.lower(text);
    if (!special) return test(/[\0\t\n\r #/:<>?@[\\\]^|]/, text) ? undefined : text;
    let decoded = text;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      return undefined;
    }
    return decoded === "" || test(/[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/, decoded)
      ? undefined
      : kit.lower(decoded);
  }

  function authority(record, text) {
    const [, user, password, host, port] =
      exec(/^(?:([^:]*)(?::(.*))?@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/s, text) ?? [];
    if (host === undefined || +port > 65535) return false;
    const special = isSpecial(record.scheme);
    record.host =
      host === "" && !(special && record.scheme !== "file:") ? "" : hostFrom(host, special);
    record.username = encode(user ?? "", "user");
    record.password = encode(password ?? "", "user");
    const number = port ? `${+port}` : "";
    record.port = number === PORTS[record.scheme] ? "" : number;
    return record.host !== undefined;
  }

  const copy = (record, names) => {
    const out = {
      username: "",
      password: "",
      host: null,
      port: "",
      path: [],
      query: null,
      fragment: null,
    };
    for (const name of names) out[name] = record[name];
    return out;
  };

  function relative(text, base) {
    const special = isSpecial(base.scheme);
    const [, rest, query] = exec(/^([^?]*)(?:\?(.*))?$/s, text);
    const slashes = special ? replace(rest, /\\/g, "/") : rest;
    if (kit.slice(slashes, 0, 2) === "//") return absolute(base.scheme, slashes, query);
    const record = copy(base, ["scheme", "username", "password", "host", "port", "path", "query"]);
    if (rest === "" && query === undefined) return record;
    record.query = query === undefined ? null : encode(query, "query");
    if (rest === "") return record;
    if (typeof base.path === "string") return undefined;
    const isRooted = slashes[0] === "/";
    record.path = pathFrom(
      isRooted ? kit.slice(slashes, 1) : slashes,
      special,
      isRooted ? [] : kit.sliceList(base.path, 0, -1),
    );
    return record;
  }

  function absolute(scheme, text, query) {
    const special = isSpecial(scheme);
    const record = copy({}, []);
    record.scheme = scheme;
    record.query = query === undefined ? null : encode(query, "query");
    const rest = special ? replace(text, /\\/g, "/") : text;
    if (!special && kit.slice(rest, 0, 2) !== "//") {
      if (rest[0] === "/") record.path = pathFrom(kit.slice(rest, 1), false, []);
      else record.path = encode(rest, "opaque");
      return record;
    }
    const [, host, path] = exec(
      special && scheme !== "file:" ? /^\/*([^/]*)(?:\/(.*))?$/s : /^(?:\/\/)?([^/]*)(?:\/(.*))?$/s,
      rest,
    );
    if (!authority(record, host)) return undefined;
    record.path = path === undefined && !special ? [] : pathFrom(path ?? "", special, []);
    return record;
  }

  // The record of a URL, or undefined. https://url.spec.whatwg.org/#url-parsing
  kit.parseUrl = function (input, base) {
    const text = replace(replace(input, /^[\0-\x20]+|[\0-\x20]+$/g, ""), /[\t\n\r]/g, "");
    const [, before, fragment] = exec(/^([^#]*)(?:#(.*))?$/s, text);
    const [, name, rest] = exec(/^([a-z][a-z0-9+.-]*:)(.*)$/is, before) ?? [];
    const scheme = name === undefined ? undefined : kit.lower(name);
    const isRelative =
      scheme === undefined ||
      (base !== undefined &&
        scheme === base.scheme &&
        isSpecial(scheme) &&
        rest[0] !== "/" &&
        rest[0] !== "\\");
    if (isRelative && base === undefined) return undefined;
    let record;
    if (isRelative) {
      record = relative(scheme === undefined ? before : rest, base);
    } else {
      const [, head, query] = exec(/^([^?]*)(?:\?(.*))?$/s, rest);
      record = absolute(scheme, head, query);
    }
    if (record === undefined) return undefined;
    record.fragment = fragment === undefined ? null : encode(fragment, "fragment");
    return record;
  };

  // What the setters of URL change one part with.
  kit.encodeUrlPart = encode;
  kit.isSpecialScheme = isSpecial;
  kit.parseHost = hostFrom;
  kit.parsePath = pathFrom;
  kit.parseAuthority = authority;
  kit.defaultPort = (scheme) => PORTS[scheme];
});
