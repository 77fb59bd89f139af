// Makes the registry of rules from the folder: one file per rule, one folder per family.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('../server/src/rules/', import.meta.url));
// A family is a folder with rules in it; their order stands in rule.ts.
const order = readFileSync(`${folder}rule.ts`, 'utf8').match(/const families = \[([^\]]*)\]/)?.[1] ?? '';
const place = (family) => {
  const at = order.indexOf(`'${family}'`);
  if (at < 0) throw new Error(`The folder ${family} holds rules and is no family in rules/rule.ts.`);
  return at;
};
const files = readdirSync(folder, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => ({name, rules: rulesIn(name)}))
  .filter(({rules}) => rules.length > 0)
  .sort((a, b) => place(a.name) - place(b.name))
  .flatMap(({name, rules}) => rules.map((rule) => `${name}/${rule}`));

function rulesIn(family) {
  return readdirSync(folder + family)
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => readFileSync(`${folder}${family}/${name}`, 'utf8').includes('export default rule('))
    .map((name) => name.slice(0, -3))
    .sort();
}
const camel = (file) => file.split('/')[1].replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const lines = [
  '// Made by scripts/generate-registry.mjs from the files beside it; do not edit.',
  ...files.map((file) => `import ${camel(file)} from './${file}.js';`),
  "import type {Rule} from './rule.js';",
  '',
  `export const rules: readonly Rule[] = [${files.map((file) => `\n  ${camel(file)} as unknown as Rule,`).join('')}\n];`,
  '',
];
const target = `${folder}registry.generated.ts`;
const content = lines.join('\n');
let old = '';
try {
  old = readFileSync(target, 'utf8');
} catch {}
if (old !== content) writeFileSync(target, content);
