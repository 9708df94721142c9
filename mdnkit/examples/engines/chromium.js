// The page's side of a context in a browser: a worker of its own, whose global object is emptied for
// the model. Calls are answered in order; a worker that does not answer in time is ended.
(() => {
  const inWorker = function () {
    "use strict";
    // Everything that a browser adds to the language goes; what is needed here is kept in this scope.
    const { URL, Blob, importScripts, Promise, Reflect, String, Object, Error } = self;
    const { createObjectURL, revokeObjectURL } = URL;
    const post = self.postMessage.bind(self);
    const listen = self.addEventListener.bind(self);
    const load = importScripts.bind(self);
    const { apply } = Reflect;
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data").get;
    const reasonOf = Object.getOwnPropertyDescriptor(PromiseRejectionEvent.prototype, "reason").get;
    const prevent = Event.prototype.preventDefault;
    const stop = Event.prototype.stopImmediatePropagation;
    const evaluate = self.eval;
    const imported = new Function("url", "return import(url)");
    const urlOf = (text) =>
      apply(createObjectURL, URL, [new Blob([text], { type: "text/javascript" })]);
    const free = (url) => apply(revokeObjectURL, URL, [url]);
    // Tells declarations at the top, which only a script of its own makes for good.
    const declares = /^(?:let|const|class)\b/m;
    // What stands for a module declares nothing outside its function, and its value is wanted.
    const isFunction = /^\s*\(async function\b/;
    const tests = RegExp.prototype.exec;
    // Globals of the language, which stay. https://tc39.es/ecma262/#sec-global-object
    const LANGUAGE = `
      AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array
      BigUint64Array Boolean DataView Date DisposableStack Error EvalError
      FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array
      Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy
      RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError
      Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array
      Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly decodeURI decodeURIComponent
      encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt
      undefined unescape
    `.split(/\s+/);
    let model;
    let value;

    const answers = {
      __proto__: null,
      boot(kit, ...texts) {
        for (const key of Reflect.ownKeys(self)) if (!LANGUAGE.includes(key)) Reflect.deleteProperty(self, key);
        model = evaluate(kit)(...texts);
        return "";
      },
      script(text) {
        value = undefined;
        if (apply(tests, declares, [text]) === null || apply(tests, isFunction, [text]) !== null) {
          value = evaluate(text);
          return "";
        }
        const url = urlOf(text);
        try {
          load(url);
        } finally {
          free(url);
        }
        return "";
      },
      module(text) {
        const url = urlOf(text);
        value = imported(url);
        return "";
      },
      command: (name, argument) => model(name, argument),
      watch: () => model("watch", value),
      thrown: () => model("thrown", value),
    };

    // What a script throws is kept for the model; the text is for the plan.
    function failed(error) {
      value = error;
      let text = "";
      try {
        text = `${error}`;
      } catch {
        text = "an exception without a text";
      }
      return text;
    }

    function isPromise(object) {
      try {
        return typeof object === "object" && object instanceof Promise;
      } catch {
        return false;
      }
    }

    // Gives a command again and again; a message to oneself lets all jobs run between two of them.
    function repeat(name, left) {
      let done = true;
      try {
        done = left === 0 || model(name, "") === "";
      } catch (error) {
        post([undefined, failed(error), false]);
        return;
      }
      if (done) {
        post(["", undefined, false]);
        return;
      }
      next = () => repeat(name, left - 1);
      apply(wake, port, [null]);
    }

    let next;
    const { port1, port2: port } = new MessageChannel();
    const wake = MessagePort.prototype.postMessage;
    port1.onmessage = () => next();

    listen("message", (event) => {
      apply(stop, event, []);
      const { 0: name, 1: values } = apply(data, event, []);
      if (name === "repeat") {
        repeat(values[0], values[1]);
        return;
      }
      let answer;
      try {
        answer = { __proto__: null, value: apply(answers[name], undefined, values) };
      } catch (error) {
        answer = { __proto__: null, error: failed(error) };
      }
      post([answer.value, answer.error, isPromise(value)]);
    });
    listen("unhandledrejection", (event) => {
      apply(prevent, event, []);
      apply(stop, event, []);
      try {
        model("lost", apply(reasonOf, event, []));
      } catch {
        // The model has ended.
      }
    });
  };

  const contexts = new Map();
  const source = `(${inWorker})()`;

  // Ends a context.
  function end(id) {
    const context = contexts.get(id);
    contexts.delete(id);
    if (context === undefined) return;
    context.worker.terminate();
    URL.revokeObjectURL(context.url);
  }

  // Opens a context.
  function open(id) {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    contexts.set(id, { worker: new Worker(url), url });
  }

  // Asks a context; the answer is [value, error, whether the last value is a promise], or null when
  // there is none in so many milliseconds.
  function ask(id, name, values, milliseconds) {
    const { worker } = contexts.get(id);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        end(id);
        resolve(null);
      }, milliseconds);
      const done = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      worker.onmessage = (event) => done(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        done([undefined, `${event.message}`, false]);
      };
      worker.postMessage([name, values]);
    });
  }

  globalThis.mdnkit = { open, ask, end };
})();
