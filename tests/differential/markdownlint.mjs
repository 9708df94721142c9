// Reads from standard input one JSON object: {modules, config, pages: {name: text}}.
// Writes to standard output one JSON object: {name: {found: [[rule, line], ...], fixed: {rule: text}}}, where `fixed` has the
// page after the fixes of one rule, for each rule that fixes something.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { modules, config, pages } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));

const require = createRequire(`${modules}/`);
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { applyFixes } = await load("markdownlint");
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
const fixedBy = (text, issues) => {
  const byRule = new Map();
  for (const issue of issues) {
    byRule.set(nameOf(issue), [...(byRule.get(nameOf(issue)) ?? []), issue]);
  }
  const fixed = [...byRule].map(([rule, some]) => [rule, applyFixes(text, some)]);
  return Object.fromEntries(fixed.filter(([, after]) => after !== text));
};
const answers = Object.entries(found).map(([name, all]) => {
  const issues = all.filter(hasRun);
  const places = issues.map((issue) => [nameOf(issue), issue.lineNumber]);
  return [name, { found: places, fixed: fixedBy(pages[name], issues) }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
