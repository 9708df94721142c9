// The states of the parser of URLs: a function for each, which looks at one character and returns
// undefined, "stop" or "failure". https://url.spec.whatwg.org/#scheme-start-state and those after it
(function (kit) {
  "use strict";
  const FAILURE = "failure";
  const STOP = "stop";
  const END = "";
  const PORTS = {
    __proto__: null,
    "http:": "80",
    "https:": "443",
    "ws:": "80",
    "wss:": "443",
    "ftp:": "21",
    "file:": "",
  };
  const { test } = kit;
  const replace = kit.uncurry(kit.String.prototype.replace);
  const encodeComponent = encodeURIComponent;
  const ENCODE = {
    __proto__: null,
    control: /[^\x20-\x7e]/gu,
    path: /[^\x21\x24-\x3b\x3d\x40-\x5d\x5f\x61-\x7a\x7c\x7e]/gu,
    query: /[^\x21\x24-\x3b\x3d\x3f-\x7e]/gu,
    specialQuery: /[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]/gu,
    fragment: /[^\x21\x23-\x3b\x3d\x3f-\x5f\x61-\x7e]/gu,
    user: /[^\x21\x24-\x2e\x30-\x39\x41-\x5a\x5f\x61-\x7a\x7e]/gu,
  };
  const hex = (char) =>
    `%${char.charCodeAt(0) < 16 ? "0" : ""}${char.charCodeAt(0).toString(16).toUpperCase()}`;

  // https://url.spec.whatwg.org/#utf-8-percent-encode
  const encode = (text, set) =>
    replace(text, ENCODE[set], (char) =>
      char < "\x80" ? hex(char) : encodeComponent(kit.toWellFormed(char)),
    );

  const isSpecial = (record) => record.scheme in PORTS;
  const isDrive = (text) => test(/^[a-z][:|]$/i, text);
  const startsWithDrive = (text) => test(/^[a-z][:|](?:[/\\?#]|$)/i, text);
  const isSlash = (p) => p.c === "/" || (p.c === "\\" && isSpecial(p.record));
  const endsPart = (p) => p.c === END || p.c === "/" || p.c === "?" || p.c === "#" || isSlash(p);
  const rest = (p) => kit.slice(p.text, p.at + p.c.length);
  const from = (p) => kit.slice(p.text, p.at);

  // Goes to a state; `back` to look at the same character again.
  function go(p, state, back) {
    p.state = state;
    if (back) p.again = true;
    return undefined;
  }

  // https://url.spec.whatwg.org/#shorten-a-urls-path
  function shorten(record) {
    const { path } = record;
    const isRoot = record.scheme === "file:" && path.length === 1 && test(/^[a-z]:$/i, path[0]);
    if (!isRoot) record.path = kit.sliceList(path, 0, -1);
  }

  function take(record, base, names) {
    for (let i = 0; i < names.length; i += 1) record[names[i]] = base[names[i]];
    if (typeof record.path !== "string") record.path = kit.sliceList(record.path, 0);
  }

  const hasCredentials = ({ username, password }) => username !== "" || password !== "";

  // What follows a path: the query or the fragment.
  function leavePath(p) {
    if (p.c === "?") {
      p.record.query = "";
      go(p, "query");
    } else if (p.c === "#") {
      p.record.fragment = "";
      go(p, "fragment");
    } else {
      return false;
    }
    return true;
  }

  function setScheme(p) {
    const { record, base } = p;
    const scheme = `${p.buffer}:`;
    if (p.override) {
      if (isSpecial(record) !== isSpecial({ scheme })) return STOP;
      if (scheme === "file:" && (hasCredentials(record) || record.port !== "")) return STOP;
      if (record.scheme === "file:" && !record.host) return STOP;
    }
    record.scheme = scheme;
    if (p.override) {
      if (record.port === PORTS[scheme]) record.port = "";
      return STOP;
    }
    p.buffer = "";
    if (scheme === "file:") return go(p, "file");
    if (isSpecial(record)) {
      const isRelative = base !== undefined && base.scheme === scheme;
      return go(p, isRelative ? "specialRelativeOrAuthority" : "specialAuthoritySlashes");
    }
    if (rest(p)[0] === "/") {
      p.at += 1;
      return go(p, "pathOrAuthority");
    }
    record.path = "";
    return go(p, "opaquePath");
  }

  function finishHost(p, host) {
    if (host === undefined) return FAILURE;
    p.record.host = host;
    p.buffer = "";
    return undefined;
  }

  const parse = {
    __proto__: null,
    schemeStart(p) {
      if (test(/^[a-z]$/i, p.c)) {
        p.buffer += kit.lower(p.c);
        return go(p, "scheme");
      }
      return p.override ? FAILURE : go(p, "noScheme", true);
    },
    scheme(p) {
      if (test(/^[a-z0-9+.-]$/i, p.c)) {
        p.buffer += kit.lower(p.c);
        return undefined;
      }
      if (p.c === ":") return setScheme(p);
      if (p.override) return FAILURE;
      p.buffer = "";
      p.at = 0;
      return go(p, "noScheme", true);
    },
    noScheme(p) {
      const { base, record } = p;
      if (base === undefined) return FAILURE;
      if (typeof base.path === "string") {
        if (p.c !== "#") return FAILURE;
        take(record, base, ["scheme", "path", "query"]);
        record.fragment = "";
        return go(p, "fragment");
      }
      return go(p, base.scheme === "file:" ? "file" : "relative", true);
    },
    specialRelativeOrAuthority(p) {
      if (p.c !== "/" || rest(p)[0] !== "/") return go(p, "relative", true);
      p.at += 1;
      return go(p, "specialAuthorityIgnoreSlashes");
    },
    pathOrAuthority: (p) => (p.c === "/" ? go(p, "authority") : go(p, "path", true)),
    relative(p) {
      const { base, record } = p;
      record.scheme = base.scheme;
      if (isSlash(p)) return go(p, "relativeSlash");
      take(record, base, ["username", "password", "host", "port", "path", "query"]);
      if (leavePath(p) || p.c === END) return undefined;
      record.query = null;
      shorten(record);
      return go(p, "path", true);
    },
    relativeSlash(p) {
      if (isSpecial(p.record) && isSlash(p)) return go(p, "specialAuthorityIgnoreSlashes");
      if (p.c === "/") return go(p, "authority");
      take(p.record, p.base, ["username", "password", "host", "port"]);
      return go(p, "path", true);
    },
    specialAuthoritySlashes(p) {
      if (p.c !== "/" || rest(p)[0] !== "/") return go(p, "specialAuthorityIgnoreSlashes", true);
      p.at += 1;
      return go(p, "specialAuthorityIgnoreSlashes");
    },
    specialAuthorityIgnoreSlashes: (p) =>
      p.c === "/" || p.c === "\\" ? undefined : go(p, "authority", true),
    authority(p) {
      const { record } = p;
      if (p.c === "@") {
        const text = p.atSeen ? `%40${p.buffer}` : p.buffer;
        p.atSeen = true;
        for (let i = 0; i < text.length; i += 1) {
          if (text[i] === ":" && !p.passwordSeen) p.passwordSeen = true;
          else if (p.passwordSeen) record.password += text[i];
          else record.username += text[i];
        }
        p.buffer = "";
      } else if (endsPart(p)) {
        if (p.atSeen && p.buffer === "") return FAILURE;
        record.username = encode(record.username, "user");
        record.password = encode(record.password, "user");
        p.at -= p.buffer.length;
        p.buffer = "";
        return go(p, "host", true);
      } else {
        p.buffer += p.c;
      }
      return undefined;
    },
    host(p) {
      const { record } = p;
      if (p.override && record.scheme === "file:") return go(p, "fileHost", true);
      if (p.c === ":" && !p.inBrackets) {
        if (p.buffer === "" || p.override === "hostname") return FAILURE;
        const failed = finishHost(p, kit.parseHost(p.buffer, isSpecial(record)));
        return failed ?? go(p, "port");
      }
      if (endsPart(p)) {
        if (p.buffer === "" && isSpecial(record)) return FAILURE;
        const isKept = hasCredentials(record) || record.port !== "";
        if (p.override && p.buffer === "" && isKept) return FAILURE;
        const host = p.buffer === "" ? "" : kit.parseHost(p.buffer, isSpecial(record));
        const failed = finishHost(p, host);
        return failed ?? (p.override ? STOP : go(p, "pathStart", true));
      }
      if (p.c === "[") p.inBrackets = true;
      if (p.c === "]") p.inBrackets = false;
      p.buffer += p.c;
      return undefined;
    },
    port(p) {
      const { record } = p;
      if (test(/^[0-9]$/, p.c)) {
        p.buffer += p.c;
        return undefined;
      }
      if (!endsPart(p) && !p.override) return FAILURE;
      if (p.buffer !== "") {
        if (+p.buffer > 65535) return FAILURE;
        const port = `${+p.buffer}`;
        record.port = port === PORTS[record.scheme] ? "" : port;
        p.buffer = "";
        if (p.override) return STOP;
      }
      return p.override ? FAILURE : go(p, "pathStart", true);
    },
    file(p) {
      const { base, record } = p;
      record.scheme = "file:";
      record.host = "";
      if (isSlash(p)) return go(p, "fileSlash");
      if (base === undefined || base.scheme !== "file:") return go(p, "path", true);
      take(record, base, ["host", "path", "query"]);
      if (leavePath(p) || p.c === END) return undefined;
      record.query = null;
      if (startsWithDrive(from(p))) record.path = [];
      else shorten(record);
      return go(p, "path", true);
    },
    fileSlash(p) {
      const { base, record } = p;
      if (isSlash(p)) return go(p, "fileHost");
      if (base !== undefined && base.scheme === "file:") {
        record.host = base.host;
        const drive = base.path[0];
        const isKept = !startsWithDrive(from(p)) && drive !== undefined && test(/^[a-z]:$/i, drive);
        if (isKept) record.path = [drive];
      }
      return go(p, "path", true);
    },
    fileHost(p) {
      if (!endsPart(p)) {
        p.buffer += p.c;
        return undefined;
      }
      if (!p.override && isDrive(p.buffer)) return go(p, "path", true);
      if (p.buffer === "") {
        p.record.host = "";
      } else {
        const host = kit.parseHost(p.buffer, true);
        const failed = finishHost(p, host === "localhost" ? "" : host);
        if (failed !== undefined) return failed;
      }
      return p.override ? STOP : go(p, "pathStart", true);
    },
    pathStart(p) {
      const { record } = p;
      if (isSpecial(record)) return go(p, "path", !isSlash(p));
      if (!p.override && leavePath(p)) return undefined;
      if (p.c !== END) return go(p, "path", p.c !== "/");
      if (p.override && record.host === null) kit.push(record.path, "");
      return undefined;
    },
    path(p) {
      const { record } = p;
      const isEnd = p.c === END || isSlash(p) || (!p.override && (p.c === "?" || p.c === "#"));
      if (!isEnd) {
        p.buffer += p.c;
        return undefined;
      }
      const segment = encode(p.buffer, "path");
      const plain = replace(segment, /%2e/gi, ".");
      p.buffer = "";
      if (plain === "..") shorten(record);
      if (plain === ".." || plain === ".") {
        if (!isSlash(p)) kit.push(record.path, "");
      } else {
        const isRoot = record.scheme === "file:" && record.path.length === 0 && isDrive(segment);
        kit.push(record.path, isRoot ? `${segment[0]}:` : segment);
      }
      leavePath(p);
      return undefined;
    },
    opaquePath(p) {
      if (leavePath(p)) return undefined;
      const isLast = p.c === " " && test(/^[?#]/, rest(p));
      p.record.path += isLast ? "%20" : encode(p.c, "control");
      return undefined;
    },
    query(p) {
      if (p.c !== END && (p.override || p.c !== "#")) {
        p.buffer += p.c;
        return undefined;
      }
      p.record.query += encode(p.buffer, isSpecial(p.record) ? "specialQuery" : "query");
      p.buffer = "";
      if (p.c === "#") leavePath(p);
      return undefined;
    },
    fragment(p) {
      p.record.fragment += encode(from(p), "fragment");
      p.at = p.text.length;
      return undefined;
    },
  };

  kit.runUrlState = (p) => parse[p.state](p);
  kit.encodeUrlPart = encode;
  kit.isSpecialScheme = (scheme) => isSpecial({ scheme });
});
