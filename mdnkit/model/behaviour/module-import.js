// Modules of which others import: those at hand are functions, whose exports are read here; what
// others export is invented. https://tc39.es/ecma262/#sec-modules
(function (kit) {
  "use strict";
  const { settings, TypeError } = kit;
  const { exec } = kit;
  // The letter that no keyword has: what stands for `import()` in the text of a script.
  const IMPORT = "\u0131mport";
  const namespaces = { __proto__: null };
  const noted = { __proto__: null };

  // Notes a module that is not at hand.
  function miss(specifier) {
    if (noted[specifier]) return;
    noted[specifier] = true;
    kit.modules += (kit.modules === "" ? "" : ",") + kit.quote(specifier);
    kit.assume(`import "${specifier}": any`);
  }

  // https://tc39.es/ecma262/#sec-module-namespace-exotic-objects
  function namespaceOf(file, exports) {
    const proxy = new kit.Proxy(exports, {
      __proto__: null,
      set: () => false,
      defineProperty: () => false,
      deleteProperty: (target, key) => !(key in target),
      setPrototypeOf: (target, proto) => proto === null,
      preventExtensions: () => false,
    });
    kit.data(exports, kit.Symbol.toStringTag, "Module", 0);
    namespaces[file] = proxy;
  }

  function bind(local, name, file, path) {
    let invented;
    kit.define(kit.global, local, {
      __proto__: null,
      get() {
        if (file === "") return (invented ??= kit.stub(path));
        // A module that failed, or that waits, has no bindings yet.
        if (namespaces[file] === undefined) {
          throw new kit.ReferenceError(`${local} is not initialized`);
        }
        return name === "*" ? namespaces[file] : namespaces[file][name];
      },
      set: undefined,
      enumerable: false,
      configurable: true,
    });
  }

  // The file at hand that a specifier leads to, wherever the folders of the two begin.
  function fileOf(specifier) {
    const name = exec(/([^/?#]*)(?:[?#].*)?$/, specifier)[1];
    for (let i = 0; i < settings.files.length; i += 1) {
      const file = settings.files[i];
      if (kit.slice(`/${file}`, -name.length - 1) === `/${name}`) return file;
    }
    return undefined;
  }

  // https://tc39.es/ecma262/#sec-evaluate-import-call
  async function load(given) {
    const specifier = `${given}`;
    const file = fileOf(specifier);
    if (file !== undefined && namespaces[file] !== undefined) return namespaces[file];
    miss(specifier);
    const isThere =
      !kit.spells("catch") || kit.choose("import()", ["module", "TypeError"]) === "module";
    if (!isThere) throw new TypeError(`${specifier} could not be imported`);
    return kit.stub("import()");
  }

  const hidden = (name, value) => kit.data(kit.global, name, value, kit.HIDDEN);

  kit.prepareImports = function () {
    const { imports } = settings;
    for (let i = 0; i < imports.length; i += 1) {
      const { 0: local, 1: name, 2: file, 3: specifier } = imports[i];
      if (file === "") miss(specifier);
      if (local !== "") bind(local, name, file, local);
    }
    hidden(IMPORT, load);
    hidden(`${IMPORT}_file`, namespaceOf);
    // https://html.spec.whatwg.org/multipage/webappapis.html#hostgetimportmetaproperties
    const meta = kit.create(null);
    meta.url = settings.url;
    meta.resolve = { resolve: (specifier) => kit.resolveUrl(`${specifier}`) }.resolve;
    hidden(`${IMPORT}_meta`, meta);
  };
});
