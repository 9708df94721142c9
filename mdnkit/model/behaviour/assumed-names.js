// Names that the scripts use and nothing defines: what they stand for is invented once it is read,
// and noted as a need. Where the plan tells the interface, the value is an object of it.
(function (kit) {
  "use strict";
  let needs = "";

  kit.assumeName = function (name, type) {
    const { global } = kit;
    // A look by the model itself is not one of the script.
    kit.quiet += 1;
    const isThere = name in global;
    kit.quiet -= 1;
    if (isThere) return;
    let value;
    let isKnown = false;
    const get = function () {
      if (!isKnown) {
        isKnown = true;
        needs += (needs === "" ? "" : ",") + kit.quote(name);
        const isTyped = type !== "" && kit.interface(type) !== undefined;
        kit.assume(`${name}: ${isTyped ? type : "any"}`);
        value = isTyped ? kit.benign(["interface", type], name, name) : kit.stub(name);
      }
      return value;
    };
    const set = function (given) {
      kit.data(global, name, given, kit.OPEN);
    };
    kit.define(global, name, { __proto__: null, get, set, configurable: true, enumerable: false });
  };

  kit.needs = () => `[${needs}]`;
});
