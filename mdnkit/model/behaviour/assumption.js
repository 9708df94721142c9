// What the model had to make up, and what of it the behaviour of the script may depend on.
(function (kit) {
  "use strict";
  const { quote, settings } = kit;
  const assumed = { __proto__: null };

  // An invented value: which member of which type had to be made up.
  kit.assume = function (what) {
    if (assumed[what]) return;
    assumed[what] = true;
    kit.assumptions += (kit.assumptions === "" ? "" : ",") + quote(what);
  };

  // A value that the script's behaviour may depend on: the one that the plan gives, else the first.
  kit.choose = function (path, values) {
    const { given } = settings;
    const { first } = kit;
    const value = path in given ? given[path] : path in first ? first[path] : values[0];
    if (kit.chosen[path] === undefined) {
      kit.chosen[path] = true;
      let told = "";
      for (let i = 0; i < values.length; i += 1) told += (i === 0 ? "" : ",") + quote(values[i]);
      kit.choices += `${kit.choices === "" ? "" : ","}[${quote(path)},[${told}],${quote(value)}]`;
    }
    return value;
  };
});
