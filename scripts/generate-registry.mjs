// Makes the registry of rules from the folder: one file per rule, one folder per family.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('../server/src/rules/', import.meta.url));
const families = ['unnamed', 'claims', 'quotes', 'story', 'copy', 'record'];
const files = families.flatMap((family) => {
  let names = [];
  try {
    names = readdirSync(folder + family);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${family}/${name.slice(0, -3)}`);
});
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
