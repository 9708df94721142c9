// scope: Window
// html: <body><button id="b">B</button></body>

test("a handler is null at first, keeps functions and objects, and takes nothing else", () => {
  const button = document.createElement("button");
  const handler = () => {};
  const object = {};
  equal(button.onclick, null);
  button.onclick = handler;
  equal(button.onclick, handler);
  button.onclick = object;
  equal(button.onclick, object);
  button.onclick = "text";
  equal(button.onclick, null);
});

test("a handler runs in the place where it was first set", () => {
  const target = document.createElement("p");
  const steps = [];
  target.onclick = () => steps.push("old");
  target.addEventListener("click", () => steps.push("listener"));
  target.onclick = () => steps.push("handler");
  target.click();
  equal(steps, ["handler", "listener"]);
});

test("a handler that was set to null starts again at the end", () => {
  const target = document.createElement("p");
  const steps = [];
  target.onclick = () => steps.push("handler");
  target.addEventListener("click", () => steps.push("listener"));
  target.onclick = null;
  target.onclick = () => steps.push("handler");
  target.click();
  equal(steps, ["listener", "handler"]);
});

test("false cancels the event", () => {
  const target = document.createElement("p");
  target.onclick = () => false;
  const event = new MouseEvent("click", { cancelable: true });
  equal(target.dispatchEvent(event), false);
});

test("the error handler of the window gets five arguments, and true cancels", () => {
  let found;
  onerror = (...args) => {
    found = args;
    return true;
  };
  const error = new Error("x");
  const event = new ErrorEvent("error", {
    message: "m",
    filename: "f",
    lineno: 1,
    colno: 2,
    error,
    cancelable: true,
  });
  equal(dispatchEvent(event), false);
  equal(found, ["m", "f", 1, 2, error]);
  onerror = null;
});

test("the error handler of an element gets the event", () => {
  const target = document.createElement("img");
  let found;
  target.onerror = (...args) => {
    found = args.length;
  };
  target.dispatchEvent(new ErrorEvent("error", { message: "m" }));
  equal(found, 1);
});

test("beforeunload: a string cancels and becomes the return value", () => {
  const event = document.createEvent("BeforeUnloadEvent");
  event.initEvent("beforeunload", false, true);
  onbeforeunload = () => "stay";
  dispatchEvent(event);
  equal([event.defaultPrevented, event.returnValue], [true, "stay"]);
  onbeforeunload = null;
});

test("some handlers of the body are the window's", () => {
  const handler = () => {};
  document.body.onload = handler;
  equal(window.onload, handler);
  window.onload = null;
  equal(document.body.onload, null);
  document.body.onclick = handler;
  equal(window.onclick, null);
});

test("errors tell where they were made", async () => {
  const found = await new Promise((resolve) => {
    onerror = (message, file, line, column, error) => {
      resolve([message, file, line > 0, column, error.message]);
      return true;
    };
    setTimeout(() => {
      throw new Error("late");
    });
  });
  equal(found, ["Error: late", "https://example.com/page.js", true, 17, "late"]);
  onerror = null;
});

test("a handler in the markup is compiled when it is asked for", () => {
  const button = document.createElement("button");
  globalThis.seen = [];
  button.id = "own";
  button.setAttribute("onclick", "seen.push(id, this === event.target); return false");
  equal([typeof button.onclick, button.onclick.name], ["function", "onclick"]);
  equal(button.dispatchEvent(new Event("click", { cancelable: true })), false);
  equal(globalThis.seen, ["own", true]);
  button.removeAttribute("onclick");
  equal(button.onclick, null);
  button.setAttribute("onnothing", "seen.push(1)");
  equal(button.dispatchEvent(new Event("nothing", { cancelable: true })), true);
});

test("a handler in parsed markup hears events", () => {
  const div = document.createElement("div");
  globalThis.heard = 0;
  div.innerHTML = '<b onfoo="heard += 1" onclick="heard += 1"></b>';
  div.firstChild.click();
  equal(globalThis.heard, 1);
});
