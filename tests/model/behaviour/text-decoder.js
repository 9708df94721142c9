// scope: DedicatedWorkerGlobalScope
"use strict";

const decode = (label, ...bytes) => new TextDecoder(label).decode(new Uint8Array(bytes));
const inPieces = (label, ...pieces) => {
  const decoder = new TextDecoder(label);
  const texts = pieces.map((piece) => decoder.decode(new Uint8Array(piece), { stream: true }));
  return [...texts, decoder.decode()];
};

test("labels", () => {
  const named = (label) => new TextDecoder(label).encoding;
  equal([new TextDecoder().encoding, named("Latin1")], ["utf-8", "windows-1252"]);
  equal([named("\n\tUTF8\f\r "), named("unicode20utf8")], ["utf-8", "utf-8"]);
  equal([named("utf-16"), named("unicodefffe")], ["utf-16le", "utf-16be"]);
  equal([named("x-sjis"), named("windows-949")], ["shift_jis", "euc-kr"]);
  equal([named("gb_2312-80"), named("logical")], ["gbk", "iso-8859-8-i"]);
});

test("labels of no encoding, and of those that nothing decodes", () => {
  const wrong = ["", "utf", "\u212aoi8-r", "\xa0utf-8", "utf-8\0", "utf-7", "iso-2022-kr"];
  for (const label of [...wrong, "replacement", "index big5"]) {
    throws("RangeError", () => new TextDecoder(label));
    throws("RangeError", () => new TextDecoderStream(label));
  }
});

test("encodings of one byte", () => {
  equal(decode("latin1", 0x41, 0x80, 0x81, 0xe9), "A\u20ac\u0081\u00e9");
  equal(decode("windows-1251", 0xcf, 0xf0, 0xe8), "\u041f\u0440\u0438");
  equal(decode("iso-8859-2", 0xb1, 0xa0), "\u0105\u00a0");
  equal(decode("ibm866", 0x8f), "\u041f");
  equal(decode("windows-1253", 0xd2, 0xd3), "\ufffd\u03a3");
  equal(decode("x-user-defined", 0x7f, 0x80, 0xff), "\x7f\uf780\uf7ff");
});

test("UTF-16", () => {
  equal(decode("utf-16le", 0x61, 0, 0x3d, 0xd8, 0, 0xde), "a\u{1f600}");
  equal(decode("utf-16be", 0, 0x61, 0xd8, 0x3d, 0xde, 0), "a\u{1f600}");
  equal(decode("utf-16le", 0x3d, 0xd8, 0x61, 0), "\ufffda");
  equal(decode("utf-16le", 0, 0xdc, 0x61), "\ufffd\ufffd");
  equal(decode("utf-16le", 0x3d, 0xd8), "\ufffd");
});

test("encodings of more bytes", () => {
  equal(decode("big5", 0xa4, 0xa4, 0x88, 0x62), "\u4e2d\u00ca\u0304");
  equal(decode("euc-kr", 0xc7, 0xd1), "\ud55c");
  equal(decode("shift_jis", 0x93, 0xfa, 0xb1, 0xf0, 0x40), "\u65e5\uff71\ue000");
  equal(decode("euc-jp", 0xc6, 0xfc, 0x8e, 0xb1, 0x8f, 0xb0, 0xa1), "\u65e5\uff71\u4e02");
  equal(decode("gbk", 0xd6, 0xd0, 0x80), "\u4e2d\u20ac");
  equal(decode("gb18030", 0x81, 0x30, 0x81, 0x30, 0xa6, 0xd9), "\x80\ufe10");
  equal(decode("gb18030", 0x94, 0x39, 0xda, 0x33, 0x81, 0x35, 0xf4, 0x37), "\u{1f4a9}\ue7c7");
});

test("ISO-2022-JP changes by escapes", () => {
  equal(decode("iso-2022-jp", 0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42, 0x41), "\u65e5A");
  equal(decode("iso-2022-jp", 0x1b, 0x28, 0x4a, 0x5c, 0x7e), "\u00a5\u203e");
  equal(decode("iso-2022-jp", 0x1b, 0x28, 0x49, 0x31), "\uff71");
  equal(decode("iso-2022-jp", 0x1b, 0x28, 0x42, 0x1b, 0x28, 0x42), "\ufffd");
  equal(decode("iso-2022-jp", 0x1b, 0x24), "\ufffd$");
  equal(decode("iso-2022-jp", 0x1b, 0x24, 0x42, 0x46), "\ufffd");
});

test("a byte of ASCII after a bad lead counts for itself", () => {
  equal(decode("big5", 0x81, 0x41), "\ufffdA");
  equal(decode("shift_jis", 0x81, 0x20), "\ufffd ");
  equal(decode("euc-jp", 0xa1, 0x41), "\ufffdA");
  equal(decode("gb18030", 0x81, 0x30, 0x81, 0x41), "\ufffd0\u4e04");
  equal(decode("euc-kr", 0xc7, 0xff), "\ufffd");
});

