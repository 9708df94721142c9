// WebAssembly where the engine has it: streams, which need a Response, and modules whose bytes are not
// at hand, because nothing is fetched. What they export is invented.
// https://webassembly.github.io/spec/web-api/#streaming-modules
(function (kit) {
  "use strict";
  const { WeakSet } = globalThis;

  kit.fixWebAssembly = function (namespace) {
    const { Module, Instance, instantiate, compile } = namespace;
    const unknown = new WeakSet();
    const isUnknown = kit.uncurry(WeakSet.prototype.has);
    const note = kit.uncurry(WeakSet.prototype.add);
    const byteLength = kit.uncurry(kit.descriptor(kit.ArrayBuffer.prototype, "byteLength").get);
    const viewLength = kit.uncurry(
      kit.descriptor(kit.prototypeOf(kit.Uint8Array.prototype), "byteLength").get,
    );

    function isEmpty(source) {
      try {
        return byteLength(source) === 0;
      } catch {
        try {
          return viewLength(source) === 0;
        } catch {
          return false;
        }
      }
    }

    function newModule(member) {
      kit.assume(`${member}: the bytes of the module`);
      const module = kit.create(Module.prototype);
      note(unknown, module);
      return module;
    }

    function newInstance(path) {
      const instance = kit.create(Instance.prototype);
      kit.data(instance, "exports", kit.stub(`${path}.exports`), kit.OPEN);
      return instance;
    }

    // The result of instantiating: with the module where it was made from bytes.
    function instantiated(module, isGiven) {
      const instance = newInstance("WebAssembly.Instance");
      return isGiven ? instance : { module, instance };
    }

    const now = (value) => new kit.Promise((resolve) => resolve(value));
    const isResponse = (value) => kit.stateOf(value)?.entry.name === "Response";

    // A Response, or the promise of one, as WebAssembly takes it.
    function streamed(member, source, make) {
      return kit.then(now(source), (response) => {
        if (!isResponse(response) && !kit.stateOf(response)?.stub) {
          throw new kit.TypeError(`${member}: the argument must be a Response or its promise`);
        }
        return make(newModule(member));
      });
    }

    const methods = {
      compileStreaming(source) {
        kit.record("call", "WebAssembly.compileStreaming", [source]);
        return streamed("WebAssembly.compileStreaming", source, (module) => module);
      },
      instantiateStreaming(source, imports) {
        const member = "WebAssembly.instantiateStreaming";
        kit.record("call", member, imports === undefined ? [source] : [source, imports]);
        return streamed(member, source, (module) => instantiated(module, false));
      },
      compile(bytes) {
        if (!isEmpty(bytes) && !kit.stateOf(bytes)?.stub) return kit.apply(compile, this, [bytes]);
        return now(newModule("WebAssembly.compile"));
      },
      instantiate(source, imports) {
        if (isUnknown(unknown, source)) return now(instantiated(source, true));
        if (!isEmpty(source) && !kit.stateOf(source)?.stub) {
          return kit.apply(instantiate, this, [source, imports]);
        }
        return now(instantiated(newModule("WebAssembly.instantiate"), false));
      },
    };
    const names = kit.ownKeys(methods);
    for (let i = 0; i < names.length; i += 1) {
      kit.data(namespace, names[i], methods[names[i]], kit.OPEN);
    }

    const lists = ["exports", "imports", "customSections"];
    for (let i = 0; i < lists.length; i += 1) {
      const list = Module[lists[i]];
      const { method } = {
        method(module, ...more) {
          return isUnknown(unknown, module) ? [] : kit.apply(list, Module, [module, ...more]);
        },
      };
      kit.data(Module, lists[i], method, kit.OPEN);
    }

    // The constructors, for modules whose bytes are not known.
    kit.data(namespace, "Instance", wrapped(Instance, (module) =>
      isUnknown(unknown, module) ? newInstance("WebAssembly.Instance") : undefined), kit.HIDDEN);
    kit.data(namespace, "Module", wrapped(Module, (bytes) =>
      isEmpty(bytes) || kit.stateOf(bytes)?.stub ? newModule("WebAssembly.Module") : undefined), kit.HIDDEN);
  };

  // A constructor that makes what `other` gives, where it gives something.
  function wrapped(native, other) {
    return new kit.Proxy(native, {
      __proto__: null,
      construct(target, args, newTarget) {
        return (args.length > 0 ? other(args[0]) : undefined) ?? kit.construct(target, args, newTarget);
      },
    });
  }
});
