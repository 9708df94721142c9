// Event handlers that stand in the markup. https://html.spec.whatwg.org/#event-handler-content-attributes
(function (kit) {
  "use strict";

  // The type of the handler attribute that an element has under that name, or undefined.
  function kindOf(state, name) {
    for (let at = state.entry; at !== null; at = at.parent) {
      const index = kit.listIndex(at.names, name);
      if (index < 0) continue;
      const row = at.row(index);
      return row[0] === "a" && row[2][0] === "handler" ? row[2][1] : undefined;
    }
    return undefined;
  }

  // Follows a change of an attribute whose name begins with "on".
  kit.setContentHandler = function (element, name, text) {
    const kind = kindOf(element, name);
    const target = kind === undefined ? null : kit.handlerOwner(element, name);
    if (target !== null) {
      kit.putHandler(
        target,
        name,
        kind,
        text === null ? null : kit.markupHandler(element, name, text),
      );
    }
  };

  const formOf = (element) => {
    for (let at = element.parent; at; at = at.parent) if (at.local === "form") return at.object;
    return {};
  };

  // https://html.spec.whatwg.org/#getting-the-current-value-of-the-event-handler, from step 3 on
  kit.compileHandler = function ({ element, name, text }, isForErrors) {
    const params = isForErrors ? "event, source, lineno, colno, error" : "event";
    const made = `(function (d, f, e) { with (d) with (f) with (e) { return function ${name}(${params}) {\n${text}\n}; } })`;
    try {
      const bind = kit.evaluate(made);
      return bind(element.owner.object, formOf(element), element.object);
    } catch (error) {
      kit.report(error);
      return null;
    }
  };
});
