// Reads from standard input one JSON object: {modules, config, pages: {name: text}}.
// Writes to standard output one JSON object: {name: [[rule, line], ...]}.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { modules, config, pages } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));

const require = createRequire(`${modules}/`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { lint } = await load("markdownlint/promise");
const markdownIt = (await load("markdown-it")).default;
const searchReplace = (await load("markdownlint-rule-search-replace")).default;

const found = await lint({
  strings: pages,
  config,
  customRules: [searchReplace],
  // A rule of markdownlint that fails on a page would end the whole run.
  handleRuleFailures: true,
  markdownItFactory: () => markdownIt({ html: true }),
});
const hasRun = (issue) => !/^This rule threw/.test(issue.errorDetail ?? "");
const nameOf = (issue) =>
  issue.ruleNames[0] === "search-replace"
    ? `text-${/^(?:\[)?([\w-]+)/.exec(issue.errorDetail)[1]}`
    : issue.ruleNames[0];
const lines = Object.entries(found).map(([name, issues]) => [
  name,
  issues.filter(hasRun).map((issue) => [nameOf(issue), issue.lineNumber]),
]);
process.stdout.write(JSON.stringify(Object.fromEntries(lines)));
