// Compiles Web IDL with webidl2 into the form in which test_webidl2.py compares it with the model's data.
// Arguments: the folder of webidl2, the folder with the .idl files. Prints JSON: table -> name -> definition.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [webidl2, folder] = process.argv.slice(2);
const { parse } = createRequire(import.meta.url)(webidl2);

const typeAttributes = new Set(["AllowResizable", "AllowShared", "Clamp", "EnforceRange", "LegacyNullToEmptyString"]);

/** The text of a type, with the extended attributes that belong to types, as the data spells it. */
function typeText(type, around = []) {
  const own = [...around, ...type.extAttrs].map((one) => one.name).filter((name) => typeAttributes.has(name));
  const prefix = own.length ? `[${own.sort().join(", ")}] ` : "";
  let text;
  if (type.union) text = `(${type.idlType.map((one) => typeText(one)).join(" or ")})`;
  else if (type.generic) text = `${type.generic}<${type.idlType.map((one) => typeText(one)).join(", ")}>`;
  else text = type.idlType;
  return prefix + text + (type.nullable ? "?" : "");
}

function valueText(value) {
  if (!value) return null;
  switch (value.type) {
    case "string": return JSON.stringify(value.value);
    case "sequence": return "[]";
    case "dictionary": return "{}";
    case "Infinity": return value.negative ? "-Infinity" : "Infinity";
    default: return String(value.value ?? value.type);
  }
}

const argumentTexts = (list) => list.map((one) => [
  one.name, typeText(one.idlType, one.extAttrs), one.optional, one.variadic, valueText(one.default),
]);

/** A member as [kind, name, types, arguments, read-only, static, special, value]. */
function memberRow(member) {
  const special = member.special || "";
  const row = (kind, name, types, list = [], value = null) => [
    kind, name, types, argumentTexts(list), Boolean(member.readonly), special === "static",
    special === "static" || special === "inherit" ? "" : special, value,
  ];
  switch (member.type) {
    case "constructor": return row("constructor", "", [], member.arguments);
    case "const": return row("const", member.name, [typeText(member.idlType)], [], valueText(member.value));
    case "attribute": return row("attribute", member.name, [typeText(member.idlType, member.extAttrs)]);
    case "operation": {
      if (!member.idlType) return ["stringifier", "", [], [], false, false, "", null];
      const named = Boolean(member.name);
      const found = row(named ? "operation" : special, member.name ?? "", [typeText(member.idlType, member.extAttrs)], member.arguments);
      if (!named) found[6] = "";
      return found;
    }
    default: {
      const kind = member.async ? "asyncIterable" : member.type.replace("async_iterable", "asyncIterable");
      return row(kind, "", member.idlType.map((one) => typeText(one)), member.arguments ?? []);
    }
  }
}

const tables = { interfaces: {}, namespaces: {}, dictionaries: {}, enums: {}, typedefs: {}, callbacks: {} };
const mixins = {};
const definitions = readdirSync(folder).filter((name) => name.endsWith(".idl")).sort()
  .flatMap((name) => parse(readFileSync(join(folder, name), "utf8")));
const tableOf = {
  interface: tables.interfaces, "callback interface": tables.interfaces, "interface mixin": mixins,
  namespace: tables.namespaces, dictionary: tables.dictionaries,
};

const dictionaryRow = (member) => [
  member.name, typeText(member.idlType, member.extAttrs), member.required, valueText(member.default),
];
const rows = (one) => one.members.map(one.type === "dictionary" ? dictionaryRow : memberRow);

for (const one of definitions) {
  if (one.partial) continue;
  if (one.type === "enum") tables.enums[one.name] = one.values.map((value) => value.value);
  else if (one.type === "typedef") tables.typedefs[one.name] = typeText(one.idlType, one.extAttrs);
  else if (one.type === "callback") tables.callbacks[one.name] = [typeText(one.idlType), argumentTexts(one.arguments)];
  else if (one.type in tableOf) tableOf[one.type][one.name] = { parent: one.inheritance ?? null, members: rows(one) };
}
for (const one of definitions) {
  if (one.partial) tableOf[one.type][one.name].members.push(...rows(one));
}
for (const one of definitions) {
  if (one.type === "includes") tables.interfaces[one.target].members.push(...mixins[one.includes].members);
}
process.stdout.write(JSON.stringify(tables));
