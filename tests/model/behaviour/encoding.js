// scope: DedicatedWorkerGlobalScope

const bytes = (text) => [...new TextEncoder().encode(text)];

test("text to bytes", () => {
  equal(bytes("a\u00fc\u20ac\u{1f600}"), [97, 195, 188, 226, 130, 172, 240, 159, 152, 128]);
  equal(bytes("\ud800"), [239, 191, 189]);
  equal(bytes(), []);
});

test("bytes to text", () => {
  const decode = (...list) => new TextDecoder().decode(new Uint8Array(list));
  equal(decode(97, 195, 188, 226, 130, 172, 240, 159, 152, 128), "a\u00fc\u20ac\u{1f600}");
  equal(decode(0xef, 0xbb, 0xbf, 97), "a");
  equal(decode(0xc3, 97), "\ufffda");
  equal(decode(0xe0, 0x80, 0x80), "\ufffd\ufffd\ufffd");
  equal(decode(0xed, 0xa0, 0x80), "\ufffd\ufffd\ufffd");
  equal(new TextDecoder().decode(new Uint8Array([97, 98]).buffer), "ab");
});

test("fatal decoders", () => {
  throws("TypeError", () =>
    new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])),
  );
  equal(
    new TextDecoder("UTF-8", { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf])),
    "\ufeff",
  );
});

test("encoding into an array", () => {
  const target = new Uint8Array(4);
  const found = new TextEncoder().encodeInto("a\u20acb", target);
  equal([found.read, found.written], [2, 4]);
});
