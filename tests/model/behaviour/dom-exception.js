// scope: SharedWorkerGlobalScope

test("names, messages and codes", () => {
  const error = new DOMException("text", "NotFoundError");
  equal([error.name, error.message, error.code], ["NotFoundError", "text", 8]);
  equal(new DOMException().code, 0);
  equal([new DOMException().name, new DOMException("x", "Own").code], ["Error", 0]);
  equal([DOMException.ABORT_ERR, DOMException.prototype.DATA_CLONE_ERR], [20, 25]);
});

test("a DOMException is an error with a stack", () => {
  const error = new DOMException("text", "AbortError");
  equal(error instanceof Error, true);
  equal(String(error), "AbortError: text");
  equal(Object.getPrototypeOf(DOMException.prototype), Error.prototype);
  equal(typeof error.stack, "string");
});

test("it can be extended", () => {
  class Own extends DOMException {
    constructor() {
      super("own", "AbortError");
    }
  }
  equal([new Own() instanceof Own, new Own().code], [true, 20]);
});
