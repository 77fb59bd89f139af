// Writes what is documented of the rules from the rules themselves: the JSON Schemas of onrecord.yml, of a
// house's own file and of STORY.checks.yml, a page for each rule and the list of them.
//   node --import tsx scripts/generate-docs.ts [--check]
// --check writes nothing; it names what is stale on standard error and exits with 1.
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {DraftSession, houseSeverity, neverSilenced, rules} from '../server/src/engine.js';
import {checksSchema} from '../server/src/record/checksShape.js';
import {configSchema, houseSchema} from '../server/src/record/configShape.js';
import {exampleText} from '../server/src/rules/exampleText.js';
import type {Rule} from '../server/src/rules/rule.js';
import {houses} from '../server/src/rules/severity.js';
import {plain} from '../server/src/rules/template.js';
import {measuredPrecision, readPrecision} from './precision.js';
import {type OfferedFix, rulePage, rulesIndex} from './rulePage.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = join(root, 'docs', 'rules');

/** Every generated file by its path, with what it should hold. */
export function documents(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  files.set(
    join(root, 'docs', 'schema', 'onrecord.schema.json'),
    `${JSON.stringify(configSchema(rules), null, 2)}\n`,
  );
  files.set(
    join(root, 'docs', 'schema', 'house.schema.json'),
    `${JSON.stringify(houseSchema(rules), null, 2)}\n`,
  );
  files.set(
    join(root, 'docs', 'schema', 'checks.schema.json'),
    `${JSON.stringify(checksSchema(), null, 2)}\n`,
  );
  files.set(join(pages, 'README.md'), rulesIndex(rules));
  const precision = readPrecision(root);
  for (const rule of rules) {
    const context = {
      fixes: offeredFixes(rule),
      silenceable: !neverSilenced.has(rule.id),
      precision: measuredPrecision(precision, rule.id),
    };
    files.set(join(pages, `${rule.id}.md`), rulePage(rule, context));
  }
  return files;
}

/** Paths, from the root, of what is not as it should be; pages of rules that are no more, too. */
export function stale(): string[] {
  const files = documents();
  const wrong = [...files].filter(([path, content]) => read(path) !== content).map(([path]) => path);
  return [...wrong, ...leftOver(files)].map((path) => relative(root, path)).sort();
}

/** What the rule's own examples are offered, with the words of each example left out. */
function offeredFixes(rule: Rule): OfferedFix[] {
  const house = houses.find((known) => houseSeverity(rule, known).severity !== 'off') ?? 'ap';
  const offered = new Map<string, OfferedFix>();
  for (const example of rule.examples.flag) {
    const {text, format} = exampleText(example);
    for (const finding of new DraftSession().update(text, format, {house, rules: {}}).findings) {
      if (finding.rule !== rule.id) continue;
      for (const {title, kind, edits} of finding.fixes) {
        const words = edits.map((edit) => plain(edit.text).trim()).filter((one) => /\p{L}/u.test(one));
        const quoted = title.replace(/“[^”]*”/g, '“…”');
        const general = words.reduce((text, one) => text.replace(one, '“…”'), quoted);
        offered.set(`${kind} ${general}`, {title: general, kind});
      }
    }
  }
  return [...offered.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.title.localeCompare(b.title));
}

function leftOver(files: ReadonlyMap<string, string>): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(pages);
  } catch {
    // Nothing there yet.
  }
  return names.map((name) => join(pages, name)).filter((path) => path.endsWith('.md') && !files.has(path));
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function write(): void {
  const files = documents();
  for (const [path, content] of files) {
    mkdirSync(dirname(path), {recursive: true});
    if (read(path) !== content) writeFileSync(path, content);
  }
  for (const path of leftOver(files)) rmSync(path);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const wrong = stale();
    for (const path of wrong) console.error(`stale: ${path}`);
    if (wrong.length > 0) {
      console.error('Write them anew with: node --import tsx scripts/generate-docs.ts');
      process.exitCode = 1;
    }
  } else write();
}
