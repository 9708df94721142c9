// Form data. https://xhr.spec.whatwg.org/#interface-formdata
(function (kit) {
  "use strict";
  const listOf = (data) => (data.list ??= []);

  // https://xhr.spec.whatwg.org/#create-an-entry
  function entryOf(name, value, filename) {
    const blob = kit.stateOf(value);
    if (blob === undefined) return [name, value];
    const isFile = blob.entry.up.File !== undefined;
    if (isFile && filename === undefined) return [name, value];
    return [name, kit.makeFile(blob, filename ?? "blob").object];
  }

  const firstOf = (data, name) => {
    const list = listOf(data);
    for (let i = 0; i < list.length; i += 1) if (list[i][0] === name) return list[i];
    return undefined;
  };

  function without(data, name) {
    const kept = [];
    const list = listOf(data);
    for (let i = 0; i < list.length; i += 1) if (list[i][0] !== name) kit.push(kept, list[i]);
    return kept;
  }

  // Adds an entry whose value is a text or a file.
  kit.addEntry = function (data, name, value) {
    const list = listOf(data);
    kit.push(list, [name, value]);
  };

  function append(data, name, value, filename) {
    const list = listOf(data);
    kit.push(list, entryOf(name, value, filename));
  }

  // https://xhr.spec.whatwg.org/#dom-formdata-set
  function set(data, name, value, filename) {
    const entry = entryOf(name, value, filename);
    const list = listOf(data);
    const kept = [];
    let isPlaced = false;
    for (let i = 0; i < list.length; i += 1) {
      const isSame = list[i][0] === name;
      if (!isSame || !isPlaced) kit.push(kept, isSame ? entry : list[i]);
      isPlaced ||= isSame;
    }
    if (!isPlaced) kit.push(kept, entry);
    data.list = kept;
  }

  kit.behave("FormData", {
    // https://xhr.spec.whatwg.org/#dom-formdata
    new(data, form, submitter) {
      data.list = [];
      if (form === undefined) return;
      const element = kit.stateOf(form);
      const button = submitter ? kit.stateOf(submitter) : undefined;
      kit.fillFormData(data, element, button);
    },
    append,
    set,
    delete(data, name) {
      data.list = without(data, name);
    },
    // Where the form is one that the model assumes, it has every field.
    get: (data, name) => firstOf(data, name)?.[1] ?? (data.isAssumed ? "" : null),
    getAll(data, name) {
      const found = [];
      const list = listOf(data);
      for (let i = 0; i < list.length; i += 1) {
        if (list[i][0] === name) kit.push(found, list[i][1]);
      }
      return found;
    },
    has: (data, name) => firstOf(data, name) !== undefined,
    pairs: (data) => listOf(data),
  });
});
