// DOMException. https://webidl.spec.whatwg.org/#idl-DOMException
(function (kit) {
  "use strict";
  const NAMES = [
    "",
    "IndexSizeError",
    "",
    "HierarchyRequestError",
    "WrongDocumentError",
    "InvalidCharacterError",
    "",
    "NoModificationAllowedError",
    "NotFoundError",
    "NotSupportedError",
    "InUseAttributeError",
    "InvalidStateError",
    "SyntaxError",
    "InvalidModificationError",
    "NamespaceError",
    "InvalidAccessError",
    "",
    "TypeMismatchError",
    "SecurityError",
    "NetworkError",
    "AbortError",
    "URLMismatchError",
    "QuotaExceededError",
    "TimeoutError",
    "InvalidNodeTypeError",
    "DataCloneError",
  ];

  function describe(state, message, name) {
    state.values.message = message;
    state.values.name = name;
    const code = name === "" ? -1 : kit.listIndex(NAMES, name);
    state.values.code = code < 0 ? 0 : code;
    state.brief = name;
  }

  // An error object, so that it has a stack and is known as an error everywhere.
  function target(proto) {
    const error = new kit.Error();
    kit.setPrototype(error, proto);
    return error;
  }

  kit.behave("DOMException", {
    target: (proto) => target(proto),
    // Interfaces that inherit from it have other parameters: a message, and a dictionary.
    new(state, message, name) {
      const first = typeof message === "string" ? message : (name ?? "");
      if (state.entry.name === "DOMException") {
        describe(state, message, name);
      } else {
        describe(state, first, state.entry.name);
        if (typeof message === "object") kit.fillFrom(state, message);
        if (typeof name === "object") kit.fillFrom(state, name);
      }
    },
  });

  // A DOMException that is handed on, not thrown: no failure of the script.
  kit.givenException = function (name, message) {
    kit.quiet += 1;
    try {
      return kit.domException(name, message);
    } finally {
      kit.quiet -= 1;
    }
  };

  // A DOMException ready to be thrown by the model.
  kit.domException = function (name, message) {
    const entry = kit.interface("DOMException");
    kit.reveal(entry, "name");
    kit.reveal(entry, "message");
    const state = kit.make(entry, "DOMException", entry.proto, target(entry.proto));
    describe(state, message, name);
    return state.object;
  };
});
