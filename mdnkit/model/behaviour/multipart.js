// Form data as bytes, and back. https://html.spec.whatwg.org/#multipart-form-data
(function (kit) {
  "use strict";
  const replace = kit.uncurry(kit.String.prototype.replace);
  const lines = (text) => replace(text, /\r\n?|\n/g, "\r\n");
  const escaped = (text) =>
    replace(text, /[\r\n"]/g, (char) => ({ "\r": "%0D", "\n": "%0A", '"': "%22" })[char]);

  // https://html.spec.whatwg.org/#multipart/form-data-encoding-algorithm
  // Undefined where nobody knows what one of the files holds.
  kit.multipart = function (data, boundary) {
    const parts = [];
    const write = (text) => {
      kit.push(parts, kit.utf8(text));
    };
    const list = data.list ?? [];
    for (let i = 0; i < list.length; i += 1) {
      const [name, value] = list[i];
      const start = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(lines(name))}"`;
      const file = kit.stateOf(value);
      if (file === undefined) {
        write(`${start}\r\n\r\n${lines(value)}\r\n`);
      } else {
        if (file.bytes === undefined) return undefined;
        const type = file.values.type || "application/octet-stream";
        write(`${start}; filename="${escaped(file.values.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
        kit.push(parts, file.bytes);
        write("\r\n");
      }
    }
    write(`--${boundary}--\r\n`);
    return kit.joinBytes(parts);
  };

  // Bytes as a text of one character each, so that patterns find their way in them.
  function latin1(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += 1) text += kit.String.fromCharCode(bytes[i]);
    return text;
  }
  function bytesOf(text) {
    const bytes = new kit.Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return bytes;
  }

  const plain = (text) =>
    replace(text, /%(0D|0A|22)/g, (all, code) => kit.String.fromCharCode(parseInt(code, 16)));

  // https://andreubotella.github.io/multipart-form-data/#multipart-form-data-parser
  kit.parseMultipart = function (data, bytes, type) {
    const bad = () => new kit.TypeError("formData: the body is no form data");
    const boundary = kit.exec(/boundary=(?:"([^"]*)"|([^;]*))/i, type);
    if (boundary === null) throw bad();
    const mark = `--${boundary[1] ?? boundary[2]}`;
    const text = latin1(bytes);
    if (!text.startsWith(mark)) throw bad();
    const pieces = text.split(`\r\n${mark}`);
    pieces[0] = pieces[0].slice(mark.length);
    if (!pieces.at(-1).startsWith("--")) throw bad();
    for (const piece of pieces.slice(0, -1)) {
      const end = piece.indexOf("\r\n\r\n");
      const head = piece.slice(0, end);
      const found =
        kit.exec(/content-disposition: *form-data; *name="([^"]*)"(?:; *filename="([^"]*)")?/i, head);
      if (end < 0 || found === null) throw bad();
      const content = bytesOf(piece.slice(end + 4));
      const name = kit.decodeUtf8(bytesOf(plain(found[1])));
      if (found[2] === undefined) {
        kit.addEntry(data, name, kit.decodeUtf8(content));
      } else {
        const mime = kit.exec(/content-type: *([^\r\n]*)/i, head)?.[1] ?? "text/plain";
        const blob = kit.makeBlob(content, mime, data.path);
        const filename = kit.decodeUtf8(bytesOf(plain(found[2])));
        kit.addEntry(data, name, kit.makeFile(blob, filename).object);
      }
    }
  };
});
