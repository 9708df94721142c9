// Values and activation of form controls. https://html.spec.whatwg.org/#form-elements
(function (kit) {
  "use strict";
  const attribute = (state, name) => kit.attribute(kit.node(state), name)?.value;
  const typeOf = (state) => kit.lower(attribute(state, "type") ?? "text");

  function formOf(state) {
    for (let at = state.parent; at; at = at.parent) if (at.local === "form") return at;
    return null;
  }

  const fireAt = (state, type, init) => kit.fire("Event", state, type, { bubbles: true, ...init });

  // https://html.spec.whatwg.org/#concept-form-submit
  function submit(form, submitter) {
    const init = { bubbles: true, cancelable: true, submitter: submitter?.object ?? null };
    kit.noteFired(form, "submit");
    kit.fire("SubmitEvent", form, "submit", init);
  }

  function reset(form) {
    kit.noteFired(form, "reset");
    if (!fireAt(form, "reset", { cancelable: true })) return;
    const controls = kit.elementsBelow(
      form,
      (at) => at.local === "input" || at.local === "textarea",
    );
    for (let i = 0; i < controls.length; i += 1) {
      controls[i].value = undefined;
      controls[i].checked = undefined;
    }
  }

  const isChecked = (state) => state.checked ?? attribute(state, "checked") !== undefined;

  function radioGroup(state) {
    const root = formOf(state) ?? kit.rootOf(state);
    const name = attribute(state, "name");
    return kit.elementsBelow(
      root,
      (at) => at.local === "input" && typeOf(at) === "radio" && attribute(at, "name") === name,
    );
  }

  // What a click does to a checkbox: at once, undone when the event is canceled, announced when it
  // is not.
  function toggle(state) {
    return {
      before() {
        const old = isChecked(state);
        const group = typeOf(state) === "radio" ? radioGroup(state) : [];
        const was = group.find((at) => isChecked(at));
        for (let i = 0; i < group.length; i += 1) group[i].checked = false;
        state.checked = typeOf(state) === "radio" ? true : !old;
        return { old, was };
      },
      undo(event, { old, was }) {
        state.checked = old;
        if (was !== undefined) was.checked = true;
      },
      run() {
        if (!kit.isConnected(state)) return;
        kit.noteFired(state, "input");
        kit.noteFired(state, "change");
        fireAt(state, "input", { composed: true });
        fireAt(state, "change", {});
      },
    };
  }

  function buttonActivation(state, type) {
    const form = formOf(state);
    if (form === null || attribute(state, "disabled") !== undefined) return undefined;
    if (type === "submit" || type === "image") return { run: () => submit(form, state) };
    return type === "reset" ? { run: () => reset(form) } : undefined;
  }

  kit.behave("HTMLInputElement", {
    "get type": (state) => typeOf(state),
    // https://html.spec.whatwg.org/#dom-input-type
    "set type"(state, value) {
      kit.setAttribute(kit.node(state), "type", value);
    },
    "get value": (state) =>
      state.value ??
      attribute(state, "value") ??
      (kit.test(/^(checkbox|radio)$/, typeOf(state)) ? "on" : ""),
    "set value"(state, value) {
      state.value = value;
    },
    "get checked"(state) {
      const isKnown = state.checked !== undefined || attribute(state, "type") !== undefined;
      return isKnown ? isChecked(state) : kit.choose(kit.pathTo(state, "checked"), [true, false]);
    },
    "set checked"(state, value) {
      state.checked = value;
    },
    "get form": (state) => formOf(kit.node(state))?.object ?? null,
    "get valueAsNumber": (state) => +(state.value ?? attribute(state, "value") ?? NaN),
    activation(state) {
      const type = typeOf(state);
      return type === "checkbox" || type === "radio"
        ? toggle(state)
        : buttonActivation(state, type);
    },
  });
  kit.behave("HTMLTextAreaElement", {
    "get value": (state) => state.value ?? kit.textOf(kit.node(state)),
    "set value"(state, value) {
      state.value = value;
    },
    "get form": (state) => formOf(kit.node(state))?.object ?? null,
  });
  kit.behave("HTMLButtonElement", {
    "get type": (state) => kit.lower(attribute(state, "type") ?? "submit"),
    "get form": (state) => formOf(kit.node(state))?.object ?? null,
    activation: (state) => buttonActivation(state, kit.lower(attribute(state, "type") ?? "submit")),
  });

  const optionsOf = (select) => kit.elementsBelow(kit.node(select), (at) => at.local === "option");
  const optionValue = (option) => attribute(option, "value") ?? kit.textOf(option).trim();
  function selected(select) {
    const options = optionsOf(select);
    const chosen = options.find((at) => at.selected ?? attribute(at, "selected") !== undefined);
    return chosen ?? options[0];
  }

  kit.behave("HTMLSelectElement", {
    "get value"(select) {
      const option = selected(select);
      return option === undefined ? (select.value ?? "") : optionValue(option);
    },
    "set value"(select, value) {
      select.value = value;
      const options = optionsOf(select);
      for (let i = 0; i < options.length; i += 1)
        options[i].selected = optionValue(options[i]) === value;
    },
    "get selectedIndex": (select) => kit.listIndex(optionsOf(select), selected(select)),
    "set selectedIndex"(select, index) {
      const options = optionsOf(select);
      for (let i = 0; i < options.length; i += 1) options[i].selected = i === index;
    },
    items(select) {
      const options = optionsOf(select);
      for (let i = 0; i < options.length; i += 1) options[i] = options[i].object;
      return options;
    },
    "get form": (state) => formOf(kit.node(state))?.object ?? null,
  });
  kit.behave("HTMLOptionElement", {
    "get value": (option) => optionValue(option),
    "get text": (option) => kit.textOf(kit.node(option)).trim(),
    "get selected": (option) => option.selected ?? attribute(option, "selected") !== undefined,
    "set selected"(option, value) {
      option.selected = value;
    },
  });

  const isControl = (at) =>
    kit.listIndex(
      ["button", "fieldset", "input", "object", "output", "select", "textarea"],
      at.local,
    ) >= 0;
  const isSuccessful = (at) =>
    !!attribute(at, "name") &&
    attribute(at, "disabled") === undefined &&
    !kit.isWithin(at, "datalist");

  // The values that a control adds to the data of its form.
  function valuesOf(at, submitter) {
    const type = at.local === "input" ? typeOf(at) : at.local;
    switch (type) {
      case "button":
      case "submit":
      case "reset":
      case "image":
        return at === submitter ? [attribute(at, "value") ?? ""] : [];
      case "checkbox":
      case "radio":
        return isChecked(at) ? [at.value ?? attribute(at, "value") ?? "on"] : [];
      case "file":
        return [kit.makeFile({ path: at.path, bytes: kit.utf8(""), values: {} }, "").object];
      case "select": {
        const chosen = optionsOf(at).filter(
          (one) => one.selected ?? attribute(one, "selected") !== undefined,
        );
        if (chosen.length > 0 || attribute(at, "multiple") !== undefined) {
          return chosen.map(optionValue);
        }
        return optionsOf(at).length > 0 ? [optionValue(optionsOf(at)[0])] : [];
      }
      case "textarea":
        return [at.value ?? kit.textOf(at)];
      case "fieldset":
      case "object":
      case "output":
        return [];
      default:
        return [at.value ?? attribute(at, "value") ?? ""];
    }
  }

  // Collects the data of a form. A form that the model assumes may have any field.
  // https://html.spec.whatwg.org/#constructing-the-form-data-set
  kit.fillFormData = function (data, form, submitter) {
    const controls = kit.elementsBelow(kit.node(form), isControl);
    data.isAssumed = controls.length === 0;
    for (let i = 0; i < controls.length; i += 1) {
      if (!isSuccessful(controls[i])) continue;
      const name = attribute(controls[i], "name");
      const values = valuesOf(controls[i], submitter);
      for (let j = 0; j < values.length; j += 1) kit.addEntry(data, name, values[j]);
    }
    kit.noteFired(form, "formdata");
    kit.fire("FormDataEvent", form, "formdata", { bubbles: true, formData: data.object });
  };

  kit.isWithin = function (node, local) {
    for (let at = node.parent; at; at = at.parent) if (at.local === local) return true;
    return false;
  };

  kit.behave("HTMLFormElement", {
    items(form) {
      const controls = kit.elementsBelow(kit.node(form), isControl);
      for (let i = 0; i < controls.length; i += 1) controls[i] = controls[i].object;
      return controls;
    },
    named(form) {
      const names = kit.create(null);
      const controls = kit.elementsBelow(kit.node(form), isControl);
      for (let i = 0; i < controls.length; i += 1) {
        for (const key of ["id", "name"]) {
          const name = attribute(controls[i], key);
          if (name && !(name in names)) names[name] = controls[i].object;
        }
      }
      return names;
    },
    "get elements"(form) {
      form.elements ??= kit.liveList("HTMLFormControlsCollection", () =>
        kit.elementsBelow(kit.node(form), isControl),
      );
      return form.elements;
    },
    "get length": (form) => kit.elementsBelow(kit.node(form), isControl).length,
    requestSubmit(form, submitter) {
      submit(
        kit.node(form),
        submitter === null || submitter === undefined ? null : kit.nodeOf(submitter),
      );
    },
    reset(form) {
      reset(kit.node(form));
    },
    checkValidity: () => true,
    reportValidity: () => true,
  });
});
