// scope: Window
// html: <title>t</title>

test("the window is itself under many names", () => {
  equal(
    [window, self, frames, parent, top, globalThis].every((one) => one === window),
    true,
  );
  equal([document.defaultView, window.document], [window, document]);
});

test("where the page is", () => {
  equal(
    [location.href, location.origin, location.pathname, origin, isSecureContext, document.URL],
    [
      "https://example.com/page.js",
      "https://example.com",
      "/page.js",
      "https://example.com",
      true,
      "https://example.com/page.js",
    ],
  );
});

test("window.event is there while a listener runs", () => {
  equal(window.event, undefined);
  let found;
  document.addEventListener(
    "go",
    (event) => {
      found = window.event === event;
    },
    { once: true },
  );
  document.dispatchEvent(new Event("go"));
  equal([found, window.event], [true, undefined]);
});

test("dialogs are answered", () => {
  equal([alert("x"), confirm("x"), prompt("x", "y")], [undefined, true, "y"]);
});

test("what the engine has but pages have not is gone", () => {
  equal([typeof InternalError, typeof Error.prepareStackTrace], ["undefined", "undefined"]);
});

test("the context of a canvas stays the same", () => {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  equal(
    [context.constructor.name, canvas.getContext("2d"), canvas.getContext("webgl"), context.canvas],
    ["CanvasRenderingContext2D", context, null, canvas],
  );
  equal(document.createElement("canvas").getContext("nothing"), null);
});

test("objects with a default toJSON are their attributes", () => {
  const point = JSON.parse(JSON.stringify(new DOMPoint(1, 2)));
  equal([point.x, point.y], [1, 2]);
  equal(Object.keys(new DOMRect(1, 2, 3, 4).toJSON()).includes("width"), true);
});
