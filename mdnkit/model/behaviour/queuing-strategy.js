// How much a stream may hold. https://streams.spec.whatwg.org/#qs
(function (kit) {
  "use strict";

  // https://streams.spec.whatwg.org/#validate-and-normalize-high-water-mark
  kit.highWaterMark = function (strategy, fallback) {
    const { highWaterMark } = strategy;
    if (highWaterMark === undefined) return fallback;
    if (!(highWaterMark >= 0)) throw new kit.RangeError(`${highWaterMark} is no high-water mark`);
    return highWaterMark;
  };

  // https://streams.spec.whatwg.org/#make-size-algorithm-from-size-function
  kit.sizeAlgorithm = function (strategy) {
    const { size } = strategy;
    return size === undefined ? () => 1 : (chunk) => +kit.callScript(size, undefined, [chunk]);
  };

  const sizes = {
    count: { size: () => 1 }.size,
    bytes: { size: (chunk) => chunk.byteLength }.size,
  };

  kit.behave("CountQueuingStrategy", {
    new(strategy, init) {
      strategy.values.highWaterMark = init.highWaterMark;
    },
    "get size": () => sizes.count,
  });
  kit.behave("ByteLengthQueuingStrategy", {
    new(strategy, init) {
      strategy.values.highWaterMark = init.highWaterMark;
    },
    "get size": () => sizes.bytes,
  });
});
