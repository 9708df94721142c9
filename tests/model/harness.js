// What the scripts of tests/model/behaviour use: test(name, run), equal(actual, expected), throws(name, run).
// Every test logs one line: "ok NAME" or "not ok NAME: what was found".
"use strict";

function shown(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  return Object.is(value, -0) ? "-0" : String(value);
}

function equal(actual, expected) {
  const same =
    Array.isArray(expected) && Array.isArray(actual)
      ? actual.length === expected.length && actual.every((item, i) => Object.is(item, expected[i]))
      : Object.is(actual, expected);
  if (!same) throw new Error(`expected ${shown(expected)}, found ${shown(actual)}`);
}

function throws(name, run) {
  try {
    run();
  } catch (error) {
    equal(error.name, name);
    return error;
  }
  throw new Error(`expected a ${name}, nothing was thrown`);
}

async function rejects(name, promise) {
  try {
    await promise;
  } catch (error) {
    equal(error.name, name);
    return;
  }
  throw new Error(`expected a ${name}, the promise is fulfilled`);
}

async function test(name, run) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`not ok ${name}: ${error.message}`);
  }
}
