// The job of MDN's linter of front matter, done in the same way: YAML is read by js-yaml and held against a JSON schema by ajv.
// Arguments: the folder of a Node.js project that has both, and the folder of the pages. Ends with 1 when a page does not fit.
import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [modules, root] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const yaml = require("js-yaml");
const Ajv = require("ajv");

const texts = { type: "array", items: { type: "string" }, minItems: 2, uniqueItems: true };
const oneOrMore = { anyOf: [{ type: "string" }, texts] };
const statuses = { enum: ["deprecated", "experimental", "non-standard"] };
const validate = new Ajv({ allErrors: true }).compile({
  type: "object",
  required: ["title", "slug", "page-type"],
  additionalProperties: false,
  properties: {
    title: { type: "string", maxLength: 120 },
    "short-title": { type: "string", maxLength: 60 },
    slug: { type: "string" },
    "page-type": { type: "string" },
    status: { type: "array", items: statuses, minItems: 1, uniqueItems: true },
    "browser-compat": oneOrMore,
    "spec-urls": oneOrMore,
    sidebar: oneOrMore,
    banners: { type: "array", items: { type: "string" } },
  },
});

let bad = 0;
for (const name of readdirSync(root, { recursive: true })) {
  if (!name.endsWith("index.md")) continue;
  const text = readFileSync(join(root, name), "utf-8");
  const end = text.indexOf("\n---", 3);
  if (!validate(yaml.load(text.slice(4, end)))) {
    bad += 1;
    console.log(name, validate.errors.map((error) => `${error.instancePath} ${error.message}`).join("; "));
  }
}
process.exitCode = bad ? 1 : 0;
