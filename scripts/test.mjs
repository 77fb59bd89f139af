// Everything that can be tested without a browser. Goes on after a failure, so that one run shows all of them.
//   node scripts/test.mjs [mocha's options]
// One file alone: npx mocha test/server/seed.test.ts
import {spawnSync} from 'node:child_process';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);

/** @type {readonly (readonly [string, ...string[]])[]} */
const checks = [
  // First: what the others read is made here.
  ['build', join(root, 'scripts', 'build.mjs')],
  ['types', bin('typescript/bin/tsc'), '-p', '.'],
  ['types of the report page', bin('typescript/bin/tsc'), '-p', 'client/webview'],
  ['lint and format', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  ['the kernel is what its source compiles to', join(root, 'scripts', 'build-kernel.mjs'), '--check'],
  ['docs are fresh', '--import', 'tsx', join(root, 'scripts', 'generate-docs.ts'), '--check'],
];

/** @param {readonly string[]} args */
const succeeds = (args) => spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'}).status === 0;

const failed = checks.filter(([name, ...args]) => {
  const good = succeeds(args);
  console.log(`${good ? '✔' : '✖'} ${name}`);
  return !good;
});
// Not in `.mocharc.json`: mocha would add them to the files it is told to run.
const specs = ['client', 'server', 'syntaxes', 'package'].map((folder) => `test/${folder}/**/*.test.ts`);
const tested = succeeds([bin('mocha/bin/mocha.js'), ...process.argv.slice(2), ...specs]);
// `.ci/run` adds these up; mocha counts its own.
console.log(`checks: ${checks.length - failed.length} passed, ${failed.length} failed`);
for (const [name] of failed) console.log(`✖ ${name}`);
if (!tested) console.log('✖ mocha');
process.exitCode = failed.length === 0 && tested ? 0 : 1;
