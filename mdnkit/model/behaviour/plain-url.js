// Addresses that need no parser: what the URL Standard makes of them can be seen at once.
// https://url.spec.whatwg.org/#concept-basic-url-parser
(function (kit) {
  "use strict";
  const { test } = kit;
  const LONGEST = 200;
  // No segment begins with a dot, so that none leads to another folder.
  const SEGMENT = "[\\w-]+(?:\\.[\\w-]+)*";
  const REST = `/(?:${SEGMENT}(?:/${SEGMENT})*/?)?(?:\\?[\\w=&-]*)?$`;
  const PATH = new RegExp(`^${REST}`);
  // No label of the host is a number, or encodes other letters.
  const WHOLE = new RegExp(`^https://(?:[a-z][a-z\\d]*\\.)+[a-z]{2,}${REST}`);
  const HTTP = /^https?:\/\/[a-z\d.:-]+\//;

  // https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
  kit.originOf = () => kit.exec(/^[^/]*\/\/[^/]*/, kit.settings.url)[0];

  // Whether a URL is its own serialization, without user name, password and fragment.
  kit.isPlainUrl = (text) => text.length <= LONGEST && test(WHOLE, text);

  // The absolute URL of an address on the page; the address itself where that is none.
  kit.resolveUrl = function (text) {
    if (kit.isPlainUrl(text)) return text;
    const isPath = text.length <= LONGEST && test(PATH, text) && test(HTTP, kit.settings.url);
    return isPath ? kit.originOf() + text : kit.resolveWithParser(text);
  };
});