test("fatal decoders throw", () => {
  for (const [label, byte] of [
    ["utf-8", 0xff],
    ["utf-16le", 0x61],
    ["big5", 0xff],
    ["koi8-u", -1],
  ]) {
    const decoder = new TextDecoder(label, { fatal: true });
    equal(decoder.fatal, true);
    if (byte >= 0) throws("TypeError", () => decoder.decode(new Uint8Array([byte])));
    equal(decoder.decode(new Uint8Array([])), "");
  }
});

test("a stream of pieces", () => {
  equal(inPieces("utf-8", [0xe2], [0x82], [0xac, 0xc3]), ["", "", "\u20ac", "\ufffd"]);
  equal(inPieces("utf-16le", [0x3d], [0xd8, 0], [0xde]), ["", "", "\u{1f600}", ""]);
  equal(inPieces("gb18030", [0x81], [0x30, 0x81], [0x30]), ["", "", "\x80", ""]);
  equal(inPieces("iso-2022-jp", [0x1b, 0x24], [0x42, 0x46], [0x7c]), ["", "", "\u65e5", ""]);
});

test("a decoder begins anew after its stream", () => {
  const decoder = new TextDecoder();
  equal(decoder.decode(new Uint8Array([0xe2]), { stream: true }), "");
  equal(decoder.decode(new Uint8Array([0x41])), "\ufffdA");
  equal(decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x41])), "A");
});

test("the mark at the beginning goes, once and in Unicode only", () => {
  equal(decode("utf-8", 0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), "\ufeff");
  equal(decode("utf-16be", 0xfe, 0xff, 0, 0x41), "A");
  equal(decode("utf-16le", 0xfe, 0xff), "\ufffe");
  equal(decode("gb18030", 0x84, 0x31, 0x95, 0x33), "\ufeff");
  equal(inPieces("utf-8", [0xef, 0xbb], [0xbf], [0xef, 0xbb, 0xbf]), ["", "", "\ufeff", ""]);
  const keeping = new TextDecoder("utf-16", { ignoreBOM: true });
  equal(keeping.decode(new Uint8Array([0xff, 0xfe])), "\ufeff");
});

const through = async (stream, ...chunks) => {
  const writer = stream.writable.getWriter();
  const written = Promise.all([...chunks.map((chunk) => writer.write(chunk)), writer.close()]);
  written.catch(() => undefined);
  const found = [];
  for await (const chunk of stream.readable) found.push(chunk);
  return found;
};

test("TextDecoderStream", async () => {
  const chunks = [[0xef, 0xbb, 0xbf, 0xe2], [0x82], [0xac], [0xc3]].map((b) => new Uint8Array(b));
  equal(await through(new TextDecoderStream(), ...chunks), ["\u20ac", "\ufffd"]);
  const jis = new TextDecoderStream("shift_jis", { fatal: true });
  equal([jis.encoding, jis.fatal, jis.ignoreBOM], ["shift_jis", true, false]);
  equal(await through(jis, new Uint8Array([0x93, 0xfa]).buffer), ["\u65e5"]);
});

test("TextDecoderStream refuses what are no bytes, and bad ones when it is fatal", async () => {
  await rejects("TypeError", through(new TextDecoderStream(), "text"));
  const bad = new Uint8Array([0xff]);
  await rejects("TypeError", through(new TextDecoderStream("utf-8", { fatal: true }), bad));
  const cut = new Uint8Array([0xe2]);
  await rejects("TypeError", through(new TextDecoderStream("utf-8", { fatal: true }), cut));
});

test("TextEncoderStream joins surrogates", async () => {
  const stream = new TextEncoderStream();
  equal(stream.encoding, "utf-8");
  const found = await through(stream, "a", "\ud83d", "", "\ude00", 5, "\ud83d");
  equal(found.map(String), ["97", "240,159,152,128", "53", "239,191,189"]);
  equal((await through(new TextEncoderStream(), "\ud83d", "x")).map(String), ["239,191,189,120"]);
});

test("readers of files by label, type and mark", () => {
  const read = (bytes, type, label) =>
    new FileReaderSync().readAsText(new Blob([new Uint8Array(bytes)], { type }), label);
  equal(read([0xcf], "text/plain", "windows-1251"), "\u041f");
  equal(read([0xcf], "text/plain;charset=windows-1251"), "\u041f");
  equal(read([0xcf], "text/plain;charset=windows-1251", "latin1"), "\u00cf");
  equal(read([0xe9], "text/plain", "none"), "\ufffd");
  equal(read([0xff, 0xfe, 0x41, 0], "text/plain", "latin1"), "A");
  equal(read([0xef, 0xbb, 0xbf, 0x41], ""), "A");
});
