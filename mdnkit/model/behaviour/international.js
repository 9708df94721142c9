// What engines with Intl and Temporal know of the time: they tell the virtual clock, as Date does.
(function (kit) {
  "use strict";
  const { settings, uncurry, data, HIDDEN } = kit;
  const now = () => kit.Math.floor(settings.epoch + kit.clock);

  // https://tc39.es/ecma402/#sec-datetime-format-functions
  kit.fixDateTimeFormat = function ({ prototype }) {
    const { get } = kit.descriptor(prototype, "format");
    const parts = uncurry(prototype.formatToParts);
    const made = new WeakMap();
    const known = uncurry(WeakMap.prototype.get);
    const keep = uncurry(WeakMap.prototype.set);
    kit.define(prototype, "format", {
      __proto__: null,
      get() {
        let found = known(made, this);
        if (found === undefined) {
          const format = kit.apply(get, this, []);
          found = { format: (date) => format(date === undefined ? now() : date) }.format;
          data(found, "name", "", kit.SEALED);
          keep(made, this, found);
        }
        return found;
      },
      set: undefined,
      enumerable: false,
      configurable: true,
    });
    const { formatToParts } = {
      formatToParts(date) {
        return parts(this, date === undefined ? now() : date);
      },
    };
    data(prototype, "formatToParts", formatToParts, HIDDEN);
  };

  // https://tc39.es/proposal-temporal/#sec-temporal-now-object
  kit.fixTemporal = function ({ Now, Instant }) {
    const fromEpoch = Instant.fromEpochMilliseconds;
    const toZoned = uncurry(Instant.prototype.toZonedDateTimeISO);
    const instant = () => kit.apply(fromEpoch, Instant, [now()]);
    const zoned = (zone) => toZoned(instant(), zone === undefined ? "UTC" : zone);
    const { prototype } = zoned().constructor;
    const toDate = uncurry(prototype.toPlainDate);
    const toTime = uncurry(prototype.toPlainTime);
    const toDateTime = uncurry(prototype.toPlainDateTime);
    const methods = {
      instant: () => instant(),
      timeZoneId: () => "UTC",
      zonedDateTimeISO: (zone) => zoned(zone),
      plainDateTimeISO: (zone) => toDateTime(zoned(zone)),
      plainDateISO: (zone) => toDate(zoned(zone)),
      plainTimeISO: (zone) => toTime(zoned(zone)),
    };
    const names = kit.ownKeys(methods);
    for (let i = 0; i < names.length; i += 1) data(Now, names[i], methods[names[i]], HIDDEN);
  };
});
